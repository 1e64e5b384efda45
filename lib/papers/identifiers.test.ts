import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arxivOf, arxivUrl, doiOf, doiUrl, identified, mentioned, webUrlOf } from './identifiers';

const arxivCases: [string, string | null, number | null][] = [
  ['2212.04356', '2212.04356', null],
  [' arXiv:2212.04356v2 ', '2212.04356', 2],
  ['ARXIV: 2212.04356V2', '2212.04356', 2],
  ['arXiv:2212.04356v2 [cs.CL] 6 Dec 2022', '2212.04356', 2],
  ['1412.6980', '1412.6980', null],
  ['0704.0001', '0704.0001', null],
  ['0703.0001', null, null],
  ['1412.69801', null, null],
  ['1501.0001', null, null],
  ['1501.00001', '1501.00001', null],
  ['2213.04356', null, null],
  ['2200.04356', null, null],
  ['2212.04356v0', null, null],
  ['２２１２.０４３５６', '2212.04356', null],
  ['cs/0112017', 'cs/0112017', null],
  ['arXiv:math.GT/0309136v1', 'math/0309136', 1],
  ['cond-mat/9712001', 'cond-mat/9712001', null],
  ['hep-th/9901001v3', 'hep-th/9901001', 3],
  ['hep-th/0704001', null, null],
  ['nope/9901001', null, null],
  ['https://arxiv.org/abs/2212.04356', '2212.04356', null],
  ['http://www.arxiv.org/pdf/2212.04356v2.pdf', '2212.04356', 2],
  ['https://arxiv.org/pdf/2212.04356v2?download=1#page=3', '2212.04356', 2],
  ['https://arxiv.org/html/2212.04356v1/', '2212.04356', 1],
  ['https://arxiv.org/abs/math.GT/0309136', 'math/0309136', null],
  ['https://arxiv.org/pdf/hep-th/9901001v3.pdf', 'hep-th/9901001', 3],
  ['arxiv.org/abs/2212.04356', '2212.04356', null],
  ['https://export.arxiv.org/abs/2212.04356', '2212.04356', null],
  ['https://ar5iv.labs.arxiv.org/html/2212.04356', '2212.04356', null],
  ['https://huggingface.co/papers/2212.04356', '2212.04356', null],
  ['https://doi.org/10.48550/arXiv.2212.04356', '2212.04356', null],
  ['10.48550/ARXIV.2212.04356', '2212.04356', null],
  ['doi:10.48550/arXiv.cs/0112017', 'cs/0112017', null],
  ['https://arxiv.org/list/cs.CL/recent', null, null],
  ['https://evil.example/abs/2212.04356', null, null],
  ['https://arxiv.org.evil.example/abs/2212.04356', null, null],
  ['10.1038/nature14539', null, null],
  ['Robust Speech Recognition', null, null],
  ['', null, null],
];

test.each(arxivCases)('arXiv: %j', (text, id, version) => {
  expect(arxivOf(text)).toEqual(id === null ? null : { id, version });
});

const doiCases: [string, string | null][] = [
  ['10.1038/nature14539', '10.1038/nature14539'],
  ['10.1038/NATURE14539', '10.1038/nature14539'],
  ['doi:10.1038/nature14539', '10.1038/nature14539'],
  ['DOI: 10.1145/3292500.3330701', '10.1145/3292500.3330701'],
  ['doi 10.1145/3292500.3330701', '10.1145/3292500.3330701'],
  ['https://doi.org/10.1145/3292500.3330701', '10.1145/3292500.3330701'],
  ['http://dx.doi.org/10.1145/3292500.3330701', '10.1145/3292500.3330701'],
  ['doi.org/10.1145/3292500.3330701', '10.1145/3292500.3330701'],
  ['doi: https://doi.org/10.1145/3292500.3330701', '10.1145/3292500.3330701'],
  ['info:doi/10.1000/182', '10.1000/182'],
  [
    'https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O',
    '10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
  ],
  ['10.1000.10/123456', '10.1000.10/123456'],
  ['https://dl.acm.org/doi/abs/10.1145/3292500.3330701', '10.1145/3292500.3330701'],
  ['https://dl.acm.org/doi/10.1145/3292500.3330701?download=true', '10.1145/3292500.3330701'],
  ['https://link.springer.com/article/10.1007/s11263-015-0816-y', '10.1007/s11263-015-0816-y'],
  ['https://www.biorxiv.org/content/10.1101/2020.01.30.927871v1.full.pdf', '10.1101/2020.01.30.927871'],
  ['10.1/short-registrant', null],
  ['10.1038/', null],
  ['10.1038/with space', null],
  ['11.1038/nature14539', null],
  ['https://example.com/10.1038/nature14539', null],
  ['10.1038/zero\u0000byte', null],
  ['', null],
];

test.each(doiCases)('DOI: %j', (text, doi) => {
  expect(doiOf(text)).toBe(doi);
});

test.each([
  ['https://openreview.net/forum?id=abc', 'https://openreview.net/forum?id=abc'],
  ['HTTPS://Example.COM/Paper.pdf', 'https://example.com/Paper.pdf'],
  ['javascript:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['data:text/html,x', null],
  ['https://user:secret@example.com/', null],
  ['https://', null],
  ['https://nowhere/', null],
  [`https://example.com/${'a'.repeat(3_000)}`, null],
])('address: %j', (text, url) => {
  expect(webUrlOf(text)).toBe(url);
});

const twoDigits = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, '0'));
const newStyle = fc
  .tuple(twoDigits(7, 40), twoDigits(4, 12), fc.integer({ min: 1, max: 9_999 }))
  .map(([year, month, n]) => `${year}${month}.${String(n).padStart(Number(year) >= 15 ? 5 : 4, '0')}`);
const oldStyle = fc
  .tuple(
    fc.constantFrom('cs', 'hep-th', 'cond-mat', 'math'),
    twoDigits(91, 99),
    twoDigits(1, 12),
    twoDigits(0, 99),
  )
  .map(([archive, year, month, n]) => `${archive}/${year}${month}0${n}`);
const arxivId = fc.oneof(newStyle, oldStyle);
const version = fc.option(fc.integer({ min: 1, max: 99 }));

test('every spelling of an arXiv id is the same id', () => {
  fc.assert(
    fc.property(
      arxivId,
      version,
      fc.constantFrom<(id: string) => string>(
        (id) => id,
        (id) => `arXiv:${id}`,
        (id) => `arxiv: ${id.toUpperCase()}`,
        (id) => `https://arxiv.org/abs/${id}`,
        (id) => `http://arxiv.org/pdf/${id}.pdf`,
        (id) => `https://doi.org/10.48550/arXiv.${id}`,
      ),
      (id, v, spelled) => {
        expect(arxivOf(spelled(`${id}${v === null ? '' : `v${v}`}`))).toEqual({ id, version: v });
      },
    ),
  );
});

test('an arXiv id comes back from its own address', () => {
  fc.assert(
    fc.property(arxivId, version, (id, v) => {
      expect(arxivOf(arxivUrl(id, v))).toEqual({ id, version: v });
    }),
  );
});

const doi = fc
  .tuple(
    fc.integer({ min: 1_000, max: 99_999 }),
    fc.stringMatching(/^[a-z0-9][a-z0-9()<>;:._/#?%+-]{0,30}[a-z0-9]$/),
  )
  .map(([registrant, suffix]) => `10.${registrant}/${suffix}`)
  // A path with `//`, `/./` or `/../` is no longer the same one in an address.
  .filter((text) => !/\/[./]/.test(text) && !text.startsWith('10.48550/'));

test('every spelling of a DOI is the same DOI, and it comes back from its own address', () => {
  fc.assert(
    fc.property(doi, (text) => {
      expect(doiOf(text)).toBe(text);
      expect(doiOf(text.toUpperCase())).toBe(text);
      expect(doiOf(`doi:${text}`)).toBe(text);
      expect(doiOf(`https://doi.org/${encodeURIComponent(text)}`)).toBe(text);
      expect(doiOf(doiUrl(text))).toBe(text);
    }),
  );
});

test('anything at all is either identified or not, and what is, is again by what came out', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.webPath()), (text) => {
      const what = identified(text);
      if (!what) return;
      const again = what.arxivId ?? what.doi ?? what.url ?? '';
      expect(identified(again)).toEqual({ ...what, arxivVersion: null });
      mentioned(text);
    }),
  );
});

test('papers that a text mentions are found, each once and without the punctuation around them', () => {
  const source = [
    '논문은 [Whisper](https://arxiv.org/abs/2212.04356)(arXiv:2212.04356v2)입니다.',
    '자세한 것은 https://doi.org/10.1002/(SICI)1097-4571(199806)49:8.을 보십시오.',
    '<https://dl.acm.org/doi/10.1145/3292500.3330701>, doi:10.1038/NATURE14539; and https://arxiv.org/pdf/1706.03762.',
    'No paper: https://example.com/ and https://arxiv.org/list/cs.CL/recent and 2212.99999.',
  ].join('\n');
  expect(mentioned(source).map(({ arxivId: a, doi: d }) => a ?? d)).toEqual([
    '2212.04356',
    '10.1002/(sici)1097-4571(199806)49:8',
    '10.1145/3292500.3330701',
    '10.1038/nature14539',
    '1706.03762',
  ]);
});
