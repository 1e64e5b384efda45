import { expect, test } from 'vitest';
import { paperBibtex } from './bibtex';
import { familyName, paperSlug, titleKeyOf } from './naming';
import type { PaperView } from './types';

const paper: PaperView = {
  id: 'radford-2022-robust-speech-recognition-large',
  title: 'Robust Speech Recognition via Large-Scale Weak Supervision',
  authors: ['Alec Radford', 'Jong Wook Kim'],
  year: 2022,
  ...{ venue: '', abstract: '', doi: null, arxivId: '2212.04356', arxivVersion: 2, url: null },
};

test('a preprint', () => {
  expect(paperBibtex(paper)).toBe(`@misc{radford2022robust,
  title = {{Robust Speech Recognition via Large-Scale Weak Supervision}},
  author = {Alec Radford and Jong Wook Kim},
  year = {2022},
  eprint = {2212.04356},
  archivePrefix = {arXiv},
  url = {https://arxiv.org/abs/2212.04356},
}
`);
});

test('a paper of a conference, with what LaTeX takes for its own', () => {
  const text = paperBibtex({
    ...paper,
    title: 'Costs & 100% of $\\ell_2$ {un}fair_ness $5',
    authors: ['김하나', 'Barnes and Noble', 'José Müller'],
    venue: 'Proceedings of ICML',
    doi: '10.1145/abc_1',
  });
  expect(text).toContain('@inproceedings{2022robust,');
  expect(text).toContain('title = {{Costs \\& 100\\% of $\\ell_2$ \\{un\\}fair\\_ness \\$5}}');
  expect(text).toContain('author = {김하나 and {Barnes and Noble} and José Müller}');
  expect(text).toContain('booktitle = {Proceedings of ICML}');
  expect(text).toContain('doi = {10.1145/abc_1}');
});

test('a paper of a journal, of which little is known', () => {
  const text = paperBibtex({
    ...paper,
    id: 'paper',
    authors: [],
    year: null,
    venue: 'Nature',
    arxivId: null,
  });
  expect(text).toMatch(/^@article\{paper,\n {2}title = .*\n {2}journal = \{Nature\},\n\}\n$/);
});

test.each<[string, string]>([
  ['Alec Radford', 'Radford'],
  ['Radford, Alec', 'Radford'],
  ['Laurens van der Maaten', 'Maaten'],
  ['Martin Luther King Jr.', 'King'],
  ['김 하나', '김하나'],
  ['OpenAI', 'OpenAI'],
  ['', ''],
])('the family name of %j', (name, family) => {
  expect(familyName(name)).toBe(family);
});

test.each<[string, string[], number | null, string]>([
  ['Attention Is All You Need', ['Ashish Vaswani'], 2017, 'vaswani-2017-attention-all-you-need'],
  ['On the Of', [], null, 'on-the-of'],
  ["Don't Stop Pretraining", ['S. Gururangan'], 2020, 'gururangan-2020-dont-stop-pretraining'],
  ['Page', [], null, 'paper'],
  ['!!!', [], null, 'paper'],
  ['확산 모델', ['김하나'], 2023, '김하나-2023-확산-모델'],
  ['Ünïcode', ['José Müller'], 1999, 'muller-1999-unicode'],
  ['../../etc/passwd?x#y', ['a/b'], null, 'ab-etc-passwd-x-y'],
  ['x'.repeat(400), ['y'.repeat(400)], null, 'y'.repeat(80)],
])('the address of %j by %j', (title, authors, year, slug) => {
  expect(paperSlug({ title, authors, year })).toBe(slug);
});

test('titles are the same without regard to case, accents, spaces and punctuation', () => {
  expect(titleKeyOf('Deep  Learning: A “Review”')).toBe(titleKeyOf('deep learning — a review!'));
  expect(titleKeyOf('확산 모델'.normalize('NFD'))).toBe(titleKeyOf('확산모델'));
});
