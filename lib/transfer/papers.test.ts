import { expect, test } from 'vitest';
import { Notices } from './notices';
import { readPapers } from './papers';

function read(data: Record<string, unknown>) {
  const notices = new Notices();
  const papers = readPapers(data, 'a.md', notices);
  return { papers, notices: notices.list };
}

test.each([
  ['arXiv:2212.04356v2', { arxivId: '2212.04356v2', title: 'arXiv:2212.04356' }],
  ['https://arxiv.org/pdf/1706.03762.pdf', { arxivId: '1706.03762' }],
  ['https://doi.org/10.1038/NATURE14539', { doi: '10.1038/nature14539', title: 'doi:10.1038/nature14539' }],
  ['https://openreview.net/forum?id=x', { url: 'https://openreview.net/forum?id=x' }],
  ['Attention Is All You Need', { title: 'Attention Is All You Need', arxivId: '', doi: '', url: '' }],
])('the text %j', (paper, expected) => {
  expect(read({ paper }).papers).toMatchObject([expected]);
});

test('tables and lists, under either name', () => {
  const { papers, notices } = read({
    papers: [
      {
        title: 'DARTS',
        authors: ['Hanxiao Liu', 'K. Simonyan'],
        year: 2019,
        arxiv: '1806.09055',
        venue: 'ICLR',
      },
      '2212.04356',
    ],
    paper: { doi: '10.1038/nature14539', author: 'LeCun', date: '2015-05-28' },
  });
  expect(papers).toMatchObject([
    {
      title: 'DARTS',
      authors: ['Hanxiao Liu', 'K. Simonyan'],
      year: 2019,
      arxivId: '1806.09055',
      venue: 'ICLR',
    },
    { arxivId: '2212.04356' },
    { title: 'doi:10.1038/nature14539', authors: ['LeCun'], year: 2015 },
  ]);
  expect(notices).toEqual([]);
});

test('what cannot be kept is said and left out', () => {
  const { papers, notices } = read({
    papers: [
      { title: '!!!' },
      { title: 'A', doi: 'nope' },
      { title: 'B', url: 'javascript:alert(1)' },
      'C',
      '',
      null,
      7,
    ],
  });
  expect(papers.map(({ title }) => title)).toEqual(['C', '7']);
  expect(notices.map(({ code, values }) => [code, values.paper])).toEqual([
    ['paper-invalid', '!!!'],
    ['paper-invalid', 'A'],
    ['paper-invalid', 'B'],
  ]);
});

test('nothing where nothing is said', () => {
  expect(read({ title: 'x' })).toEqual({ papers: [], notices: [] });
});
