import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { i18nFor } from '@/lib/i18n';
import type { PostCard as PostCardView, PostPage, SiteView } from '@/lib/posts/views';
import { hrefOf, Pagination } from '../ui';
import { EmptyState, NotFound, PostArticle, PostCard, PostCardList, SiteShell, TagIndex } from '.';

const ko = i18nFor('ko', 'Asia/Seoul');
const en = i18nFor('en', 'Asia/Seoul');

const author = { handle: 'haneul', name: '김하늘', about: '생성 모델', avatar: null, links: [] };

function card(changes: Partial<PostCardView> = {}): PostCardView {
  return {
    id: '1',
    path: '/ai/2022-09/점수-함수/',
    title: '점수 함수',
    language: 'ko',
    excerptHtml: '<p>요약</p>',
    excerptText: '요약',
    leadImage: null,
    publishedAt: new Date('2022-09-22T20:00:00Z'),
    minutes: 3,
    authors: [author],
    category: { slug: 'ai', name: 'AI' },
    tags: [{ slug: '확산', name: '확산' }],
    ...changes,
  };
}

function post(changes: Partial<PostPage> = {}): PostPage {
  return {
    ...card(),
    html: '<p>본문</p>',
    outline: [],
    revisedAt: null,
    month: '2022-09',
    guid: 'g',
    originalLanguage: 'ko',
    papers: [],
    related: [],
    changes: [],
    languages: [{ language: 'ko', path: '/ai/2022-09/점수-함수/', title: '점수 함수' }],
    previous: null,
    next: null,
    ...changes,
  };
}

const site: SiteView = {
  name: '모임',
  description: '',
  copyright: null,
  logo: null,
  languages: ['ko', 'en'],
  menu: [{ label: 'AI', href: '/en/ai/' }],
  timeZone: 'Asia/Seoul',
  origin: 'https://example.org',
};

test('addresses are percent-encoded once, and cannot leave the path', () => {
  expect(hrefOf('/ai/2022-03/220322-면접-준비/')).toBe(
    '/ai/2022-03/220322-%EB%A9%B4%EC%A0%91-%EC%A4%80%EB%B9%84/',
  );
  expect(hrefOf('/a?b#c/')).toBe('/a%3Fb%23c/');
  expect(hrefOf('https://example.org/?q=1')).toBe('https://example.org/?q=1');
});

describe('pages of a list', () => {
  const linksOf = (page: number, pages: number) =>
    [
      ...renderToStaticMarkup(<Pagination page={page} pages={pages} path="/en/ai/" i18n={en} />).matchAll(
        /href="([^"]+)"/g,
      ),
    ].map(([, href]) => href);

  test('have real addresses, the first without a number', () => {
    expect(linksOf(2, 3)).toEqual([
      '/en/ai/',
      '/en/ai/',
      '/en/ai/page/2/',
      '/en/ai/page/3/',
      '/en/ai/page/3/',
    ]);
  });

  test('a gap of one page is filled, a longer one is marked', () => {
    const html = renderToStaticMarkup(<Pagination page={4} pages={20} path="/" i18n={ko} />);
    expect(html).toContain('href="/page/2/"');
    expect(html.match(/…/g)).toHaveLength(1);
    expect(html).toContain('href="/page/20/"');
  });

  test('one page needs no links', () => {
    expect(renderToStaticMarkup(<Pagination page={1} pages={1} path="/" i18n={ko} />)).toBe('');
  });
});

describe('a post in a list', () => {
  test('in another language than the page says so, to eyes and to screen readers', () => {
    const html = renderToStaticMarkup(<PostCard post={card()} i18n={en} />);
    expect(html).toContain('In Korean');
    expect(html).toMatch(/<h2[^>]* lang="ko"/);
    expect(html).toContain('Sep 23, 2022');
    expect(html).toContain('href="/en/ai/"');
  });

  test('in the language of the page carries no mark', () => {
    const html = renderToStaticMarkup(<PostCard post={card()} i18n={ko} />);
    expect(html).not.toContain('lang=');
    expect(html).toContain('2022. 09. 23.');
  });

  test('an empty list says what to do', () => {
    const list = { posts: [], page: 1, pages: 1, total: 0 };
    expect(renderToStaticMarkup(<PostCardList list={list} i18n={ko} path="/" empty="site" />)).toContain(
      'npm run import',
    );
    expect(renderToStaticMarkup(<EmptyState kind="list" i18n={en} />)).toContain('href="/en/archive/"');
  });
});

describe('the page of a post', () => {
  test('offers its translations in their own language, and marks the original', () => {
    const languages = [
      ...post().languages,
      { language: 'en', path: '/en/ai/2022-09/점수-함수/', title: 'Scores' },
    ];
    expect(renderToStaticMarkup(<PostArticle post={post({ languages })} i18n={ko} />)).toMatch(
      /<a [^>]*lang="en"[^>]*>Read in English<\/a>/,
    );
    const english = post({ languages, language: 'en', title: 'Scores' });
    expect(renderToStaticMarkup(<PostArticle post={english} i18n={en} />)).toMatch(/한국어로 읽기.*원문/);
  });

  test('that lacks the language of the page says so', () => {
    const html = renderToStaticMarkup(<PostArticle post={post()} i18n={en} />);
    expect(html).toContain('only available in Korean');
    expect(html).toMatch(/<h1[^>]* lang="ko"/);
    expect(html).toMatch(/class="prose" lang="ko"/);
  });

  test('stands without author, category, tags and neighbours', () => {
    const bare = post({ authors: [], category: null, tags: [], month: null });
    const html = renderToStaticMarkup(<PostArticle post={bare} i18n={ko} />);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toContain('class="tags"');
    expect(html).not.toContain('<nav');
  });

  test('a title is text, whatever it looks like', () => {
    const html = renderToStaticMarkup(
      <PostArticle post={post({ title: '<img src=x onerror=alert(1)>' })} i18n={ko} />,
    );
    expect(html).not.toContain('<img src=x');
  });

  test('links to headings are encoded', () => {
    const outline = ['배경', 'a"b', '결과'].map((text) => ({ id: text, text, level: 2 }));
    const html = renderToStaticMarkup(<PostArticle post={post({ outline })} i18n={ko} />);
    expect(html).toContain('href="#%EB%B0%B0%EA%B2%BD"');
    expect(html).toContain('href="#a%22b"');
  });
});

describe('around the page', () => {
  const html = renderToStaticMarkup(
    <SiteShell site={site} i18n={en} path="/ai/page/2/">
      <h1>AI</h1>
    </SiteShell>,
  );

  test('both languages lead to the same page', () => {
    expect(html).toMatch(/<a href="\/ai\/page\/2\/" lang="ko"/);
    expect(html).toMatch(/<a href="\/en\/ai\/page\/2\/" lang="en"[^>]*aria-current="true"/);
  });

  test('the menu marks the section', () => {
    expect(html).toMatch(/<a href="\/en\/ai\/" aria-current="true">AI<\/a>/);
  });

  test('skip link, landmarks and feed are there, and no script or handler', () => {
    expect(html).toContain('href="#nm-content"');
    for (const landmark of ['<header', '<main id="nm-content"', '<footer', '<nav'])
      expect(html).toContain(landmark);
    expect(html).toContain('href="/en/feeds/"');
    expect(html).not.toMatch(/<script|\son\w+=/);
  });
});

test('tags are filed by their first sound', () => {
  const tags = ['확산', 'GAN', '강화'].map((name) => ({ slug: name, name, count: 1 }));
  const order = [...renderToStaticMarkup(<TagIndex tags={tags} i18n={ko} />).matchAll(/<h2>(.)<\/h2>/g)].map(
    ([, letter]) => letter,
  );
  expect(order).toEqual(['ㄱ', 'ㅎ', 'G']);
});

test('a missing page suggests posts, and says whether they are near or just new', () => {
  expect(renderToStaticMarkup(<NotFound suggestions={[card()]} similar i18n={ko} />)).toContain('이 가운데');
  expect(renderToStaticMarkup(<NotFound suggestions={[card()]} similar={false} i18n={ko} />)).toContain(
    '최근에 나온 글',
  );
});
