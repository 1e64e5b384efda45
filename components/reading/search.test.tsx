import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { i18nFor } from '@/lib/i18n';
import type { FoundPost, SearchPage } from '@/lib/posts';
import { NO_FILTERS, SearchForm, searchQuery, SearchResults, type Asked } from '.';

const ko = i18nFor('ko', 'Asia/Seoul');
const en = i18nFor('en', 'Asia/Seoul');

const asked = (changes: Partial<Asked> = {}): Asked => ({
  question: '확산 모델',
  isCut: false,
  filters: NO_FILTERS,
  page: 1,
  ...changes,
});

const post: FoundPost = {
  card: {
    id: '1',
    path: '/ai/2022-09/확산/',
    title: '<b>확산</b>',
    language: 'ko',
    excerptHtml: '<p>처음</p>',
    excerptText: '처음',
    leadImage: null,
    publishedAt: new Date('2022-09-23T00:00:00Z'),
    minutes: 3,
    authors: [],
    category: null,
    tags: [],
  },
  title: [
    { text: '<b>', isMarked: false },
    { text: '확산', isMarked: true },
    { text: '</b>', isMarked: false },
  ],
  snippet: [{ text: '<script>', isMarked: true }],
};

const found = (changes: Partial<SearchPage> = {}) => ({
  posts: [post],
  total: 1,
  isCut: false,
  isPartial: false,
  page: 1,
  pages: 1,
  from: 1,
  corrections: [],
  facets: { language: [], category: [], author: [], year: [] },
  ...changes,
});

const render = (page: SearchPage | null, question = asked(), i18n = ko) =>
  renderToStaticMarkup(
    <SearchResults
      asked={question}
      found={page}
      named={[]}
      near={[]}
      hints={{ tags: [], categories: [] }}
      i18n={i18n}
    />,
  );

describe('what was found', () => {
  it('is marked, and stays text', () => {
    const html = render(found());
    expect(html).toContain('&lt;b&gt;<mark>확산</mark>&lt;/b&gt;');
    expect(html).toContain('<mark>&lt;script&gt;</mark>');
    expect(html).not.toContain('처음');
    expect(html).toContain('글 1편을 찾았습니다.');
  });

  it('has pages with addresses that keep the question and what narrows it', () => {
    const filters = { language: 'ko', category: 'ai', author: null, year: 2023 };
    const html = render(found({ total: 25, pages: 3, page: 2, from: 11 }), asked({ page: 2, filters }), en);
    const query = 'q=%ED%99%95%EC%82%B0+%EB%AA%A8%EB%8D%B8&amp;language=ko&amp;category=ai&amp;year=2023';
    expect(html).toContain(`href="/en/search/?${query}"`);
    expect(html).toContain(`href="/en/search/?${query}&amp;page=3"`);
    expect(html).toContain('Posts 11–11 of 25.');
    expect(html).toContain('Next');
  });

  it('says that there is more than was looked at, what was meant, and what was cut', () => {
    const corrections = [{ typed: 'difusion', meant: 'diffusion' }];
    const html = render(found({ total: 1000, isCut: true, corrections }), asked({ isCut: true }));
    expect(html).toContain('글 1,000편을 찾아');
    expect(html).toContain('‘difusion’이 나오는 글이 없어 ‘diffusion’으로 찾았습니다.');
    expect(html).toContain('앞의 5자로');
  });
});

it('says that what was found has only some of the words', () => {
  const partial = { isPartial: true } as Partial<SearchPage>;
  expect(render(found(partial))).toContain('일부만 나오는 글');
  expect(render(found())).not.toContain('일부만 나오는 글');
});

describe('what narrows a search', () => {
  const facets = {
    language: [{ value: 'ko', name: '한국어', count: 3 }],
    category: [
      { value: 'ai', name: '논문', count: 2 },
      { value: 'algorithm', name: '알고리즘', count: 1 },
      { value: 'nothing', name: 'nothing', count: 0 },
    ],
    author: [],
    year: [],
  };

  it('is offered where there is a choice, with how much there is', () => {
    const html = renderToStaticMarkup(<SearchForm i18n={ko} question={'"><img>'} facets={facets} />);
    expect(html).toContain('value="&quot;&gt;&lt;img&gt;"');
    expect(html).toContain('<option value="ai">논문 (2)</option>');
    expect(html).not.toContain('name="language"');
    expect(html).not.toContain('name="year"');
  });

  it('is shown in words, and each of it can be taken away', () => {
    const filters = { language: 'ko', category: 'nothing', author: null, year: null };
    const html = render(found({ facets }), asked({ filters }));
    expect(html).toContain('언어: 한국어');
    expect(html).toContain('aria-label="분류 ‘nothing’ 조건 빼기"');
    expect(html).toContain('href="/search/?q=%ED%99%95%EC%82%B0+%EB%AA%A8%EB%8D%B8&amp;category=nothing"');
    expect(html).toContain('조건 모두 빼기');
    expect(html).toContain('<option value="nothing" selected="">nothing</option>');
  });
});

describe('where nothing is found', () => {
  const none = found({ posts: [], total: 0 });

  it.each([
    [asked(), '‘확산 모델’을 찾지 못했습니다'],
    [asked({ question: '😀 % "' }), '글자나 숫자가 있어야'],
    [asked({ filters: { ...NO_FILTERS, year: 1999 } }), '이 조건에 맞는 글이 없습니다'],
  ])('%j', (question, said) => {
    expect(render(none, question)).toContain(said);
  });

  it('on a page beyond the last, leads to the last', () => {
    const html = render(found({ posts: [], total: 12, pages: 2, page: 9 }), asked({ page: 9 }));
    expect(html).toContain('9쪽은 없습니다');
    expect(html).toContain('&amp;page=2"');
  });
});

it('the query of a search is as short as it can be', () => {
  expect(searchQuery(asked({ question: 'a&b=c' }))).toBe('?q=a%26b%3Dc');
});
