import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderPost } from '@/lib/markdown';
import { htmlText, htmlToMarkdown } from './html-to-markdown';

const addresses = { link: (href: string) => href || null, image: (src: string) => src, leadIsExcerpt: true };
const convert = (html: string) => htmlToMarkdown(html, addresses).markdown.trimEnd();

/** Text as a reader sees it; quotes and dashes apart, which the pipeline sets. */
function seen(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„"]/g, '"')
    .replace(/[‘’']/g, "'")
    .replace(/–|—/g, '-')
    .replace(/-+/g, '-')
    .replace(/…/g, '...')
    .replace(/«/g, '<<')
    .replace(/»/g, '>>')
    .replace(/\s+/g, ' ')
    .trim();
}

async function rendered(markdown: string): Promise<string> {
  const { html } = await renderPost(markdown, { language: 'ko', origin: 'https://example.org' });
  return seen(htmlText(html));
}

describe('htmlToMarkdown', () => {
  it.each<[string, string, string]>([
    [
      'emphasis',
      '<p>a <em>b</em> <strong>c</strong> <b>d</b> <i>e</i> <del>f</del></p>',
      'a *b* **c** **d** *e* ~~f~~',
    ],
    [
      'emphasis before a particle',
      '<p><strong>강조(emphasis)</strong>를 <em>“인용”</em>은</p>',
      '**강조(emphasis)**를 *“인용”*은',
    ],
    ['deletion before a particle', '<p><del>삭제(x)</del>를</p>', '~~삭제(x)~~를'],
    ['links', '<p><a href="/x/" title="T">y</a></p>', '[y](/x/ "T")'],
    [
      'attributes without space',
      '<p>[<a href="https://e.org/p.pdf"target="_blank" rel="noopener">paper</a>\n]</p>',
      '[[paper](https://e.org/p.pdf) ]',
    ],
    ['links without address', '<p><a href="">Optax</a>, <a name="x">y</a></p>', 'Optax, y'],
    [
      'links that show their address',
      '<p><a href="https://e.org/a_b">https://e.org/a_b</a></p>',
      '<https://e.org/a_b>',
    ],
    ['images', '<p><img  src="/a.png"\n   alt="img"/></p>', '![img](/a.png)'],
    [
      'images with a size',
      '<p><img src="/a.png" style="zoom:30%; display:block"></p>',
      '<img src="/a.png" alt="" style="zoom:30%">',
    ],
    ['late images', '<p><img data-src="/a.png" src="data:image/gif;base64,R0"></p>', '![](/a.png)'],
    [
      'figures',
      '<figure><img src="/a.png" alt="A"><figcaption>그림 1: a_b</figcaption></figure>',
      '![A](/a.png "그림 1: a_b")',
    ],
    [
      'figures with links in captions',
      '<figure><img src="/a.png"><figcaption>by <a href="/x">x</a></figcaption></figure>',
      '<figure><img src="/a.png"><figcaption>by <a href="/x">x</a></figcaption></figure>',
    ],
    [
      'nested lists',
      '<ol><li>a\n<ul>\n<li>b</li>\n<li>c</li></ul>\n</li>\n<li>d</li></ol>',
      '1. a\n   - b\n   - c\n2. d',
    ],
    ['lists that go on', '<ol start="3"><li>c</li><li>d</li></ol>', '3. c\n4. d'],
    ['loose lists', '<ul><li><p>a</p></li><li><p>b</p></li></ul>', '- a\n\n- b'],
    [
      'tasks',
      '<ul><li><input type="checkbox" checked disabled> a</li><li><input type="checkbox"> b</li></ul>',
      '- [x] a\n- [ ] b',
    ],
    [
      'tables',
      '<table><thead><tr><th>a</th><th align="right">b</th></tr></thead><tbody><tr><td>1|2</td><td>3</td></tr></tbody></table>',
      '| a    |  b |\n| ---- | -: |\n| 1\\|2 |  3 |',
    ],
    [
      'tables that span',
      '<table><tr><td colspan="2">a</td></tr>\n\n<tr><td>b</td><td>c</td></tr></table>',
      '<table><tbody><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>',
    ],
    [
      'code with its language',
      '<pre><code class="language-python" data-lang="python">x = 1\n  y_2 = "&lt;"\n</code></pre>',
      '```python\nx = 1\n  y_2 = "<"\n```',
    ],
    [
      'code in colours',
      '<div class="highlight"><pre tabindex="0"><code class="language-go"><span class="line"><span class="cl">a\n</span></span><span class="line"><span class="cl">b\n</span></span></code></pre></div>',
      '```go\na\nb\n```',
    ],
    [
      'code with line numbers',
      '<div class="highlight"><table class="lntable"><tr><td class="lntd"><pre><code><span class="lnt">1\n</span></code></pre></td><td class="lntd"><pre><code class="language-c">a;\n</code></pre></td></tr></table></div>',
      '```c\na;\n```',
    ],
    ['code with fences', '<pre><code>```\nx\n```</code></pre>', '````\n```\nx\n```\n````'],
    ['code in a line', '<p><code>a_b `c`</code> and <code>$x$</code></p>', '`` a_b `c` `` and `$x$`'],
    ['quotes and rules', '<blockquote><p>a</p><p>b</p></blockquote><hr>', '> a\n>\n> b\n\n---'],
    ['breaks', '<p>a<br>b</p>', 'a\\\nb'],
    [
      'what Markdown cannot say',
      '<p><mark>a</mark> H<sub>2</sub>O x<sup>2</sup> <kbd>Ctrl</kbd> <abbr title="A &amp; B">AB</abbr> <u>u</u></p>',
      '<mark>a</mark> H<sub>2</sub>O x<sup>2</sup> <kbd>Ctrl</kbd> <abbr title="A &amp; B">AB</abbr> u',
    ],
    [
      'centred blocks',
      '<center><p><i>Taken from $x_1$</i></p></center>',
      '<center>\n\n*Taken from $x_1$*\n\n</center>',
    ],
    [
      'details',
      '<details><summary>S &amp; T</summary><p>a</p></details>',
      '<details><summary>S &amp; T</summary>\n\na\n\n</details>',
    ],
    ['definitions', '<dl><dt>용어</dt><dd>뜻</dd></dl>', '용어\n:   뜻'],
    [
      'video',
      '<p><iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0"></iframe></p>',
      '<https://www.youtube.com/watch?v=dQw4w9WgXcQ>',
    ],
    [
      'headings keep their level',
      '<h1>a</h1><h3 id="b">b<a class="anchor" href="#b">#</a></h3>',
      '# a\n\n### b',
    ],
    ['the more-mark', '<p>a</p><!--more--><!-- not --><p>b</p>', 'a\n\n<!--more-->\n\nb'],
    ['a first paragraph set apart', '<p>a</p><h2>b</h2>', 'a\n\n<!--more-->\n\n## b'],
    ['scripts and styles', '<p>a<script>alert(1)</script><style>p{}</style></p>', 'a'],
    ['typographic quotes', '<p>“a” ‘b’ — c… d</p>', '“a” ‘b’ — c… d'],
    ['characters', '<p>&amp;amp; &lt;b&gt; &copy; &nbsp;x</p>', '\\&amp; \\<b> © \u00a0x'],
    ['unclosed elements', '<p>a<p><b>b<ul><li>c<li>d', 'a\n\n**b**\n\n- **c**\n- **d**'],
  ])('%s', (_, html, markdown) => {
    expect(convert(html)).toBe(markdown);
  });

  it.each<[string, string, string]>([
    [
      'formulas in text',
      '<p>가중치 $\\alpha_1$와 $k$, top-$k$를 $x * y * z$ 로</p>',
      '가중치 $\\alpha_1$와 $k$, top-$k$를 $x * y * z$ 로',
    ],
    ['formulas over lines', '<p>$ \n- a_i\n= b$</p>', '$ - a_i = b$'],
    ['display formulas in a sentence', '<p>a $$x_1$$ b</p>', 'a $$x_1$$ b'],
    ['display formulas alone', '<p>$$\n\\sum_{i} x_i\n$$</p>', '$$ \\sum_{i} x_i $$'],
    ['other delimiters', '<p>\\(a_b\\) \\[c_d\\]</p>', '\\(a_b\\) \\[c_d\\]'],
    ['prices', '<p>$5 and $10, US$100, *not*</p>', '\\$5 and \\$10, US\\$100, \\*not*'],
    [
      'KaTeX',
      '<p><span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">x_1^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x12</span></span>이다</p>',
      '$x_1^2$이다',
    ],
    [
      'KaTeX on its own',
      '<span class="katex-display"><span class="katex"><span class="katex-mathml"><math display="block"><annotation encoding="application/x-tex">a_b</annotation></math></span></span></span>',
      '$$a_b$$',
    ],
    ['MathJax', '<p><span class="MathJax_Preview">x</span><script type="math/tex">a_b</script></p>', '$a_b$'],
    ['MathML with its source', '<p><math alttext="a_{b}"><mi>a</mi></math></p>', '$a_{b}$'],
    ['MathML without', '<p><math><mi>a</mi><mo>+</mo><mi>b</mi></math></p>', '$a+b$'],
  ])('keeps %s', (_, html, markdown) => {
    expect(convert(html)).toBe(markdown);
  });

  it('keeps footnotes of Goldmark and of GFM', () => {
    const goldmark =
      '<p>a<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>' +
      '<div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>note&#160;' +
      '<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p></li></ol></div>';
    expect(convert(goldmark)).toBe('a[^1]\n\n[^1]: note');
    const gfm =
      '<p>a<sup><a href="#user-content-fn-x" id="user-content-fnref-x" data-footnote-ref>1</a></sup></p>' +
      '<section data-footnotes class="footnotes"><h2 class="sr-only">Footnotes</h2><ol><li id="user-content-fn-x">' +
      '<p>note</p><pre><code>x</code></pre><p><a href="#user-content-fnref-x" data-footnote-backref>↩</a></p></li></ol></section>';
    expect(convert(gfm)).toBe('a[^1]\n\n[^1]: note\n\n    ```\n    x\n    ```');
  });

  it.each([
    '1. not a list',
    '- not a list',
    '* not * emphasis *',
    '_not_ emphasis, snake_case_name and __init__',
    '[not](a link) [x] ![nor](an image)',
    '# not a heading',
    '> not a quote',
    '`not code`',
    '| not | a table |',
    '<b>not HTML</b> &amp; &copy;',
    '~~not deleted~~ ~x~',
    'a\\b \\( \\[ \\$ \\*',
    '[^1] [@key] [!NOTE]',
    ': not a definition',
    '+++ --- ***',
    '=== ',
    'C:\\new_folder\\*.md',
    '2 * 3 * 4 = 24, a_b_c',
    'user_name@example.org, https://example.org/a_b_c?x=[1]',
    '1) 하나 2) 둘',
    '$HOME/bin and $PATH, $5',
  ])('keeps the text %j', async (text) => {
    for (const html of [
      `<p>${escapeHtml(text)}</p>`,
      `<ul><li>${escapeHtml(text)}</li></ul>`,
      `<h3>${escapeHtml(text)}</h3>`,
    ]) {
      expect(await rendered(convert(html))).toBe(seen(text));
    }
  });

  it.each([
    ['snake_case and a_b_c', 'snake_case and a_b_c'],
    ['[논문] 리뷰: 2 * 3', '[논문] 리뷰: 2 * 3'],
    ['see https://example.org/a_b', 'see https://example.org/a_b'],
    ['a & b < c', 'a & b < c'],
    ['US$100', 'US$100'],
  ])('does not litter %j', (text, markdown) => {
    expect(convert(`<p>${escapeHtml(text)}</p>`)).toBe(markdown);
  });

  it('says the same after the round trip, whatever the text is', async () => {
    const word = fc.stringMatching(/^[a-z가-힣0-9_*[\]()#>`~!|\\&<.:+=-]{1,8}$/);
    // Delimiters of formulas are left to their own test.
    const paragraph = fc
      .array(word, { minLength: 1, maxLength: 8 })
      .map((words) => words.join(' '))
      .filter((text) => !/\\[()[\]]/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 4 }), async (paragraphs) => {
        const html = paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
        expect(await rendered(convert(html))).toBe(seen(paragraphs.join(' ')));
      }),
      { numRuns: 100, seed: 20220923 },
    );
  }, 60_000);

  it('says so when only the text could be taken', () => {
    const deep = `${'<div>'.repeat(20_000)}a ${'</div>'.repeat(20_000)}`;
    const { markdown, textOnly } = htmlToMarkdown(deep, addresses);
    expect([markdown.trim(), textOnly]).toEqual(['a', true]);
  });
});

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
