import { check, notFound, type Viewer } from '@/lib/access';
import { record, type Actor } from '@/lib/audit';
import { tags, touch } from '@/lib/cache';
import { db, isUniqueViolation, namesSchema, type Reader, transaction, type Transaction } from '@/lib/db';
import { defaultLanguage, UserError, type MessageKey } from '@/lib/i18n';
import { enqueue } from '@/lib/jobs';
import { NAMES_CHANGED, takeNames } from '@/lib/search';
import { changeSettings, settings } from '@/lib/settings';
import { pagePath } from './addresses';
import { refreshNames } from './indexing';
import type { ManagedCategory } from './views';

/** Most posts, drafts included, of a category whose slug may change: each gets another address at the same time. */
export const MAX_MOVED = 2_000;
/** Most categories of a blog. */
export const MAX_CATEGORIES = 100;
const MAX_NAME = 60;
const MAX_DESCRIPTION = 500;
const MAX_SLUG = 60;
/** Values in one `in` list or rows in one statement, on either engine. */
const CHUNK = 200;

/** Why something could not be done to a category. */
export type CategoryFault =
  | 'name-missing'
  | 'text-long'
  | 'slug-invalid'
  | 'slug-reserved'
  | 'slug-taken'
  | 'in-use'
  | 'too-many-posts'
  | 'too-many-categories'
  | 'changed-meanwhile';

const KEYS: Record<CategoryFault, MessageKey> = {
  'name-missing': 'categories.nameMissing',
  'text-long': 'categories.textLong',
  'slug-invalid': 'categories.slugInvalid',
  'slug-reserved': 'categories.slugReserved',
  'slug-taken': 'categories.slugTaken',
  'in-use': 'categories.inUse',
  'too-many-posts': 'categories.tooManyPosts',
  'too-many-categories': 'categories.tooMany',
  'changed-meanwhile': 'categories.changedMeanwhile',
};

const CONFLICTS: ReadonlySet<CategoryFault> = new Set(['slug-taken', 'in-use', 'changed-meanwhile']);

/** Something could not be done to a category; nothing was changed. */
export class CategoryError extends UserError {
  override readonly name = 'CategoryError';
  constructor(
    readonly fault: CategoryFault,
    field?: string,
    values: Record<string, string | number> = {},
  ) {
    super({
      kind: CONFLICTS.has(fault) ? 'conflict' : 'invalid',
      code: `category-${fault}`,
      key: KEYS[fault],
      values,
      ...(field !== undefined && { field }),
    });
  }
}

/** A category as a person enters it. */
export interface CategoryInput {
  slug: string;
  /** By language; at least one. */
  names: Record<string, string>;
  descriptions: Record<string, string>;
}

/** @returns all categories in their order, for whoever may change them. @throws {AccessError} */
export async function managedCategories(viewer: Viewer): Promise<ManagedCategory[]> {
  check(viewer, 'settings.write');
  const rows = await db().category.findMany({
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { id: true, slug: true, names: true, descriptions: true, _count: { select: { posts: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    names: namesSchema.parse(row.names),
    descriptions: namesSchema.parse(row.descriptions),
    posts: row._count.posts,
  }));
}

/** Adds a category at the end of the order. @returns its id. @throws {CategoryError} @throws {AccessError} */
export async function addCategory(viewer: Viewer, given: CategoryInput): Promise<string> {
  check(viewer, 'settings.write');
  const category = checked(given);
  const actor: Actor = { memberId: viewer.memberId };
  try {
    return await transaction(async (tx) => {
      const count = await tx.category.count();
      if (count >= MAX_CATEGORIES)
        throw new CategoryError('too-many-categories', undefined, { most: MAX_CATEGORIES });
      await takeSlug(tx, null, category.slug);
      const last = await tx.category.aggregate({ _max: { position: true } });
      const { id } = await tx.category.create({
        data: { ...category, position: (last._max.position ?? -1) + 1 },
        select: { id: true },
      });
      const detail = { slug: category.slug };
      await record(tx, actor, { action: 'category.create', subjectType: 'category', subjectId: id, detail });
      await touch(tx, [tags.categories, tags.addresses]);
      return id;
    });
  } catch (error) {
    throw isUniqueViolation(error) ? new CategoryError('slug-taken', 'slug') : error;
  }
}

/**
 * Changes names, description or slug. With the slug, the addresses of all its posts change; those from before lead to
 * them for ever, those of the category itself too, and the menu follows.
 *
 * @returns how many posts have another address now.
 * @throws {CategoryError} @throws {AccessError} `not-found` where there is no such category.
 */
export async function changeCategory(viewer: Viewer, id: string, given: CategoryInput): Promise<number> {
  check(viewer, 'settings.write');
  const wanted = checked(given);
  const actor: Actor = { memberId: viewer.memberId };
  return transaction(async (tx) => {
    const present = await tx.category.findUnique({ where: { id } });
    if (!present) throw notFound();
    const names = namesSchema.parse(present.names);
    const descriptions = namesSchema.parse(present.descriptions);
    const isSame = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);
    const isRenamed = !isSame(names, wanted.names) || !isSame(descriptions, wanted.descriptions);
    const isMoved = present.slug !== wanted.slug;
    if (!isRenamed && !isMoved) return 0;

    if (isMoved) await takeSlug(tx, id, wanted.slug);
    await tx.category.update({ where: { id }, data: wanted });
    if (!isSame(names, wanted.names)) {
      await refreshNames(tx, { ...present, kind: 'category', names: wanted.names });
      // Its posts are found by the names too; there may be thousands.
      await enqueue(tx, NAMES_CHANGED, { kind: 'category', id });
    }
    const moved = isMoved ? await movePosts(tx, id, present.slug, wanted.slug) : 0;
    if (isMoved) {
      await tx.formerCategorySlug.deleteMany({ where: { slug: wanted.slug, categoryId: id } });
      await tx.formerCategorySlug.create({ data: { slug: present.slug, categoryId: id } });
      await moveMenu(tx, actor, `/${present.slug}/`, `/${wanted.slug}/`);
    }
    await record(tx, actor, {
      action: isMoved ? 'category.move' : 'category.change',
      subjectType: 'category',
      subjectId: id,
      detail: isMoved ? { from: present.slug, to: wanted.slug, posts: moved } : { slug: wanted.slug },
    });
    // Every page that shows one of its posts depends on the category.
    await touch(tx, [
      ...[tags.categories, tags.category(id)],
      ...(isMoved ? [tags.list, tags.archive, tags.addresses, tags.categoryList(id)] : []),
    ]);
    return moved;
  });
}

/**
 * Puts the categories into an order.
 *
 * @param ids all of them; where some are missing or unknown, somebody else has changed them meanwhile.
 * @throws {CategoryError} `changed-meanwhile`. @throws {AccessError}
 */
export async function orderCategories(viewer: Viewer, ids: string[]): Promise<void> {
  check(viewer, 'settings.write');
  await transaction(async (tx) => {
    const present = await tx.category.findMany({
      orderBy: [{ position: 'asc' }, { slug: 'asc' }],
      select: { id: true, position: true },
    });
    const isComplete =
      new Set(ids).size === present.length && present.every((category) => ids.includes(category.id));
    if (!isComplete || ids.length !== present.length) throw new CategoryError('changed-meanwhile');
    const moved = present.filter(({ id, position }) => ids.indexOf(id) !== position);
    if (moved.length === 0) return;
    for (const { id } of moved)
      await tx.category.update({ where: { id }, data: { position: ids.indexOf(id) } });
    await record(
      tx,
      { memberId: viewer.memberId },
      { action: 'category.order', subjectType: 'settings', subjectId: 'categories' },
    );
    await touch(tx, [tags.categories]);
  });
}

/**
 * Removes a category that has no posts, drafts included.
 *
 * @throws {CategoryError} `in-use`. @throws {AccessError} `not-found` where there is no such category.
 */
export async function removeCategory(viewer: Viewer, id: string): Promise<void> {
  check(viewer, 'settings.write');
  await transaction(async (tx) => {
    const category = await tx.category.findUnique({
      where: { id },
      select: { slug: true, _count: { select: { posts: true } } },
    });
    if (!category) throw notFound();
    const count = category._count.posts;
    if (count > 0) throw new CategoryError('in-use', undefined, { count });
    await tx.category.delete({ where: { id } });
    await takeNames(tx, [id]);
    await record(
      tx,
      { memberId: viewer.memberId },
      {
        action: 'category.remove',
        subjectType: 'category',
        subjectId: id,
        detail: { slug: category.slug },
      },
    );
    await touch(tx, [tags.categories, tags.category(id), tags.categoryList(id), tags.addresses]);
  });
}

/** @returns id of the category that has a slug, or had it before; or null. */
export async function categoryOfSlug(tx: Reader | Transaction, slug: string): Promise<string | null> {
  const present = await tx.category.findUnique({ where: { slug }, select: { id: true } });
  if (present) return present.id;
  const former = await tx.formerCategorySlug.findUnique({ where: { slug }, select: { categoryId: true } });
  return former?.categoryId ?? null;
}

/** @returns the input with texts cleaned. @throws {CategoryError} */
function checked(given: CategoryInput): CategoryInput {
  const slug = given.slug.normalize('NFC').trim();
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}])?$/u.test(slug) || slug !== slug.toLowerCase())
    throw new CategoryError('slug-invalid', 'slug');
  if ([...slug].length > MAX_SLUG) throw new CategoryError('text-long', 'slug', { most: MAX_SLUG });
  try {
    pagePath(slug);
  } catch {
    throw new CategoryError('slug-reserved', 'slug', { slug });
  }
  const names = texts('names', given.names, MAX_NAME);
  if (Object.keys(names).length === 0) throw new CategoryError('name-missing', `names.${defaultLanguage}`);
  return { slug, names, descriptions: texts('descriptions', given.descriptions, MAX_DESCRIPTION) };
}

function texts(field: string, values: Record<string, string>, most: number): Record<string, string> {
  const cleaned = Object.entries(values).map(([language, value]) => {
    const clean = value
      .normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim();
    if ([...clean].length > most) throw new CategoryError('text-long', `${field}.${language}`, { most });
    return [language, clean] as const;
  });
  return Object.fromEntries(cleaned.filter(([, value]) => value !== ''));
}

/** Refuses a slug that leads elsewhere, now or from before: another category, or a single page. */
async function takeSlug(tx: Transaction, categoryId: string | null, slug: string): Promise<void> {
  const owner = await categoryOfSlug(tx, slug);
  if (owner !== null && owner !== categoryId) throw new CategoryError('slug-taken', 'slug');
  const page = await tx.postAddress.findUnique({ where: { path: `/${slug}/` }, select: { path: true } });
  if (page) throw new CategoryError('slug-taken', 'slug');
}

/** Like `movePost` for every post of a category, in few statements. */
async function movePosts(tx: Transaction, categoryId: string, from: string, to: string): Promise<number> {
  const posts = await tx.post.findMany({ where: { categoryId }, select: { id: true, path: true } });
  if (posts.length > MAX_MOVED) throw new CategoryError('too-many-posts', 'slug', { most: MAX_MOVED });
  const moves = posts.map((post) => ({ ...post, to: `/${to}${post.path.slice(`/${from}`.length)}` }));
  for (let at = 0; at < moves.length; at += CHUNK) {
    const chunk = moves.slice(at, at + CHUNK);
    const owners = new Map(chunk.map((move) => [move.to, move.id]));
    const known = await tx.postAddress.findMany({
      where: { path: { in: [...owners.keys()] } },
      select: { path: true, postId: true },
    });
    if (known.some(({ path, postId }) => owners.get(path) !== postId))
      throw new CategoryError('slug-taken', 'slug');
    const own = new Set(known.map(({ path }) => path));
    await tx.postAddress.createMany({
      data: chunk.filter((move) => !own.has(move.to)).map((move) => ({ path: move.to, postId: move.id })),
    });
    for (const move of chunk) await tx.post.update({ where: { id: move.id }, data: { path: move.to } });
  }
  // Relative addresses in the texts mean something else from now on.
  await tx.rendering.deleteMany({ where: { revision: { translation: { post: { categoryId } } } } });
  return moves.length;
}

async function moveMenu(tx: Transaction, actor: Actor, from: string, to: string): Promise<void> {
  const { menu } = await settings();
  if (!menu.some(({ href }) => href.startsWith(from))) return;
  await changeSettings(tx, actor, {
    menu: menu.map((item) =>
      item.href.startsWith(from) ? { ...item, href: to + item.href.slice(from.length) } : item,
    ),
  });
}
