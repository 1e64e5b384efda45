import { describe, expect, test } from 'vitest';
import { readBibtex } from './bibtex-reading';
import { paperBibtex } from './bibtex';
import { nameList, plainText } from './latex';

const viewer = { memberId: 'a', role: 'member', language: 'ko' } as const;
const read = (text: string) => readBibtex(viewer, text);

test('reads an entry of a conference', () => {
  const text = String.raw`% from a site
    @string{icml = "ICML"}
    @inproceedings{radford2023robust,
      title={Robust {S}peech \& {Large-Scale} $\ell_2$},
      author={Radford, Alec and Kim, Jong Wook and {Barnes and Noble} and M{\"u}ller, J{\'e}r{\^o}me and {\L}ukasz Kaiser and King, Jr., Martin Luther and others},
      booktitle={International Conference on Machine Learning},
      year={2023}, month = dec,
      doi = {https://doi.org/10.1145/ABC\_1},
      eprint={2212.04356}, archivePrefix={arXiv}, primaryClass={eess.AS},
      abstract = {50\% of
        it.},
    }`;
  expect(read(text)).toEqual({
    title: 'Robust Speech & Large-Scale $\\ell_2$',
    authors: [
      'Alec Radford',
      'Jong Wook Kim',
      'Barnes and Noble',
      'Jérôme Müller',
      'Łukasz Kaiser',
      'Martin Luther King Jr.',
    ],
    year: 2023,
    venue: 'International Conference on Machine Learning',
    abstract: '50% of it.',
    doi: 'https://doi.org/10.1145/ABC_1',
    arxivId: '2212.04356',
    url: '',
  });
});

test('reads the preprint that a search engine gives', () => {
  expect(
    read(
      '@article{x, title="Attention is all you need", author="Vaswani, A.", journal={arXiv preprint arXiv:1706.03762}, year=2017}',
    ),
  ).toMatchObject({ venue: '', arxivId: '1706.03762', year: 2017, authors: ['A. Vaswani'] });
});

test('reads what it wrote', () => {
  const paper = {
    ...{
      id: 'x',
      title: '확산 모델 & 100% {a}_b',
      authors: ['김하나', 'José Müller', 'A and B'],
      year: 2020,
    },
    ...{ venue: 'Nature', abstract: '', doi: '10.1145/a_b', arxivId: null, arxivVersion: null, url: null },
  };
  const { title, authors, year, venue, doi } = read(paperBibtex(paper));
  expect({ title, authors, year, venue, doi }).toEqual({
    ...{ title: paper.title, authors: paper.authors, year: 2020, venue: 'Nature', doi: '10.1145/a_b' },
  });
});

describe('refuses', () => {
  test.each([
    '',
    'hello',
    '{"a": 1}',
    '@article{x',
    '@article{x, title={a}',
    '@article{x, author={a}}',
    '{'.repeat(10_000),
    `@article{x, title={${'{'.repeat(5_000)}`,
    `@article{x, title={${'a'.repeat(50_000)}}}`,
    '@'.repeat(10_000),
  ])('%j', (text) => {
    expect(() => read(text)).toThrow('bibtex-invalid');
  });

  test('readers', () => {
    expect(() => readBibtex(null as never, '@article{x, title={a}}')).toThrow();
  });
});

test.each([
  [String.raw`\"{U}ber \v{C}esk\'y na\"ive \c{c}a \O re \ss{}t`, 'Über Český naïve ça Øre ßt'],
  [String.raw`G\'{\i}mez 1--2 a~b`, 'Gímez 1–2 a b'],
  [String.raw`\emph{Deep} \textbf{nets}`, 'Deep nets'],
])('LaTeX %j', (latex, text) => {
  expect(plainText(latex)).toBe(text);
});

test('names divided by and', () => {
  expect(nameList('A B and C, D  AND {E and F}\nand G')).toEqual(['A B', 'D C', 'E and F', 'G']);
});
