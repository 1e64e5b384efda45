import { describe, expect, it } from 'vitest';
import { stateOf, textOf } from '../commands/testing';
import { delimitedTable } from './delimited';
import { blockInsertion } from './insert';
import { fileOf, hasWords, splitFrontMatter } from './text';

describe('values with tabs or commas', () => {
  it.each<[string, string | null]>([
    [
      '모델\tFID\nDDPM\t3.17\nA\t1,234.5',
      '| 모델 |     FID |\n| ---- | ------: |\n| DDPM |    3.17 |\n| A    | 1,234.5 |',
    ],
    ['a,b,c\n1,2,3\n', '|   a |   b |   c |\n| --: | --: | --: |\n|   1 |   2 |   3 |'],
    [
      'name,note\n"Kim, M.","a ""b""\nc"\nd,e|f',
      '| name    | note    |\n| ------- | ------- |\n| Kim, M. | a "b" c |\n| d       | e\\|f    |',
    ],
    ['a\tb', null],
    ['a\tb\nc', null],
    ['하나, 둘, 그리고 셋이다.\n넷, 다섯, 그리고 여섯이다.', null],
    ['First, we read the paper\nThen, we write the post', null],
    ['def f(a, b):\n    return a, b', null],
    ['가\n나', null],
    ['\t\n\t', null],
    ['a,"b\nc,d', null],
  ])('%j', (text, table) => {
    expect(delimitedTable(text)?.replaceAll(/ +\|/g, ' |') ?? null).toBe(
      table?.replaceAll(/ +\|/g, ' |') ?? null,
    );
  });

  it('that are data and no table stay as they are', () => {
    expect(delimitedTable('a,b\n'.repeat(2_000))).toBeNull();
  });
});

describe('front matter', () => {
  it.each<[string, { frontMatter: string; rest: string } | null]>([
    ['+++\ntitle = "논문"\n+++\n\n본문', { frontMatter: '+++\ntitle = "논문"\n+++', rest: '본문' }],
    [
      '---\ntitle: 논문\ntags: [a]\n---\n본문',
      { frontMatter: '---\ntitle: 논문\ntags: [a]\n---', rest: '본문' },
    ],
    ['---\n본문\n---\n', null],
    ['---\n\n글', null],
    ['글\n---\na: b\n---', null],
  ])('of %j', (text, parts) => {
    expect(splitFrontMatter(text)).toEqual(parts);
  });
});

describe('blocks', () => {
  it.each<[string, string, string]>([
    ['‸', '## a\n\nb', '## a\n\nb‸'],
    ['앞‸뒤', '- a', '앞\n\n- a‸\n\n뒤'],
    ['앞\n‸\n뒤', '- a', '앞\n\n- a‸\n\n뒤'],
    ['> ‸', 'a\n\nb', '> a\n>\n> b‸'],
    ['- ‸', 'a\n\nb', '- a\n\n  b‸'],
    ['1. 글‸', 'a', '1. 글\n\n   a‸'],
    ['- [ ] ‸', 'a\nb', '- [ ] a\n  b‸'],
  ])('into %j', (before, text, after) => {
    const state = stateOf(before);
    const { from, to } = state.selection.main;
    expect(textOf(state.update(blockInsertion(state, from, to, text)).state)).toBe(after);
  });
});

describe('the clipboard', () => {
  it('tells words from a picture alone', () => {
    expect(hasWords('<meta charset="utf-8"><style>a{}</style><img src="x">&nbsp;')).toBe(false);
    expect(hasWords('<p>글</p>')).toBe(true);
  });

  it('makes files of pictures', async () => {
    const file = fileOf('data:image/png;base64,iVBORw0KGgo=', 'pasted-1');
    expect([file.name, file.type, file.size]).toEqual(['pasted-1.png', 'image/png', 8]);
    expect(new Uint8Array(await file.arrayBuffer())[1]).toBe(0x50);
  });
});
