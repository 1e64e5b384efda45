import { toText } from 'hast-util-to-text';
import { describe, expect, it } from 'vitest';
import { stringOf } from './hast/tree';
import { classes, elements, page, render } from './testing';

describe('callouts', () => {
  it.each([
    ['NOTE', 'ko', 'note', '참고'],
    ['TIP', 'ko', 'tip', '도움말'],
    ['IMPORTANT', 'ko', 'important', '중요'],
    ['WARNING', 'ko', 'warning', '주의'],
    ['CAUTION', 'ko', 'caution', '경고'],
    ['note', 'en', 'note', 'Note'],
    ['WARNING', 'en-GB', 'warning', 'Warning'],
  ])('%s in %s', (mark, language, kind, title) => {
    expect(page(`> [!${mark}]\n> **본문**`, { language }).replace(/\n/g, '')).toBe(
      `<div class="callout callout-${kind}" role="note"><p class="callout-title">${title}</p><p><strong>본문</strong></p></div>`,
    );
  });

  it('take a title of their own', () => {
    expect(page('> [!TIP] 제목 $x$\n> 본문\n>\n> - 목록')).toContain(
      '<p class="callout-title">제목 ⟦x⟧</p>\n<p>본문</p>\n<ul>',
    );
  });

  it('are quotes when the kind is unknown', () => {
    expect(page('> [!OTHER]\n> x')).toContain('<blockquote>');
  });
});

describe('code', () => {
  it('has colours by class, its language, a button for a script, and no colour or script of its own', () => {
    const { html } = render('```python\ndef f():\n    return "x"  # y\n```');
    expect(html).toContain('<span class="code-language">Python</span>');
    expect(html).toContain('<button type="button" class="code-copy" data-copy="" hidden="">복사</button>');
    expect(html).toContain('<span class="hl-keyword">def</span>');
    expect(html).toContain('<span class="hl-comment"># y</span>');
    expect(html).not.toMatch(/style=|<script/);
  });

  it.each([
    ['py', 'Python'],
    ['ts', 'TypeScript'],
    ['bash', 'Shell'],
    ['cpp', 'C++'],
    ['jsx', 'TSX'],
    ['yml', 'YAML'],
  ])('knows %s', (alias, name) => {
    expect(page(`\`\`\`${alias}\nx = 1\n\`\`\``)).toContain(`>${name}</span>`);
  });

  it('is plain in a language that nobody knows', () => {
    expect(page('```klingon\na <b> "c"\n```')).toContain('<code>a &#x3C;b> "c"</code>');
    expect(page('```klingon\nx\n```')).toContain('<span class="code-language">klingon</span>');
    expect(page('    indented\n')).toContain('<code>indented</code>');
  });

  it.each([
    'python {1,3-4}',
    'python{1,3-4}',
    'python {hl_lines=[1,"3-4"]}',
    'python {linenos=true,hl_lines=[1,"3-4"]}',
  ])('marks lines: %s', (info) => {
    const html = page(`\`\`\`${info}\na\nb\nc\nd\ne\n\`\`\``);
    const marked = elements(html).filter((node) => node.tagName === 'mark');
    expect(marked.map((node) => (node.children[0] as { value?: string }).value ?? '')).toEqual([
      'a',
      'c',
      'd',
    ]);
    expect(html).toContain('>Python<');
  });

  it.each([
    ['python showLineNumbers', undefined],
    ['python {linenos=table}', undefined],
    ['python {linenos=true,linenostart=12,hl_lines=[2]}', 'counter-reset:row 11'],
  ])('numbers lines where asked, and never in what is copied: %s', (info, style) => {
    const all = elements(page(`\`\`\`${info}\na\n\nb\n\`\`\``));
    const numbered = all.find((node) => classes(node).includes('code-numbered'));
    expect(numbered?.properties.style).toBe(style);
    expect(all.filter((node) => classes(node).includes('code-row'))).toHaveLength(3);
    expect(numbered && toText(numbered, { whitespace: 'pre' })).toBe('a\n\nb');
  });

  it('says where code is from, and is called by it', () => {
    const html = page('```python title="train.py" {1}\nx\n```');
    expect(html).toContain(
      '<span class="code-title">train.py</span><span class="code-language">Python</span>',
    );
    expect(html).toContain('<pre tabindex="0" role="group" aria-label="train.py">');
    expect(html).toContain('<mark class="code-line">');
    expect(page('```\nx\n```')).toContain('aria-label="코드"');
    expect(page('```js title="<b>"\nx\n```')).toContain('<span class="code-title">&#x3C;b></span>');
  });

  it('leaves very long code plain', () => {
    expect(page(`\`\`\`python\n${'x = 1\n'.repeat(6_000)}\`\`\``)).not.toContain('hl-');
  });
});

describe('tables', () => {
  it('scroll in a box that the keyboard reaches, with head cells that say what they head', () => {
    expect(page('| a | b |\n|---|--:|\n| 1 | 2 |')).toBe(
      '<div class="table-scroll" role="group" aria-label="표: a, b" tabindex="0"><table><thead><tr><th scope="col">a</th><th scope="col" style="text-align:right">b</th></tr></thead><tbody><tr><td>1</td><td style="text-align:right">2</td></tr></tbody></table></div>',
    );
  });

  it('written as HTML head rows too', () => {
    const html = page('<table><tr><th>이름</th><td colspan="2">값</td></tr></table>');
    expect(html).toContain('<th scope="row">이름</th><td colspan="2">값</td>');
  });
});

describe('tables of rows that are called something', () => {
  it('head their rows where the corner is empty, which then heads nothing', () => {
    const html = page('|  | 정확도 | 속도 |\n|---|---|---|\n| 작은 모델 | 1 | 2 |\n|  | 3 | 4 |');
    expect(html).toContain('<tr><td></td><th scope="col">정확도</th>');
    expect(html).toContain('<tr><th scope="row">작은 모델</th><td>1</td>');
    expect(html).toContain('<tr><td></td><td>3</td>');
    expect(html).toContain('aria-label="표: 정확도, 속도"');
  });

  it('are called by their caption, and never at length', () => {
    const caption = '<table><caption>모델 비교</caption><tr><th>a</th></tr><tr><td>1</td></tr></table>';
    expect(page(caption)).toContain('aria-label="표: 모델 비교"');
    const wide = `|${' 아주긴이름 |'.repeat(40)}\n|${'---|'.repeat(40)}\n|${' 1 |'.repeat(40)}`;
    expect(/aria-label="([^"]*)"/.exec(page(wide))?.[1]).toHaveLength(64);
  });
});

describe('headings', () => {
  const html = (source: string, more = {}) => render(source, more).html;

  it('have a link to themselves beside them, so that their name is what the author wrote', () => {
    expect(html('## 확산 $x_0$ 모델')).toMatch(
      /^<div class="heading"><h2 id="[^"]+">확산 <span class="math[\s\S]*<\/h2><a href="#[^"]+" class="anchor" aria-label="‘확산 x_0 모델’ 절의 링크"><\/a><\/div>$/,
    );
    expect(html('## A & "b"', { language: 'en', typography: false })).toContain(
      'aria-label="Link to “A &amp; &quot;b&quot;”"',
    );
  });

  it('link to where they are, Hangul and prefix included', () => {
    const [heading, link] = elements(html('## 요약 & 끝', { idPrefix: 'p-' })).slice(1);
    expect(heading?.properties.id).toMatch(/^p-요약/);
    expect(decodeURIComponent(stringOf(link?.properties.href))).toBe(`#${stringOf(heading?.properties.id)}`);
  });

  it('without words are left out, of the contents too', () => {
    const { html: shown, outline, problems } = render('##\n\n글\n\n## &nbsp;\n\n### 🎉');
    expect(shown).not.toContain('<h2');
    expect(outline.map(({ text }) => text)).toEqual(['🎉']);
    expect(problems).toEqual([]);
  });

  it('that are a picture are called what it shows', () => {
    const images = new Map([['/a.png', { src: '/media/a.png', width: 80, height: 40, variants: [] }]]);
    expect(render('## ![막대](/a.png)', { images }).outline[0]?.text).toBe('막대');
  });

  it('have no link in the feed and none in excerpts', () => {
    const { feedHtml, excerptHtml } = render('## 제목\n\n글\n\n<!--more-->\n\n끝');
    expect(feedHtml).toMatch(/^<h2 id="[^"]*">제목<\/h2>/);
    expect(excerptHtml).toBe('<h2>제목</h2>\n<p>글</p>');
  });
});

describe('words that run from right to left', () => {
  it('give their block its direction, and no other', () => {
    const html = page('글\n\n> مرحبا بالعالم\n\n- שלום\n- 글');
    expect(html).toContain('<blockquote dir="rtl">');
    expect(html).toContain('<p dir="auto">مرحبا');
    expect(html).toContain('<li dir="auto">שלום</li>');
    expect(html).toContain('<p>글</p>');
    expect(html).toContain('<li>글</li>');
    expect(render('> مرحبا').feedHtml).toContain('<blockquote dir="rtl">');
  });
});

describe('task lists', () => {
  it('show a state and are no controls', () => {
    const html = page('- [x] 끝난 일\n- [ ] 할 일');
    expect(html).toContain(
      '<li class="task"><span class="task-box" role="img" aria-label="완료">☑</span> 끝난 일</li>',
    );
    expect(html).toContain('aria-label="미완료">☐</span> 할 일');
    expect(html).not.toMatch(/<input|tabindex/);
  });
});

describe('footnotes', () => {
  const source = '가[^a] 나[^b] 다[^a]\n\n[^a]: 하나 $x$\n[^b]: 둘\n';

  it('are labelled in the language of the page, with ids as Hugo gave them', () => {
    const html = page(source);
    expect(html).toContain('<a href="#fn:1" id="fnref:1" role="doc-noteref" class="footnote-ref">1</a>');
    expect(html).toContain('<a href="#fn:1" id="fnref1:1"');
    expect(html).toContain('<section class="footnotes" role="doc-endnotes" aria-label="각주">');
    expect(html).toContain(
      '<a href="#fnref1:1" role="doc-backlink" class="footnote-back" aria-label="본문의 각주 1-2 자리로 돌아가기">↩</a>',
    );
    expect(page(source, { language: 'en' })).toContain('aria-label="Back to reference 2"');
  });

  it('lead to and fro: every fragment has its target, every id is there once', () => {
    for (const name of ['a-2', '한글', 'x y'.replace(' ', '_')]) {
      const all = elements(
        render(`가[^${name}] 나[^b] 다[^${name}]\n\n[^${name}]: 하나\n[^b]: 둘\n`, { idPrefix: 'p-' }).html,
      );
      const ids = all.flatMap((node) => (typeof node.properties.id === 'string' ? [node.properties.id] : []));
      const targets = all.flatMap((node) =>
        typeof node.properties.href === 'string' ? [node.properties.href.slice(1)] : [],
      );
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => id.startsWith('p-'))).toBe(true);
      expect(targets).toHaveLength(6);
      expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    }
  });

  it('are in no outline', () => {
    expect(render(source).outline).toEqual([]);
  });
});
