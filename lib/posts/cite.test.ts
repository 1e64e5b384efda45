import { expect, test } from 'vitest';
import { cite } from './cite';

const author = (name: string) => ({ handle: name, name, about: '', avatar: null, links: [] });
const site = { name: 'R&D 모임', origin: 'https://example.org', timeZone: 'Asia/Seoul' };
const post = {
  authors: [author('정유호'), author('김하나')],
  guid: 'urn:uuid:1',
  language: 'ko',
  languages: [{ language: 'ko', path: '/ai/2022-09/휘스퍼/', title: '' }],
  path: '/ai/2022-09/휘스퍼/',
  // The 23rd in Seoul.
  publishedAt: new Date('2022-09-22T20:00:00Z'),
  title: '50% 빠른 {Whisper} & #1_2',
};
const url = 'https://example.org/ai/2022-09/%ED%9C%98%EC%8A%A4%ED%8D%BC/';

test('BibTeX keeps Hangul, escapes what LaTeX reads, and dates by the site’s day', () => {
  const { bibtex } = cite(post, site, 'ko');
  expect(bibtex).toMatch(/^@misc\{post2022-[0-9a-f]{8}-ko,\n/);
  expect(bibtex).toContain('  title = {{50\\% 빠른 \\{Whisper\\} \\& \\#1\\_2}},\n');
  expect(bibtex).toContain('  author = {정유호 and 김하나},\n');
  expect(bibtex).toContain('  howpublished = {R\\&D 모임},\n  year = {2022},\n  month = sep,\n');
  expect(bibtex).toContain(`  url = {${url}},\n}\n`);
});

test('the key stays through a new title, other authors and another address', () => {
  const key = (text: string) => text.split('\n')[0];
  const moved = { ...post, title: '새 제목', authors: [], path: '/b/2022-09/x/', languages: [] };
  expect(key(cite(moved, site, 'ko').bibtex)).toBe(key(cite(post, site, 'ko').bibtex));
});

test.each([
  [['정유호', '김하나'], 'ko', '정유호, 김하나 (2022. 9. 23.). 제목. R&D 모임. '],
  [['Yuho Jeong'], 'en', 'Jeong, Y. (2022, September 23). 제목. R&D 모임. '],
  [['Yuho Jeong', 'Ludwig van der Berg'], 'en', 'Jeong, Y., & van der Berg, L. (2022, September 23). '],
  [['Jean-Luc Picard', 'Plato', '정유호'], 'en', 'Picard, J.-L., Plato, & 정유호. (2022, September 23). '],
  [[], 'en', '제목. (2022, September 23). R&D 모임. '],
])('APA names %j in %s', (names, language, begins) => {
  const { apa } = cite({ ...post, title: '제목', authors: names.map(author) }, site, language);
  expect(apa.startsWith(begins), apa).toBe(true);
  expect(apa.endsWith(url)).toBe(true);
});

test('APA leaves out all but the last of more than twenty', () => {
  const authors = Array.from({ length: 25 }, (_, n) => author(`저자${n + 1}`));
  expect(cite({ ...post, authors }, site, 'en').apa).toMatch(/저자19, … 저자25\. \(/);
});

test('plain text, with and without authors', () => {
  expect(cite({ ...post, title: '제목' }, site, 'ko').plain).toBe(
    `정유호·김하나, 「제목」, R&D 모임, 2022년 9월 23일, ${url}`,
  );
  expect(cite({ ...post, title: '제목', authors: [] }, site, 'ko').plain).toMatch(/^「제목」, /);
  expect(cite({ ...post, title: 'Why?', authors: [author('A B'), author('C D')] }, site, 'en').plain).toBe(
    `A B and C D, “Why?” R&D 모임, September 23, 2022, ${url}.`,
  );
});

test('a page in a language that the post lacks cites the text that there is', () => {
  expect(cite({ ...post, path: '/en/ai/2022-09/휘스퍼/' }, site, 'en').url).toBe(url);
});
