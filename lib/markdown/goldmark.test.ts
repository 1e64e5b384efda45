import { describe, expect, it } from 'vitest';
import { goldmarkHeadingId } from './heading-ids';
import { page, render } from './testing';

describe('heading ids, as Hugo makes them', () => {
  it.each([
    ['Summary', 'summary'],
    ['DARTS: Differentiable Architecture Search', 'darts-differentiable-architecture-search'],
    ['두 단계 (Two steps)', '두-단계-two-steps'],
    ['1+2=3', '123'],
    ['One-Hyphen and  two spaces', 'one-hyphen-and--two-spaces'],
    ['Under_score, slash/back\\slash', 'under_score-slashbackslash'],
    ['Self-**di**stillation `code`', 'self-distillation-code'],
    ['Résumé À', 'résumé-à'],
    ['Tab\tspace', 'tabspace'],
    ['  around  ', 'around'],
    ['👋!?', 'heading'],
    ['ㄱㄴ 자모 Ⅳ ²', 'ㄱㄴ-자모--'],
  ])('%s', (source, id) => {
    expect(goldmarkHeadingId(source)).toBe(id);
  });

  it('come from the source of the heading, addresses of links included', () => {
    expect(page('## [논문](https://a.example/x)')).toContain('id="논문httpsaexamplex"');
  });

  it('count up when they repeat, past ids that are taken', () => {
    const ids = render('## a\n\n## a-1\n\n## a\n\n## a').outline.map((item) => item.id);
    expect(ids).toEqual(['a', 'a-1', 'a-2', 'a-3']);
  });

  it('can be chosen', () => {
    expect(render('## 방법 {#method}\n\n## 결과 {.wide #res-1 key=v}').outline).toEqual([
      { id: 'method', text: '방법', level: 2 },
      { id: 'res-1', text: '결과', level: 2 },
    ]);
  });

  it('never take those of the page around the article', () => {
    expect(render('## nm main {#nm-main}').outline[0]?.id).toBe('h-nm-main');
  });

  it('bear a prefix where two posts share a page', () => {
    expect(render('## a', { idPrefix: 'p2-' }).outline[0]?.id).toBe('p2-a');
  });
});

describe('heading levels', () => {
  it.each([
    ['### a\n\n#### b\n\n### c', [2, 3, 2]],
    ['# a\n\n## b', [2, 3]],
    ['# a\n\n### b\n\n###### c', [2, 3, 4]],
    ['# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f', [2, 3, 4, 5, 6, 6]],
  ])('begin at two and have no holes: %j', (source, levels) => {
    expect(render(source).outline.map((item) => item.level)).toEqual(levels);
  });

  it('are in the outline with formulas as LaTeX and without notes', () => {
    expect(render('## 손실 $\\alpha$ *함수*[^1]\n\n[^1]: n').outline[0]?.text).toBe('손실 \\alpha 함수');
  });
});

describe('definition lists', () => {
  it('hold several terms and definitions, with blocks', () => {
    expect(page('용어\n다른 말\n: 뜻 하나\n: 뜻 `둘`\n').replace(/\n/g, '')).toBe(
      '<dl><dt>용어</dt><dt>다른 말</dt><dd>뜻 하나</dd><dd>뜻 <code>둘</code></dd></dl>',
    );
    expect(page('용어\n: 뜻\n\n    이어서\n\n    - 목록\n').replace(/\n/g, '')).toBe(
      '<dl><dt>용어</dt><dd><p>뜻</p><p>이어서</p><ul><li>목록</li></ul></dd></dl>',
    );
  });

  it('are not made of a colon in a sentence', () => {
    expect(page('비율은 3 : 4 이다\n:smile: 아님')).not.toContain('<dl>');
  });
});

describe('typography', () => {
  it.each([
    ['"quoted" text', '“quoted” text'],
    ['"인용"은 \'작은 인용\'이다', '“인용”은 ‘작은 인용’이다'],
    ["it's the '90s, don't", 'it’s the ’90s, don’t'],
    ['a -- b --- c ... <<책>>', 'a – b — c … «책»'],
    ['run it with --verbose', 'run it with --verbose'],
    ['a --> b <!-- c', 'a --> b &#x3C;!-- c'],
    ['"*강조*"와 **"굵게"**는', '“<em>강조</em>”와 <strong>“굵게”</strong>는'],
    ['("괄호") "a", "b".', '(“괄호”) “a”, “b”.'],
    ['5" and 6\' tall', '5" and 6’ tall'],
    ['`"code" -- ...`', '<code>"code" -- ...</code>'],
    [
      'https://a.example/x--y...z',
      '<a href="https://a.example/x--y...z" rel="noopener">https://a.example/x--y...z</a>',
    ],
  ])('%s', (source, expected) => {
    expect(page(source)).toBe(`<p>${expected}</p>`);
  });

  it('is off in formulas and fences, and where it is not wanted', () => {
    expect(page('$f\'(x) -- "a"$')).toContain('⟦f\'(x) -- "a"⟧');
    expect(page('```\n"a" -- b\n```')).toContain('"a" -- b');
    expect(page('"a" -- b', { typography: false })).toBe('<p>"a" -- b</p>');
  });
});
