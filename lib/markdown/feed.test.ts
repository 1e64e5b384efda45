import { describe, expect, it } from 'vitest';
import { elements, render } from './testing';

const images = new Map([
  [
    '/a.png',
    { src: '/media/a.png', width: 800, height: 400, variants: [{ src: '/media/a-400.webp', width: 400 }] },
  ],
]);
const feed = (source: string) => render(source, { images }).feedHtml;

const everything = [
  '## 제목',
  '글 $\\frac{a}{b}$ **굵게**[^1] [같은 글](#제목) [다른 글](../other/) [밖](https://other.example/)',
  '$$\nx \\label{e}\n$$',
  '식 \\eqref{e}',
  '> [!NOTE]\n> 본문',
  '```python {1}\nprint("x")\n```',
  '![그림](/a.png "설명")',
  '![없음](/none.png)',
  '![밖](https://other.example/x.png)',
  '| a | b |\n|---|:-:|\n| 1 | 2 |',
  '- [x] 끝',
  'https://youtu.be/abc',
  '<center>가운데</center>',
  '<p></p>',
  '<p style="text-align:right">오른쪽</p>',
  '<video src="/media/v.mp4"></video>',
  '용어\n: 뜻',
  '$\\frac{1$',
  '[^1]: 각주',
].join('\n\n');

describe('the feed', () => {
  it('has no class, style, script, handler, relative address or empty paragraph', () => {
    for (const node of elements(feed(everything))) {
      expect(['script', 'style', 'button', 'input', 'section', 'iframe']).not.toContain(node.tagName);
      for (const [name, value] of Object.entries(node.properties)) {
        expect(name).not.toMatch(/^(?:className|style|on|data|role|aria|tabIndex|srcSet|loading|decoding)/);
        if (name === 'href' || name === 'src') expect(String(value)).toMatch(/^(?:https:\/\/|#n[0-9a-z]+-)/);
      }
      if (node.tagName === 'p') expect(node.children).not.toEqual([]);
    }
  });

  it('shows a faulty formula as code', () => {
    expect(feed('$\\frac{1$')).toBe('<p><code>\\frac{1</code></p>');
  });

  it.each([
    [
      'callouts as quotes',
      '> [!TIP]\n> 글',
      '<blockquote><p><strong>도움말</strong></p><p>글</p></blockquote>',
    ],
    ['code without colours', '```js {1}\nlet x = "<a>"\n```', '<pre><code>let x = "&#x3C;a>"</code></pre>'],
    [
      'missing images as what they were to be',
      '앞 ![없음](/none.png)',
      '<p>앞 <img src="https://blog.example/none.png" alt="없음" /></p>',
    ],
    [
      'images of other sites, which a page only links to',
      '![밖](https://other.example/a.svg)',
      '<p><img src="https://other.example/a.svg" alt="밖" /></p>',
    ],
    ['task boxes as signs', '- [x] 끝', '<ul>\n<li>☑ 끝</li>\n</ul>'],
    ['centred blocks', '<center>글</center>', '<div align="center">글</div>'],
    ['alignment as an attribute', '<p style="text-align:right">글</p>', '<p align="right">글</p>'],
    [
      'links made absolute from the page of the post',
      '[a](../b/) [c](/d/)',
      '<p><a href="https://blog.example/ai/2024-01/b/">a</a> <a href="https://blog.example/d/">c</a></p>',
    ],
    [
      'images absolute, with their size',
      '글 ![그림](/a.png)',
      '<p>글 <img src="https://blog.example/media/a.png" alt="그림" width="800" height="400" /></p>',
    ],
    [
      'figures',
      '![그림](/a.png "설명")',
      '<figure><img src="https://blog.example/media/a.png" alt="그림" width="800" height="400" /><figcaption>설명</figcaption></figure>',
    ],
  ])('has %s', (_, source, expected) => {
    expect(feed(source)).toBe(expected);
  });

  it('has footnotes that work inside of the item, with ids of its own', () => {
    const one = elements(feed('가[^1]\n\n## 절\n\n[^1]: 주'));
    const two = elements(feed('나[^1]\n\n## 절\n\n[^1]: 주'));
    const ids = (nodes: typeof one) =>
      nodes.flatMap((node) => (node.properties.id === undefined ? [] : [node.properties.id]));
    expect(ids(one)).toHaveLength(3);
    expect(ids(one).filter((id) => ids(two).includes(id))).toEqual([]);
    for (const node of one) {
      if (node.tagName === 'a') expect(ids(one)).toContain(String(node.properties.href).slice(1));
    }
  });

  it('leads to the page for fragments that are not in the item', () => {
    expect(feed('[a](#elsewhere)')).toContain('href="https://blog.example/ai/2024-01/post/#elsewhere"');
  });

  it('carries nothing that XML forbids, and all that it allows', () => {
    const text = feed('a\u0000\u0008\u000b\u001f\ufffe b ]]> 👩‍🔬 ᄒ\u1161 \u200f \ud800 \u2028');
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    expect(text).toContain(']]>');
    expect(text).toContain('👩‍🔬');
    expect(text).toContain('\u200f');
    expect(text).not.toMatch(/\p{Surrogate}/u);
  });
});
