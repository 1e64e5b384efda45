import { dependsOn, tags } from '@/lib/cache';
import { db, LISTED_POST } from '@/lib/db';
import { memberColumns, presentMember } from '@/lib/members';
import { settings } from '@/lib/settings';
import { namedLink, postCards } from './cards';
import type { AuthorView, CountedLink, GroupView, MonthCount, NamedLink, PostList } from './views';

/** Which posts a list holds. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'category'; slug: string }
  | { kind: 'month'; category: string; month: string }
  | { kind: 'tag'; slug: string }
  | { kind: 'author'; handle: string }
  | { kind: 'paper'; id: string };

/** A scope that exists, ready to be asked for. */
export interface ResolvedScope {
  scope: Scope;
  where: {
    kind: 'post';
    categoryId?: string;
    month?: string;
    tags?: { some: { tagId: string } };
    authors?: { some: { memberId: string } };
    papers?: { some: { paperId: string } };
  };
}

/**
 * @returns the scope with the ids it stands for, or null where there is no such category, tag or author.
 */
export async function resolveScope(scope: Scope): Promise<ResolvedScope | null> {
  switch (scope.kind) {
    case 'all':
      dependsOn(tags.list);
      return { scope, where: { kind: 'post' } };
    case 'category':
    case 'month': {
      dependsOn(tags.categories);
      const slug = scope.kind === 'month' ? scope.category : scope.slug;
      const category = await db().category.findUnique({ where: { slug }, select: { id: true } });
      if (!category) return null;
      dependsOn(tags.categoryList(category.id), tags.category(category.id));
      return {
        scope,
        where: {
          kind: 'post',
          categoryId: category.id,
          ...(scope.kind === 'month' && { month: scope.month }),
        },
      };
    }
    case 'tag': {
      dependsOn(tags.tags);
      const tag = await db().tag.findUnique({ where: { slug: scope.slug }, select: { id: true } });
      if (!tag) return null;
      dependsOn(tags.tagList(tag.id));
      return { scope, where: { kind: 'post', tags: { some: { tagId: tag.id } } } };
    }
    case 'author': {
      dependsOn(tags.authors);
      const member = await db().member.findUnique({ where: { handle: scope.handle }, select: { id: true } });
      if (!member) return null;
      dependsOn(tags.authorList(member.id), tags.member(member.id));
      return { scope, where: { kind: 'post', authors: { some: { memberId: member.id } } } };
    }
    case 'paper': {
      dependsOn(tags.paper(scope.id));
      const paper = await db().paper.findUnique({ where: { id: scope.id }, select: { id: true } });
      if (!paper) return null;
      dependsOn(tags.paperList(paper.id));
      return { scope, where: { kind: 'post', papers: { some: { paperId: paper.id } } } };
    }
  }
}

/**
 * @param order by publication and then by id, so that it is one and the same everywhere.
 * @returns ids of public posts of a scope.
 */
async function idsOf(
  { where }: ResolvedScope,
  order: 'asc' | 'desc',
  take: number,
  skip: number,
): Promise<string[]> {
  const rows = await db().post.findMany({
    where: { ...where, listedAt: { not: null } },
    orderBy: [{ listedAt: order }, { id: order }],
    select: { id: true },
    take,
    skip,
  });
  return rows.map(({ id }) => id);
}

/** @returns ids of the newest posts of a scope, newest first. */
export const newestIds = (scope: ResolvedScope, take: number, skip = 0) => idsOf(scope, 'desc', take, skip);

/** @returns ids of the posts of a scope that became public first, oldest first. */
export const oldestIds = (scope: ResolvedScope, take: number, skip = 0) => idsOf(scope, 'asc', take, skip);

/** @returns how many public posts a scope has. */
export function countPosts({ where }: ResolvedScope): Promise<number> {
  return db().post.count({ where: { ...where, listedAt: { not: null } } });
}

/** @returns when a post of the scope was last taken from readers, or shown again; null where that never happened. */
export async function visibilityChangedAt({ where }: ResolvedScope): Promise<Date | null> {
  const found = await db().post.findFirst({
    where: { ...where, visibilityChangedAt: { not: null } },
    orderBy: { visibilityChangedAt: 'desc' },
    select: { visibilityChangedAt: true },
  });
  return found?.visibilityChangedAt ?? null;
}

/**
 * Walks to a page from the nearer end of the list, on an index that holds all it reads: the last page costs what the
 * first does, and none more than half a walk over index entries.
 */
async function idsOfPage(
  resolved: ResolvedScope,
  page: number,
  perPage: number,
  total: number,
): Promise<string[]> {
  const before = (page - 1) * perPage;
  const take = Math.min(perPage, total - before);
  const after = total - before - take;
  if (before <= after) return newestIds(resolved, perPage, before);
  return (await oldestIds(resolved, take, after)).reverse();
}

/**
 * One page of a list.
 *
 * @param language of the page.
 * @param page 1-based.
 * @returns null where the scope or the page does not exist; the first page of an empty list exists.
 */
export async function postList(scope: Scope, language: string, page = 1): Promise<PostList | null> {
  const resolved = await resolveScope(scope);
  if (!resolved) return null;
  const { postsPerPage } = await settings();
  const total = await countPosts(resolved);
  const pages = Math.max(1, Math.ceil(total / postsPerPage));
  if (page < 1 || page > pages || (scope.kind === 'month' && total === 0)) return null;
  const ids = await idsOfPage(resolved, page, postsPerPage, total);
  return { posts: await postCards(ids, language), page, pages, total };
}

/** @returns every month with posts, newest first, with the number of posts for each category. */
export async function monthCounts(language: string): Promise<MonthCount[]> {
  dependsOn(tags.list, tags.archive, tags.categories);
  const [groups, categories] = await Promise.all([
    db().post.groupBy({
      by: ['categoryId', 'month'],
      where: LISTED_POST,
      _count: { _all: true },
    }),
    db().category.findMany({ orderBy: [{ position: 'asc' }, { slug: 'asc' }] }),
  ]);
  const position = new Map(categories.map((category, index) => [category.id, { category, index }]));
  return groups
    .flatMap(({ categoryId, month, _count }) => {
      const found = categoryId === null ? undefined : position.get(categoryId);
      return found && month !== null ? [{ month, found, count: _count._all }] : [];
    })
    .sort((a, b) => b.month.localeCompare(a.month) || a.found.index - b.found.index)
    .map(({ month, found, count }) => ({
      month,
      category: namedLink(found.category, language),
      position: found.index,
      count,
    }));
}

/** @returns what the group writes about, and how much it wrote of late; from one grouped query. */
export async function groupView(language: string): Promise<GroupView> {
  const months = await monthCounts(language);
  const categories = new Map<string, CountedLink & { position: number }>();
  for (const { category, position, count } of months) {
    const known = categories.get(category.slug);
    if (known) known.count += count;
    else categories.set(category.slug, { ...category, position, count });
  }
  const month = months[0]?.month;
  return {
    categories: [...categories.values()]
      .sort((a, b) => a.position - b.position)
      .map(({ slug, name, count }) => ({ slug, name, count })),
    latest:
      month === undefined
        ? null
        : {
            month,
            count: months.reduce((sum, other) => sum + (other.month === month ? other.count : 0), 0),
          },
  };
}

/** A category with what its page says of it. */
export interface CategoryView extends CountedLink {
  description: string;
}

async function countsByCategory(): Promise<Map<string | null, number>> {
  const groups = await db().post.groupBy({
    by: ['categoryId'],
    where: LISTED_POST,
    _count: { _all: true },
  });
  return new Map(groups.map(({ categoryId, _count }) => [categoryId, _count._all]));
}

/** @returns all categories in their order. */
export async function categoryList(language: string): Promise<CategoryView[]> {
  dependsOn(tags.categories, tags.list);
  const [rows, counts] = await Promise.all([
    db().category.findMany({ orderBy: [{ position: 'asc' }, { slug: 'asc' }] }),
    countsByCategory(),
  ]);
  return rows.map((row) => {
    dependsOn(tags.category(row.id));
    return {
      ...namedLink(row, language),
      description: namedLink({ slug: '', names: row.descriptions }, language).name,
      count: counts.get(row.id) ?? 0,
    };
  });
}

/** @returns a category by its slug, or null. */
export async function categoryBySlug(slug: string, language: string): Promise<CategoryView | null> {
  dependsOn(tags.categories);
  const row = await db().category.findUnique({ where: { slug } });
  if (!row) return null;
  dependsOn(tags.category(row.id), tags.categoryList(row.id));
  const count = await db().post.count({
    where: { kind: 'post', categoryId: row.id, listedAt: { not: null } },
  });
  return {
    ...namedLink(row, language),
    description: namedLink({ slug: '', names: row.descriptions }, language).name,
    count,
  };
}

const byName = (language: string) => (a: { name: string }, b: { name: string }) =>
  a.name.localeCompare(b.name, language, { numeric: true });

/** @returns tags with public posts, by name. */
export async function tagList(language: string): Promise<CountedLink[]> {
  dependsOn(tags.tags, tags.list);
  const rows = await db().tag.findMany({
    where: { posts: { some: { post: LISTED_POST } } },
    select: {
      slug: true,
      names: true,
      _count: { select: { posts: { where: { post: LISTED_POST } } } },
    },
  });
  return rows.map((row) => ({ ...namedLink(row, language), count: row._count.posts })).sort(byName(language));
}

/** @returns a tag by its slug, or null. */
export async function tagBySlug(slug: string, language: string): Promise<NamedLink | null> {
  dependsOn(tags.tags);
  const row = await db().tag.findUnique({ where: { slug }, select: { slug: true, names: true } });
  return row && namedLink(row, language);
}

/** An author in the list of authors. */
export type CountedAuthor = AuthorView & { count: number };

/** @returns authors with public posts, by name. */
export async function authorList(language: string): Promise<CountedAuthor[]> {
  dependsOn(tags.authors, tags.list);
  const rows = await db().member.findMany({
    where: { posts: { some: { post: LISTED_POST } } },
    select: {
      ...memberColumns,
      _count: { select: { posts: { where: { post: LISTED_POST } } } },
    },
  });
  return rows
    .map((row) => {
      dependsOn(tags.member(row.id));
      return { ...presentMember(row, language), count: row._count.posts };
    })
    .sort(byName(language));
}

/** @returns an author with public posts by handle, or null. */
export async function authorByHandle(handle: string, language: string): Promise<AuthorView | null> {
  dependsOn(tags.authors);
  const row = await db().member.findUnique({ where: { handle }, select: memberColumns });
  if (!row) return null;
  dependsOn(tags.member(row.id));
  return presentMember(row, language);
}
