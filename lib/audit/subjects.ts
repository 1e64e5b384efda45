import { db } from '@/lib/db';
import { localized } from '@/lib/i18n';

/** What an entry is about. */
interface Subject {
  subjectType: string;
  subjectId: string;
}

/** Name and address of a thing that is still there. */
export interface FoundSubject {
  name: string;
  href: string;
}

/** @returns the key under which {@link findSubjects} tells of a subject. */
export const subjectKey = ({ subjectType, subjectId }: Subject): string => `${subjectType}:${subjectId}`;

type Texts = Record<string, string>;
const texts = (stored: unknown): Texts => (stored ?? {}) as Texts;

const titled = {
  id: true,
  language: true,
  publishedRevision: { select: { title: true } },
  draft: { select: { title: true } },
  revisions: { select: { title: true }, orderBy: { number: 'desc' }, take: 1 },
} as const;

interface Titled {
  publishedRevision: { title: string } | null;
  draft: { title: string } | null;
  revisions: { title: string }[];
}

const titleOf = (row: Titled): string =>
  row.publishedRevision?.title || row.draft?.title || row.revisions[0]?.title || '';

/**
 * Finds what entries are about: one query for each kind of thing.
 *
 * @param subjects of one page, a hundred or fewer.
 * @param language in which names are given, where there are several.
 */
export async function findSubjects(
  subjects: Subject[],
  language: string,
): Promise<Map<string, FoundSubject>> {
  const found = new Map<string, FoundSubject>();
  const ids = (type: string) => [
    ...new Set(subjects.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId)),
  ];
  const put = (type: string, id: string, name: string, href: string) =>
    found.set(`${type}:${id}`, { name, href });

  const [posts, translations, members, media, categories, marks, papers] = await Promise.all([
    db().post.findMany({
      where: { id: { in: ids('post') } },
      select: { id: true, path: true, originalLanguage: true, translations: { select: titled } },
    }),
    db().translation.findMany({
      where: { id: { in: ids('translation') } },
      select: { ...titled, post: { select: { path: true } } },
    }),
    db().member.findMany({
      where: { id: { in: ids('member') } },
      select: { id: true, names: true, handle: true },
    }),
    db().media.findMany({ where: { id: { in: ids('media') } }, select: { id: true, name: true } }),
    db().category.findMany({
      where: { id: { in: ids('category') } },
      select: { id: true, slug: true, names: true },
    }),
    db().tag.findMany({ where: { id: { in: ids('tag') } }, select: { id: true, slug: true, names: true } }),
    db().paper.findMany({ where: { id: { in: ids('paper') } }, select: { id: true, title: true } }),
  ]);

  for (const post of posts) {
    const translation =
      post.translations.find((one) => one.language === post.originalLanguage) ?? post.translations[0];
    const name = (translation && titleOf(translation)) || post.path;
    put('post', post.id, name, translation ? `/write/${translation.id}/` : post.path);
  }
  for (const row of translations)
    put('translation', row.id, titleOf(row) || row.post.path, `/write/${row.id}/`);
  for (const row of members)
    put('member', row.id, localized(texts(row.names), language) || row.handle, `/admin/members/#${row.id}`);
  for (const row of media) put('media', row.id, row.name, '/write/media/');
  for (const row of categories)
    put('category', row.id, localized(texts(row.names), language) || row.slug, '/admin/categories/');
  for (const row of marks)
    put('tag', row.id, localized(texts(row.names), language) || row.slug, `/tags/${row.slug}/`);
  for (const row of papers) put('paper', row.id, row.title, `/papers/${row.id}/`);
  return found;
}

/** @returns what was noted of a thing that is gone. */
export function notedName(detail: Record<string, unknown>): string | null {
  for (const key of ['title', 'name', 'names', 'email', 'path', 'to', 'slug', 'handle']) {
    const value = detail[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}
