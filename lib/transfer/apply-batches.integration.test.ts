import { describe, expect, test } from 'vitest';
import { changesSince, tags } from '@/lib/cache';
import { db, statementCount } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { applyImport, type ImportDocument, type ImportSource } from '.';

useDatabase();

function document(name: string, changes: Partial<ImportDocument> = {}): ImportDocument {
  return {
    source: `hugo:content/ai/2024-03/${name}.md`,
    kind: 'post',
    file: `content/ai/2024-03/${name}.md`,
    bodyLine: 5,
    title: `About ${name}`,
    body: `Some words about ${name}.\n`,
    summary: '',
    language: 'en',
    translationKey: `ai/2024-03/${name}`,
    publishedAt: new Date('2024-03-15'),
    draft: false,
    path: `/ai/2024-03/${name}/`,
    aliases: [],
    category: { slug: 'ai', name: 'AI' },
    month: '2024-03',
    slug: name,
    tags: [{ slug: 'speech', name: 'Speech' }],
    authors: [{ name: 'Ada Kwon', email: null, about: '', links: [], avatar: null }],
    papers: [],
    guid: `https://blog.example/ai/2024-03/${name}/`,
    images: [],
    ...changes,
  };
}

function source(documents: ImportDocument[]): ImportSource {
  const site = {
    title: null,
    description: null,
    copyright: null,
    origin: null,
    language: 'en',
    timeZone: null,
    menu: [],
    logo: null,
    categories: [],
    macros: {},
  };
  return { kind: 'hugo', site, documents, assets: [], notices: [] };
}

const names = Array.from({ length: 14 }, (_, n) => `post-${String(n).padStart(2, '0')}`);

describe('many documents', () => {
  test('one that cannot be written leaves nothing, and those beside it are brought in', async () => {
    const bad = document('post-05-without', { title: ' ', tags: [{ slug: 'unseen', name: 'Unseen' }] });
    const report = await applyImport(source([...names.map((name) => document(name)), bad]));

    expect(report.entries.filter(({ outcome }) => outcome === 'new').map(({ path }) => path)).toEqual(
      names.map((name) => `/ai/2024-03/${name}/`),
    );
    expect(report.entries.filter(({ outcome }) => outcome === 'skipped').map(({ file }) => file)).toEqual([
      bad.file,
    ]);
    expect(report.notices).toEqual([
      { level: 'error', file: bad.file, line: null, code: 'post-title-missing', values: { detail: '' } },
    ]);
    expect(await db().post.count()).toBe(14);
    expect(await db().translation.count({ where: { state: 'published' } })).toBe(14);
    expect(await db().tag.findMany({ select: { slug: true } })).toEqual([{ slug: 'speech' }]);
    expect(await db().postTag.count()).toBe(14);
    expect(await db().postAuthor.count()).toBe(14);
  });

  test('two with one address within a batch are one post', async () => {
    const twice = [document('post'), document('other', { slug: 'post', guid: null })];
    const report = await applyImport(source(twice));
    expect(report.entries.map(({ outcome }) => outcome).sort()).toEqual(['elsewhere', 'new']);
    expect(await db().post.count()).toBe(1);
  });

  test('texts of one post in two languages meet within a batch', async () => {
    const korean = document('post', {
      source: 'hugo:content/ai/post.ko.md',
      language: 'ko',
      guid: 'urn:x:ko',
    });
    await applyImport(source([document('post'), korean]));
    expect(await db().post.count()).toBe(1);
    expect(await db().translation.count()).toBe(2);
  });

  test('a second run sends a few statements and changes nothing', async () => {
    const documents = source(names.map((name) => document(name)));
    await applyImport(documents);
    const { now } = await changesSince(0);
    const before = statementCount();
    const report = await applyImport(documents);
    expect(new Set(report.entries.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(statementCount() - before).toBeLessThan(10);
    expect(await changesSince(now)).toEqual({ now, tags: [] });
  });

  test('every post and list that changed is stale afterwards', async () => {
    await applyImport(source(names.map((name) => document(name))));
    const { tags: touched } = await changesSince(0);
    const posts = await db().post.findMany({ select: { id: true, categoryId: true } });
    expect(touched).toEqual(expect.arrayContaining(posts.map(({ id }) => tags.post(id))));
    expect(touched).toEqual(
      expect.arrayContaining([
        tags.list,
        tags.archive,
        tags.addresses,
        tags.categoryList(posts[0]?.categoryId ?? ''),
      ]),
    );
  });
});
