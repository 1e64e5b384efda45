import { dependsOn, tags } from '@/lib/cache';
import { db, LISTED_POST } from '@/lib/db';
import { memberColumns, presentMember } from '@/lib/members';
import { settings } from '@/lib/settings';
import { namedLink } from './cards';
import type { CountedAuthor } from './lists';
import type { CountedLink, YearOfWeeks } from './views';
import { yearsOfWeeks } from './weeks';

/** Ids in one statement; SQLite takes about 900 values. */
const MOST_IDS = 500;

/**
 * @param slug of a category.
 * @returns who wrote its public posts, those with most of them first; `count` is of this category alone.
 */
export async function authorsOfCategory(slug: string, language: string): Promise<CountedAuthor[]> {
  const category = await db().category.findUnique({ where: { slug }, select: { id: true } });
  if (!category) return [];
  dependsOn(tags.categoryList(category.id));
  const counts = await db().postAuthor.groupBy({
    by: ['memberId'],
    where: { post: { ...LISTED_POST, categoryId: category.id } },
    _count: { _all: true },
    orderBy: [{ _count: { memberId: 'desc' } }, { memberId: 'asc' }],
    take: MOST_IDS,
  });
  const rows = await db().member.findMany({
    where: { id: { in: counts.map(({ memberId }) => memberId) } },
    select: memberColumns,
  });
  const members = new Map(rows.map((row) => [row.id, row]));
  return counts.flatMap(({ memberId, _count }) => {
    const row = members.get(memberId);
    if (!row) return [];
    dependsOn(tags.member(memberId));
    return [{ ...presentMember(row, language), count: _count._all }];
  });
}

/** Tags that are worth a look, as they occur together most often. */
const CANDIDATES = 60;
const MOST_RELATED = 12;

/**
 * How much one tag says of another: Ochiai's coefficient (Proc. Jap. Soc. Sci. Fish. 22, 1957), which a tag that is
 * everywhere does not win, with the discount of Pantel and Lin (KDD 2002), so that a single coincidence of two rare
 * tags does not win either.
 *
 * @param together posts that have both; `a` and `b`, posts that have the one and the other.
 */
export function affinity(together: number, a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (together / Math.sqrt(a * b)) * (together / (together + 1));
}

/**
 * @param slug of a tag.
 * @returns tags that occur together with it, most telling first; `count` is how many public posts have both.
 */
export async function relatedTags(slug: string, language: string): Promise<CountedLink[]> {
  const tag = await db().tag.findUnique({ where: { slug }, select: { id: true } });
  if (!tag) return [];
  dependsOn(tags.tags, tags.tagList(tag.id));
  const groups = await db().postTag.groupBy({
    by: ['tagId'],
    where: { post: { ...LISTED_POST, tags: { some: { tagId: tag.id } } } },
    _count: { _all: true },
    orderBy: [{ _count: { tagId: 'desc' } }, { tagId: 'asc' }],
    take: CANDIDATES + 1,
  });
  const together = new Map(groups.map(({ tagId, _count }) => [tagId, _count._all]));
  const own = together.get(tag.id) ?? 0;
  together.delete(tag.id);
  if (together.size === 0) return [];
  const ids = [...together.keys()];
  const [totals, rows] = await Promise.all([
    db().postTag.groupBy({
      by: ['tagId'],
      where: { tagId: { in: ids }, post: LISTED_POST },
      _count: { _all: true },
    }),
    db().tag.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true, names: true } }),
  ]);
  const total = new Map(totals.map(({ tagId, _count }) => [tagId, _count._all]));
  return rows
    .map((row) => {
      // The order depends on how often the other tag is used without this one.
      dependsOn(tags.tagList(row.id));
      const count = together.get(row.id) ?? 0;
      const weight = affinity(count, own, total.get(row.id) ?? 0);
      return { link: { ...namedLink(row, language), count }, weight };
    })
    .sort(
      (a, b) => b.weight - a.weight || b.link.count - a.link.count || (a.link.slug < b.link.slug ? -1 : 1),
    )
    .slice(0, MOST_RELATED)
    .map(({ link }) => link);
}

/**
 * @param handle of a member.
 * @returns the weeks in which public posts of theirs appeared, year by year, newest first, in the site's time zone.
 */
export async function authorWeeks(handle: string): Promise<YearOfWeeks[]> {
  const member = await db().member.findUnique({ where: { handle }, select: { id: true } });
  if (!member) return [];
  dependsOn(tags.authorList(member.id), tags.settings);
  const [{ timeZone }, rows] = await Promise.all([
    settings(),
    db().post.findMany({
      where: { ...LISTED_POST, authors: { some: { memberId: member.id } } },
      select: { listedAt: true },
    }),
  ]);
  return yearsOfWeeks(
    rows.flatMap(({ listedAt }) => (listedAt === null ? [] : [listedAt])),
    timeZone,
  );
}
