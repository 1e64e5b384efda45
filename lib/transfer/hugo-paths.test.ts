import { describe, expect, it } from 'vitest';
import { addressKey, escapeLink, hugoLink, makePath, makePathSince123, type PageAddress } from './hugo-paths';
import { expandPermalink } from './hugo-permalinks';

const plain = { keepCase: false, removeAccents: false };

describe('addresses of files, as Hugo 0.111 printed them', () => {
  it.each([
    ['Foo Bar', 'foo-bar'],
    ['a  b', 'a-b'],
    ['a - b', 'a-b'],
    ['a & b', 'a-b'],
    ['v1.2 notes', 'v1.2-notes'],
    ['UPPER.Case.Name', 'upper.case.name'],
    ['(draft) hello (world)', 'draft-hello-world'],
    ['[tag] name', 'tag-name'],
    ['C++ tips', 'c++-tips'],
    ['a+b', 'a+b'],
    ['C# tips', 'c#-tips'],
    ['C# and 한#', 'c#-and-%ED%95%9C%23'],
    ['a@b', 'a@b'],
    ['tilde~x', 'tilde~x'],
    ['under_score', 'under_score'],
    ['a\\b', 'a%5Cb'],
    ['100% sure', '100-sure'],
    ['50%25 off', '50%25-off'],
    ['a%zz', 'azz'],
    ["it's", 'its'],
    ['what?', 'what'],
    ['a,b', 'ab'],
    ['a:b', 'ab'],
    ['a—b', 'ab'],
    ['a‐b', 'ab'],
    ['x·y', 'xy'],
    ['“q” x', 'q-x'],
    ['emoji 😀 x', 'emoji-x'],
    ['dot.', 'dot.'],
    ['---', '---'],
    ['-lead', '-lead'],
    ['trail-', 'trail-'],
    ['trailing ', 'trailing-'],
    [' leading', '-leading'],
    ['& only', '-only'],
    ['a\tb', 'a-b'],
    ['a\u00a0b', 'a-b'],
    ['a\u3000b', 'a-b'],
    ['a\u200bb', 'ab'],
    ['x² y', 'x-y'],
    ['ⅷ x', '-x'],
    ['Ünïcode Ä', '%C3%BCn%C3%AFcode-%C3%A4'],
    ['Straße', 'stra%C3%9Fe'],
    ['İstanbul', 'istanbul'],
    ['Σας ΟΔΟΣ', '%CF%83%CE%B1%CF%82-%CE%BF%CE%B4%CE%BF%CF%83'],
    ['면접 준비 과정', '%EB%A9%B4%EC%A0%91-%EC%A4%80%EB%B9%84-%EA%B3%BC%EC%A0%95'],
    ['ㄱㄴ', '%E3%84%B1%E3%84%B4'],
    ['中文 标题', '%E4%B8%AD%E6%96%87-%E6%A0%87%E9%A2%98'],
    ['日本語（テスト）', '%E6%97%A5%E6%9C%AC%E8%AA%9E%E3%83%86%E3%82%B9%E3%83%88'],
    ['１２３', '%EF%BC%91%EF%BC%92%EF%BC%93'],
  ])('%j', (baseName, expected) => {
    const link = hugoLink(page({ dir: 'ai/2022-04', baseName }), plain);
    expect(escapeLink(link)).toBe(`/ai/2022-04/${expected}/`);
  });

  it('keeps case and drops accents where the configuration says so', () => {
    expect(makePath('Foo Ünï 면접', { keepCase: true, removeAccents: true })).toBe('Foo-Uni-면접');
  });

  it('knows what newer Hugo makes of spaces', () => {
    expect(makePathSince123('a & b', plain)).toBe('a--b');
    expect(makePathSince123('a  b', plain)).toBe('a--b');
    expect(makePathSince123('Foo Bar (x)', plain)).toBe('foo-bar-x');
  });
});

function page(given: Partial<PageAddress>): PageAddress {
  return {
    dir: 'ai',
    baseName: 'x',
    slug: null,
    url: null,
    permalink: null,
    ugly: false,
    languagePrefix: '',
    ...given,
  };
}

describe('hugoLink', () => {
  it.each<[string, Partial<PageAddress>, string]>([
    ['a slug', { slug: 'My Slug (1)' }, '/ai/my-slug-1/'],
    ['a slug of several parts', { slug: 'a/b c' }, '/ai/a/b-c/'],
    ['a slug that ends in a dot', { slug: '한글.슬러그.' }, '/ai/한글.슬러그./'],
    ['a top-level file', { dir: '', baseName: 'Some Page' }, '/some-page/'],
    [
      'folders with spaces',
      { dir: 'My Section (x)/Sub Dir', baseName: 'Post A' },
      '/my-section-x/sub-dir/post-a/',
    ],
    ['ugly addresses', { ugly: true }, '/ai/x.html'],
    ['a permalink', { permalink: '/2022/08/x/' }, '/2022/08/x/'],
    ['a permalink without slashes', { permalink: 'p/x' }, '/p/x/'],
    ['an ugly permalink', { permalink: '/p/x/', ugly: true }, '/p/x.html'],
    ['a language', { languagePrefix: 'ko' }, '/ko/ai/x/'],
    ['url, as it is', { url: '/Foo Bar/baz' }, '/Foo Bar/baz/'],
    ['url of a file', { url: '/x/y.html' }, '/x/y.html'],
    ['url with a dot and no extension', { url: '/a.b/c' }, '/a.b/c'],
    ['url relative to the language', { url: 'rel/Path/', languagePrefix: 'ko' }, '/ko/rel/Path/'],
    ['url from the root', { url: '/abs/', languagePrefix: 'ko' }, '/abs/'],
    ['url that climbs', { url: '/x/../../y/' }, '/y/'],
    ['url with doubled slashes', { url: '//x//y' }, '/x/y/'],
  ])('%s', (_, given, expected) => {
    expect(hugoLink(page(given), plain)).toBe(expected);
  });
});

describe('escapeLink', () => {
  it.each([
    ['/Foo Bar/baz/', '/Foo%20Bar/baz/'],
    ['/enc%20x/', '/enc%20x/'],
    ['/한글/경로/', '/%ED%95%9C%EA%B8%80/%EA%B2%BD%EB%A1%9C/'],
    ['/한%41/', '/%ED%95%9CA/'],
    ['/q?x=1/', '/q?x=1/'],
    ['/a+b@c,d~e/', '/a+b@c,d~e/'],
    ['/a b(c)/', '/a%20b%28c%29/'],
  ])('%s', (link, expected) => {
    expect(escapeLink(link)).toBe(expected);
  });
});

it('addressKey has one spelling for all', () => {
  expect(addressKey('/a/b')).toBe('/a/b/');
  expect(addressKey('a/b.html')).toBe('/a/b.html/');
  expect(addressKey('/%ED%95%9C/')).toBe('/한/');
  expect(addressKey('/한글/'.normalize('NFD'))).toBe('/한글/');
  expect(addressKey('/50%-off/')).toBe('/50%-off/');
});

describe('expandPermalink', () => {
  const facts = {
    title: 'My (Great) Title & more',
    slug: null,
    fileName: 'A Post',
    sections: ['posts', 'deep'],
    wall: new Date('2022-08-09T00:00:00Z'),
  };

  it.each([
    ['/:year/:month/:day/:slug/', '/2022/08/09/my-great-title-more/'],
    [
      '/p/:slugorfilename/:title/:yearday/:weekdayname/:monthname',
      '/p/a-post/my-great-title-more/221/Tuesday/August',
    ],
    ['/:section/:2006-:01/:filename', '/posts/2022-08/a-post'],
    ['/:sections[1:]/:slug', '/deep/my-great-title-more'],
    ['/:sections[last]/:contentbasename', '/deep/a-post'],
    ['/:sections[0]/x', '/posts/x'],
    ['/:sections/:weekday', '/posts/deep/2'],
    ['/a\\:b/:06', '/a:b/22'],
    ['/fixed/', '/fixed/'],
  ])('%s', (pattern, expected) => {
    expect(expandPermalink(pattern, facts, plain)).toBe(expected);
  });

  it('prefers the slug', () => {
    expect(expandPermalink('/:slug/', { ...facts, slug: '한글 슬러그' }, plain)).toBe('/한글-슬러그/');
  });

  it('does not guess what it does not know', () => {
    expect(expandPermalink('/:nonsense/', facts, plain)).toBeNull();
  });
});
