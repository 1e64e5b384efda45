import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PostPage, SiteView } from '@/lib/posts/views';
import {
  breadcrumbNode,
  citationTags,
  collectionNode,
  postNode,
  postPicture,
  siteNode,
  structuredText,
} from '.';
import { drawPicture } from './image/draw';
import { siteFonts } from './image/fonts';
import { breakLines, shorten } from './image/lines';

const site: SiteView = {
  name: '논문 모임',
  description: '함께 읽는 논문',
  copyright: null,
  logo: null,
  languages: ['ko', 'en'],
  menu: [],
  timeZone: 'Asia/Seoul',
  origin: 'https://blog.example',
};
const place = { site, locale: 'ko' };

const paper = {
  id: 'p1',
  title: 'Robust Speech Recognition',
  authors: ['Alec Radford', 'Jong Wook Kim'],
  year: 2022,
  venue: 'ICML',
  abstract: '',
  doi: '10.1000/x',
  arxivId: '2212.04356',
  arxivVersion: 1,
  url: null,
};

const post = (changes: Partial<PostPage> = {}): PostPage => ({
  id: 'a',
  path: '/ai/2022-09/whisper/',
  title: '위스퍼',
  language: 'ko',
  excerptHtml: '',
  excerptText: '소리를 글로',
  leadImage: null,
  publishedAt: new Date('2022-09-23T01:02:03Z'),
  minutes: 5,
  authors: [{ handle: 'hana', name: '김하나', about: '', avatar: null, links: [] }],
  category: { slug: 'ai', name: '인공지능' },
  tags: [{ slug: 'speech', name: '음성' }],
  html: '',
  outline: [],
  revisedAt: null,
  month: '2022-09',
  guid: 'x',
  originalLanguage: 'ko',
  languages: [
    { language: 'en', path: '/en/ai/2022-09/whisper/', title: 'Whisper' },
    { language: 'ko', path: '/ai/2022-09/whisper/', title: '위스퍼' },
  ],
  papers: [],
  related: [],
  changes: [],
  previous: null,
  next: null,
  ...changes,
});

/** Properties that schema.org defines for the types that are used here, those of their parents included. */
const THING = [
  'name',
  'description',
  'url',
  'image',
  'sameAs',
  'identifier',
  'mainEntityOfPage',
  'potentialAction',
];
const WORK = [
  ...THING,
  ...[
    'headline',
    'author',
    'publisher',
    'datePublished',
    'dateModified',
    'inLanguage',
    'isPartOf',
    'keywords',
  ],
  ...['timeRequired', 'translationOfWork', 'workTranslation', 'mainEntity'],
];
const VOCABULARY: Record<string, string[]> = {
  WebSite: WORK,
  BlogPosting: [...WORK, 'articleSection'],
  Review: [...WORK, 'itemReviewed'],
  ScholarlyArticle: [...WORK, 'articleSection'],
  CreativeWork: WORK,
  CollectionPage: [...WORK, 'breadcrumb'],
  ProfilePage: WORK,
  Person: [...THING, 'memberOf'],
  Organization: [...THING, 'logo'],
  BreadcrumbList: [...THING, 'itemListElement'],
  ItemList: [...THING, 'itemListElement'],
  ListItem: [...THING, 'position', 'item'],
  SearchAction: [...THING, 'target', 'query-input'],
  EntryPoint: [...THING, 'urlTemplate'],
  PropertyValue: [...THING, 'propertyID', 'value'],
};

function faultsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(faultsOf);
  if (typeof node !== 'object' || node === null) return [];
  const thing = node as Record<string, unknown>;
  const types = [thing['@type'] ?? []].flat() as string[];
  const known = new Set(types.flatMap((type) => VOCABULARY[type] ?? []));
  const isReference = types.length === 0 && Object.keys(thing).join() === '@id';
  const own = types.filter((type) => !(type in VOCABULARY)).map((type) => `unknown type ${type}`);
  if (types.length === 0 && !isReference) own.push(`no type: ${Object.keys(thing).join()}`);
  for (const [name, value] of Object.entries(thing)) {
    if (!name.startsWith('@') && !known.has(name)) own.push(`${types.join()}.${name}`);
    if (value === '' || value === null) own.push(`empty ${name}`);
    if (/^(?:url|@id|item)$/.test(name) && !String(value).startsWith('https://'))
      own.push(`relative ${name}`);
    own.push(...faultsOf(value));
  }
  return own;
}

const graph = (nodes: Parameters<typeof structuredText>[0]): unknown[] =>
  (JSON.parse(structuredText(nodes)) as { '@graph': unknown[] })['@graph'];
const nodeOf = (page: PostPage) => postNode(place, page, postPicture(site, page));

describe('structured data', () => {
  test('speaks the vocabulary of schema.org', () => {
    const nodes = [
      siteNode(place),
      nodeOf(
        post({ papers: [paper, { ...paper, id: 'p2', doi: null, venue: '', year: null, authors: [] }] }),
      ),
      nodeOf(post({ language: 'en', authors: [], category: null, tags: [], excerptText: '' })),
      collectionNode(place, { name: '인공지능', path: '/ai/', items: [{ name: '위스퍼', path: '/x/' }] }),
      breadcrumbNode(place, [{ name: '인공지능', path: '/ai/' }]),
    ];
    expect(faultsOf(graph(nodes))).toEqual([]);
    expect(faultsOf([{ '@type': 'Person', itemReviewed: '' }])).toHaveLength(2);
  });

  test('a post about papers is a review of them; languages of a post know each other', () => {
    expect(nodeOf(post({ papers: [paper] }))).toMatchObject({
      '@type': ['BlogPosting', 'Review'],
      itemReviewed: [
        { name: paper.title, sameAs: ['https://doi.org/10.1000/x', 'https://arxiv.org/abs/2212.04356'] },
      ],
      workTranslation: [{ '@id': 'https://blog.example/en/ai/2022-09/whisper/#post' }],
    });
    expect(nodeOf(post({ language: 'en' }))).toMatchObject({
      '@id': 'https://blog.example/en/ai/2022-09/whisper/#post',
      translationOfWork: { '@id': 'https://blog.example/ai/2022-09/whisper/#post' },
    });
    expect(nodeOf(post({ authors: [] }))['author']).toEqual({ '@id': 'https://blog.example/#group' });
  });

  test('no title gets out of its element', () => {
    const title = '</script><script>alert(1)</script> <!-- "\u2028\u2029 & \ud800';
    const text = structuredText([nodeOf(post({ title }))]);
    expect(text).not.toMatch(/[<>&\u2028\u2029\ud800]/);
    expect((graph([nodeOf(post({ title }))])[0] as { headline: string }).headline).toBe(title);
  });
});

describe('citation tags', () => {
  test('are the paper’s where there is one, further ones as references', () => {
    const tags = citationTags(site, post({ papers: [paper, { ...paper, title: 'A; B', doi: null }] }));
    expect(tags).toMatchObject({
      citation_title: paper.title,
      citation_author: paper.authors,
      citation_publication_date: '2022',
      citation_conference_title: 'ICML',
      citation_doi: '10.1000/x',
      citation_arxiv_id: '2212.04356',
      citation_reference: [expect.stringMatching(/^citation_title=A, B; citation_author=Alec Radford; /)],
    });
    expect(tags).not.toHaveProperty('DC.title');
  });

  test('are the post’s own where there is none', () => {
    const tags = citationTags(site, post({ authors: [] }));
    expect(tags).toMatchObject({ 'z:itemType': 'blogPost', 'DC.title': '위스퍼', 'DC.language': 'ko' });
    expect(Object.keys(tags).join()).not.toMatch(/citation_|creator/);
  });
});

describe('pictures', () => {
  test('have an address that changes with what stands on them, and only then', () => {
    const { src } = postPicture(site, post());
    expect(src).toMatch(/^\/og\/post\/a\/ko\.png\?v=[\w-]{10}$/);
    expect(postPicture(site, post({ minutes: 9 })).src).toBe(src);
    expect(postPicture(site, post({ title: 'x' })).src).not.toBe(src);
  });

  test('hold every title', { timeout: 120_000 }, async () => {
    const titles = ['', 'GAN', '확산 모델(Diffusion) 정리', '긴 제목 '.repeat(75), 'w'.repeat(300)];
    titles.push('😀', 'שלום עולם', '"<b>&</b>"');
    for (const title of titles) {
      const png = await drawPicture({ site: site.name, label: '', title, foot: '' });
      expect(await sharp(png).metadata(), title).toMatchObject({ format: 'png', width: 1200, height: 630 });
      expect(png.length, title).toBeLessThan(100_000);
    }
  });

  test('leave out what the fonts cannot draw', async () => {
    const fonts = await siteFonts();
    expect(fonts.drawable('읽기 😀 GAN π₀')).toBe('읽기 GAN π₀');
    expect(fonts.drawable('שלום עולם 읽기')).toBe('… 읽기');
    expect(fonts.outline('뷁 Aé', 'title', 40).markup).not.toContain('NaN');
    expect(fonts.measure('가 나', 'text', 20)).toBeCloseTo(fonts.outline('가 나', 'text', 20).width, 0);
  });

  test('break lines between words, and within one only where it must be', () => {
    const measure = (text: string) => text.length;
    expect(breakLines('aa bb cc dd', 8, measure)).toEqual(['aa bb', 'cc dd']);
    expect(breakLines('abcdefgh', 3, measure)).toEqual(['abc', 'def', 'gh']);
    expect(breakLines('', 3, measure)).toEqual([]);
    expect(shorten('abcdef', 4, measure)).toBe('abc…');
    expect(shorten('abc', 4, measure)).toBe('abc');
  });
});
