import { describe, expect, it } from 'vitest';
import { elements, page, render } from './testing';

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

  it('leaves very long code plain', () => {
    expect(page(`\`\`\`python\n${'x = 1\n'.repeat(6_000)}\`\`\``)).not.toContain('hl-');
  });
});

describe('tables', () => {
  it('scroll in a box that the keyboard reaches, with head cells that say what they head', () => {
    expect(page('| a | b |\n|---|--:|\n| 1 | 2 |')).toBe(
      '<div class="table-scroll" role="group" aria-label="표" tabindex="0"><table><thead><tr><th scope="col">a</th><th scope="col" style="text-align:right">b</th></tr></thead><tbody><tr><td>1</td><td style="text-align:right">2</td></tr></tbody></table></div>',
    );
  });

  it('written as HTML head rows too', () => {
    const html = page('<table><tr><th>이름</th><td colspan="2">값</td></tr></table>');
    expect(html).toContain('<th scope="row">이름</th><td colspan="2">값</td>');
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
