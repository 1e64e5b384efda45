import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { i18nFor } from '@/lib/i18n';
import type { MonthCount } from '@/lib/posts/views';
import {
  Activity,
  ArchivePage,
  AuthorHeader,
  CategoryHeader,
  EmptyState,
  PostCard,
  TagHeader,
  TagIndex,
} from '.';

const ko = i18nFor('ko', 'Asia/Seoul');
const en = i18nFor('en', 'Asia/Seoul');

const count = (month: string, slug: string, count: number): MonthCount => ({
  month,
  category: { slug, name: slug.toUpperCase() },
  position: slug === 'ai' ? 0 : 1,
  count,
});

describe('the archive', () => {
  const html = renderToStaticMarkup(
    <ArchivePage
      months={[count('2023-11', 'zoo', 1), count('2022-01', 'ai', 3), count('2023-02', 'ai', 24)]}
      i18n={en}
    />,
  );

  test('has a heading for each year, newest first, with the posts of all categories', () => {
    expect(
      [...html.matchAll(/<h2>(.*?)<\/h2><p>(.*?)<\/p>/g)].map(([, year, posts]) => [year, posts]),
    ).toEqual([
      ['2023', '25 posts'],
      ['2022', '3 posts'],
    ]);
  });

  test('names what it links to, in the order of categories, and hides empty squares', () => {
    expect([...html.matchAll(/<ol[^>]*aria-label="(.*?)"/g)].map(([, name]) => name)).toEqual([
      'AI, 2023',
      'ZOO, 2023',
      'AI, 2022',
    ]);
    expect(html.match(/<li aria-hidden="true"><\/li>/g)).toHaveLength(33);
    expect(html).toMatch(/href="\/en\/ai\/2023-02\/">Feb <b>24<\/b><span class="visually-hidden"> posts</);
    expect(html).toMatch(/Nov <b>1<\/b><span class="visually-hidden"> post</);
  });

  test('offers years to jump to where they are many', () => {
    expect(html).not.toContain('href="#y2023"');
    const many = [2019, 2020, 2021, 2022].map((year) => count(`${year}-01`, 'ai', 1));
    expect(renderToStaticMarkup(<ArchivePage months={many} i18n={ko} />)).toContain('href="#y2019"');
  });
});

test('weeks of an author are said in words', () => {
  const weeks = Array.from({ length: 52 }, (_, week) => (week === 3 ? 2 : week === 9 ? 1 : 0));
  const html = renderToStaticMarkup(<Activity years={[{ year: 2023, weeks }]} i18n={en} />);
  expect(html).toContain('3 posts in 2 weeks');
  expect(html).toMatch(/<svg[^>]*aria-hidden="true"/);
  expect(renderToStaticMarkup(<Activity years={[]} i18n={ko} />)).toBe('');
});

test('heads hold a name of any length, and nothing where there is nothing to say', () => {
  const author = { handle: 'x', name: '가'.repeat(200), about: '', avatar: null, links: [] };
  const bare = renderToStaticMarkup(<AuthorHeader author={author} total={0} i18n={ko} />);
  expect(bare).not.toContain('page-note');
  expect(bare).not.toContain('page-about');
  expect(renderToStaticMarkup(<TagHeader name="🤖" total={1} related={[]} i18n={ko} />)).not.toContain('<h2');
  const empty = <CategoryHeader name="AI" total={0} authors={[]} months={[]} i18n={ko} />;
  expect(renderToStaticMarkup(empty)).not.toContain('<h2');
});

test('what has no letter stands at the end of the index; many tags have letters to jump to', () => {
  const tags = ['🤖', '확산', 'GAN', ...Array.from({ length: 40 }, (_, n) => `강${n}`)];
  const html = renderToStaticMarkup(
    <TagIndex tags={tags.map((name) => ({ slug: name, name, count: 1 }))} i18n={ko} />,
  );
  expect([...html.matchAll(/<h2>(.)<\/h2>/g)].map(([, letter]) => letter)).toEqual(['ㄱ', 'ㅎ', 'G', '#']);
  expect(html).toContain('<a href="#i3">#</a>');
});

test.each([
  ['category', '/en/categories/'],
  ['tag', '/en/tags/'],
  ['author', '/en/authors/'],
] as const)('an empty %s says where to go on', (kind, href) => {
  expect(renderToStaticMarkup(<EmptyState kind={kind} i18n={en} />)).toContain(`href="${href}"`);
});

test('a figure is offered in its narrower variants, the original only where it is hardly wider', () => {
  const variants = [480, 960].map((width) => ({ src: `/media/a-${width}.webp`, width }));
  const sources = (width: number, isLead: boolean, known = variants) => {
    const html = renderToStaticMarkup(
      <PostCard
        post={{
          ...{
            id: '1',
            path: '/ai/2024-01/x/',
            title: 'X',
            language: 'ko',
            excerptHtml: '',
            excerptText: '',
          },
          ...{ publishedAt: new Date(0), minutes: 1, authors: [], category: null, tags: [] },
          leadImage: { src: '/media/a.png', width, height: 700, alt: '', variants: known },
        }}
        i18n={ko}
        isLead={isLead}
      />,
    );
    expect(html).toContain(`width="${width}" height="700"`);
    return /srcSet="(.*?)"/.exec(html)?.[1] ?? null;
  };
  expect(sources(12_000, false)).toBe('/media/a-480.webp 480w, /media/a-960.webp 960w');
  expect(sources(12_000, true)).toBe('/media/a-480.webp 480w, /media/a-960.webp 960w');
  expect(sources(1_200, true)).toBe('/media/a-480.webp 480w, /media/a-960.webp 960w, /media/a.png 1200w');
  expect(sources(300, false, [])).toBeNull();
});
