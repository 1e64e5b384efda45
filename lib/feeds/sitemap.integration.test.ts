import { describe, expect, test } from 'vitest';
import { transaction, db, statementCount } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { hide, movePost } from '@/lib/posts';
import { shell, translate, writePost } from '@/lib/posts/testing';
import { ENTRIES_PER_PART, feedDocument, sitemap, sitemapPart } from '.';
import { parseXml, textsOf, type Element } from './testing';

useDatabase();

const HOST = 'http://localhost:3000';
/** W3C Datetime, as the protocol asks for. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** A document held against what sitemaps.org/protocol.html demands, and Google of alternates. @returns its addresses. */
function addressesOf(xml: string | null): string[] {
  if (xml === null) throw new Error('there is no such part');
  expect(Buffer.byteLength(xml)).toBeLessThan(50 * 2 ** 20);
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
  const root = parseXml(xml).children[0];
  expect(root?.attributes['xmlns']).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
  const isIndex = root?.name === 'sitemapindex';
  if (!isIndex) expect(root?.name).toBe('urlset');
  const children = root?.children ?? [];
  expect(children.length).toBeGreaterThan(0);
  expect(children.length).toBeLessThanOrEqual(50_000);
  const alternates = new Map<string, Map<string, string>>();
  const locations = children.map((child) => {
    expect(child.name).toBe(isIndex ? 'sitemap' : 'url');
    const [location = '', ...more] = textsOf(child, 'loc');
    expect(more).toEqual([]);
    expect(location.length).toBeLessThan(2048);
    expect(new URL(location).origin).toBe(HOST);
    expect(new URL(location).href).toBe(location);
    for (const changed of textsOf(child, 'lastmod')) expect(changed).toMatch(DATE);
    // The order of the schema's sequence; what is of another namespace comes last.
    const names = child.children.map(({ name }) => name);
    expect(names.join(' ')).toMatch(/^loc(?: lastmod)?(?: xhtml:link)*$/);
    alternates.set(location, alternatesOf(child));
    return location;
  });
  expect(new Set(locations).size).toBe(locations.length);
  if (!isIndex) expectReturned(alternates);
  return locations;
}

function alternatesOf(url: Element): Map<string, string> {
  return new Map(
    url.children
      .filter(({ name }) => name === 'xhtml:link')
      .map(({ attributes }) => {
        expect(attributes['rel']).toBe('alternate');
        return [attributes['hreflang'] ?? '', attributes['href'] ?? ''];
      }),
  );
}

/** Each version names itself and all others, and these name it: else none of it counts. */
function expectReturned(alternates: Map<string, Map<string, string>>): void {
  for (const [location, links] of alternates) {
    expect([...links.values()]).toContain(location);
    expect(links.has('x-default')).toBe(true);
    for (const href of links.values()) expect(alternates.get(href)).toEqual(links);
  }
}

const pathsOf = (xml: string | null): string[] =>
  addressesOf(xml).map((location) => decodeURI(location.slice(HOST.length)));

/** Public posts, oldest first by number, written past the room's door for speed. */
async function writeMany(count: number): Promise<void> {
  const { categoryId } = await writePost({ slug: 'draft', published: false });
  const numbers = Array.from({ length: count }, (_, n) => String(n).padStart(4, '0'));
  const at = (n: string) => new Date(Date.UTC(2024, 0, 1) + Number(n) * 60_000);
  await transaction(async (tx) => {
    await tx.post.createMany({
      data: numbers.map((n) => ({
        ...{ id: `p${n}`, categoryId, month: '2024-01', slug: `글-${n}`, path: `/ai/2024-01/글-${n}/` },
        ...{ guid: `urn:x:${n}`, originalLanguage: 'ko', macros: {}, publishedAt: at(n), listedAt: at(n) },
      })),
    });
    await tx.translation.createMany({
      data: numbers.map((n) => ({
        ...{ id: `t${n}`, postId: `p${n}`, language: 'ko', state: 'published', publishedAt: at(n) },
      })),
    });
  });
}

describe('a small site', () => {
  test('is one document, of what is public and of nothing else', async () => {
    const { postId } = await writePost({ slug: '확산', author: '김하나', tags: ['비전'] });
    await translate(postId, 'en', 'Diffusion', 'Text.');
    await writePost({ slug: 'korean & <alone>' });
    await writePost({ slug: 'draft', published: false });
    const paths = pathsOf(await sitemap());
    expect(paths).toEqual(expect.arrayContaining(['/', '/en/', '/ai/', '/en/tags/비전/']));
    expect(paths.filter((path) => path.includes('2024-03'))).toEqual([
      '/en/ai/2024-03/확산/',
      '/ai/2024-03/확산/',
      '/ai/2024-03/korean & <alone>/',
    ]);
    expect(await sitemapPart('posts', 1)).toBeNull();
    expect(await sitemapPart('lists', 1)).toBeNull();
  });

  test('loses what is hidden, with its addresses from before; feeds lose it too', async () => {
    const { postId, translationId, categoryId } = await writePost({ slug: 'old' });
    await transaction((tx) => movePost(tx, shell, postId, { categoryId, month: '2024-03', slug: 'new' }));
    expect(pathsOf(await sitemap())).toContain('/ai/2024-03/new/');
    expect(pathsOf(await sitemap())).not.toContain('/ai/2024-03/old/');
    await transaction((tx) => hide(tx, shell, translationId));
    expect(pathsOf(await sitemap()).join()).not.toContain('2024-03');
    expect((await feedDocument({ kind: 'all' }, 'ko', 'json', {}))?.body).not.toContain('2024-03');
  });
});

test('a large site is an index; posts are in parts, oldest first, each once, and a full part never changes', async () => {
  await writeMany(ENTRIES_PER_PART + 2);
  const parts = pathsOf(await sitemap());
  expect(parts).toEqual(['/sitemap-lists-1.xml', '/sitemap-posts-1.xml', '/sitemap-posts-2.xml']);
  const first = await sitemapPart('posts', 1);
  const [before, after] = [pathsOf(first), pathsOf(await sitemapPart('posts', 2))];
  expect(before).toHaveLength(ENTRIES_PER_PART);
  expect(before[0]).toBe('/ai/2024-01/글-0000/');
  expect(after).toEqual(['/ai/2024-01/글-1000/', '/ai/2024-01/글-1001/']);
  expect(pathsOf(await sitemapPart('lists', 1))).toEqual(expect.arrayContaining(['/', '/en/ai/']));
  for (const [kind, part] of [
    ['posts', 3],
    ['lists', 2],
    ['papers', 1],
  ] as const) {
    expect(await sitemapPart(kind, part)).toBeNull();
  }
  await writePost({ slug: 'newest' });
  expect(await sitemapPart('posts', 1)).toBe(first);

  const cost = async (part: number) => {
    const start = statementCount();
    await sitemapPart('posts', part);
    return statementCount() - start;
  };
  expect(await cost(1)).toBeLessThan((await cost(2)) + 4);
}, 60_000);

test('papers have parts of their own', async () => {
  await writePost({ slug: 'about-papers' });
  const numbers = Array.from({ length: ENTRIES_PER_PART + 1 }, (_, n) => String(n).padStart(4, '0'));
  await transaction(async (tx) => {
    await tx.paper.createMany({
      data: numbers.map((n) => ({
        id: `paper-${n}`,
        ...{ title: n, titleKey: n, findText: n, authors: [], listedAt: new Date() },
      })),
    });
  });
  expect(await db().paper.count()).toBe(numbers.length);
  expect(pathsOf(await sitemap())).toEqual([
    '/sitemap-lists-1.xml',
    '/sitemap-papers-1.xml',
    '/sitemap-papers-2.xml',
    '/sitemap-posts-1.xml',
  ]);
  expect(pathsOf(await sitemapPart('papers', 1))).toHaveLength(2 * ENTRIES_PER_PART);
  expect(pathsOf(await sitemapPart('papers', 2))).toEqual(['/papers/paper-1000/', '/en/papers/paper-1000/']);
  expect(pathsOf(await sitemapPart('lists', 1))).toContain('/papers/');
});
