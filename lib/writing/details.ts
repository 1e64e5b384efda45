import { may, notFound } from '@/lib/access';
import { record } from '@/lib/audit';
import { db, transaction, type Reader, type Transaction } from '@/lib/db';
import {
  movePost,
  pathOf,
  PostError,
  setAuthors,
  setLeadMedia,
  setPapers,
  setPublishedAt,
  setTags,
  type PostFault,
} from '@/lib/posts';
import { MAX_PAPERS, PaperError } from '@/lib/papers';
import { isPlaceholder } from './begin';
import { detailColumns, presentDetails } from './details-view';
import { WritingError } from './errors';
import { checkPost, ownerColumns, type Writer } from './rights';
import { tagsByName } from './tags';
import type { PostDetails, SavedDetails } from './types';

/** Most authors of a post. */
const MAX_AUTHORS = 50;
/** How far a clock may be ahead of ours before a time counts as future, in milliseconds. */
export const CLOCK_TOLERANCE = 60_000;

const postColumns = { ...ownerColumns, ...detailColumns, path: true } as const;

type Place = Pick<PostDetails, 'categoryId' | 'month' | 'slug'>;

async function openPost(reader: Reader | Transaction, viewer: Writer, postId: string) {
  const post = await reader.post.findUnique({ where: { id: postId }, select: postColumns });
  if (!post) throw notFound();
  checkPost(viewer, 'post.write', post);
  return post;
}

type OpenPost = Awaited<ReturnType<typeof openPost>>;

/** What a form's place means: an empty slug keeps the one that stands until one is chosen; pages have only a slug. */
function placeOf(post: OpenPost, { categoryId, month, slug }: Place): Place {
  const chosen = slug.normalize('NFC').trim();
  return {
    categoryId: post.kind === 'page' ? null : categoryId,
    month: post.kind === 'page' ? null : month,
    slug: chosen === '' && isPlaceholder(post.slug, post.publishedAt) ? post.slug : chosen,
  };
}

/**
 * What address a place would give a post, and whether it could have it.
 *
 * @returns the address, without language prefix, decoded, or null where there is none; and what is wrong with it:
 *   `address-taken` also by another post that once had it.
 * @throws {AccessError} `not-found`.
 */
export async function checkAddress(
  viewer: Writer,
  postId: string,
  place: Place,
): Promise<{ path: string | null; problem: PostFault | null }> {
  const post = await openPost(db(), viewer, postId);
  try {
    const path = await pathOf(db(), { kind: post.kind, ...placeOf(post, place) });
    const holder = await db().postAddress.findUnique({ where: { path }, select: { postId: true } });
    return { path, problem: holder && holder.postId !== postId ? 'address-taken' : null };
  } catch (error) {
    if (error instanceof PostError) return { path: null, problem: error.fault };
    throw error;
  }
}

/** @throws {WritingError} `authors-missing`, `author-unknown`, `author-self`. */
async function checkAuthors(
  tx: Transaction,
  viewer: Writer,
  post: OpenPost,
  wanted: string[],
): Promise<void> {
  if (wanted.length === 0) {
    if (post.kind === 'page') return;
    throw new WritingError('authors-missing');
  }
  const present = new Set(post.authors.map(({ memberId }) => memberId));
  const added = wanted.filter((id) => !present.has(id));
  if (wanted.length > MAX_AUTHORS) throw new WritingError('author-unknown');
  const found = await tx.member.count({
    where: { id: { in: added }, state: { in: ['active', 'unclaimed'] } },
  });
  // Who was suspended since stays the author of what they wrote.
  if (found !== added.length) throw new WritingError('author-unknown');
  // Nobody shuts themself out of their own text.
  const ownerIds = [...wanted, post.createdById];
  if (post.kind === 'post' && !may(viewer, 'post.write', { ownerIds })) throw new WritingError('author-self');
}

/** @throws {WritingError} `category-missing`, `category-unknown`. */
async function checkCategory(tx: Transaction, post: OpenPost, { categoryId }: Place): Promise<void> {
  if (post.kind === 'page') return;
  if (categoryId === null) throw new WritingError('category-missing');
  const found = await tx.category.count({ where: { id: categoryId } });
  if (found === 0) throw new WritingError('category-unknown');
}

/** @throws {WritingError} `lead-unknown`. */
async function checkLead(tx: Transaction, post: OpenPost, mediaId: string | null): Promise<void> {
  if (mediaId === null || mediaId === post.leadMediaId) return;
  if ((await tx.media.count({ where: { id: mediaId } })) === 0) throw new WritingError('lead-unknown');
}

/** @throws {PaperError} `paper-unknown`, `papers-many`. */
async function checkPapers(tx: Transaction, wanted: string[]): Promise<void> {
  if (wanted.length > MAX_PAPERS) throw new PaperError('papers-many', { values: { most: MAX_PAPERS } });
  const found = await tx.paper.count({ where: { id: { in: wanted } } });
  if (found !== wanted.length) throw new PaperError('paper-unknown');
}

/**
 * Saves what all languages of a post share. Readers see it at once where the post is public; a new address leaves a
 * permanent redirect then.
 *
 * The time of publication is taken only for what was public before, and may not lie ahead; a first publication gets its
 * own (`publishNow`).
 *
 * @throws {WritingError} `details-conflict` with the other side in `details`, and for each input that cannot be taken.
 * @throws {PostError} `address-taken`, `address-reserved`, `address-invalid`. @throws {PaperError} `paper-unknown`,
 *   `papers-many`. @throws {AccessError} `not-found`.
 */
export async function saveDetails(
  viewer: Writer,
  postId: string,
  input: PostDetails,
  now = new Date(),
): Promise<SavedDetails> {
  const actor = { memberId: viewer.memberId };
  return transaction(async (tx) => {
    const post = await openPost(tx, viewer, postId);
    if (post.version !== input.version) {
      const theirs = { path: post.path, details: presentDetails(post, viewer.language) };
      throw new WritingError('details-conflict', { details: theirs });
    }
    const place = placeOf(post, input);
    const authorIds = [...new Set(input.authorIds)];
    // A single page is about no paper.
    const paperIds = post.kind === 'page' ? [] : [...new Set(input.paperIds)];
    await checkCategory(tx, post, place);
    await checkAuthors(tx, viewer, post, authorIds);
    await checkPapers(tx, paperIds);
    await checkLead(tx, post, input.leadMediaId);
    if (input.publishedAt && input.publishedAt.getTime() > now.getTime() + CLOCK_TOLERANCE) {
      throw new WritingError('time-in-future');
    }
    const present = post.tags.map(({ tag }) => tag.id);
    const tagIds = await tagsByName(tx, actor, input.tags, { present, language: viewer.language });

    const changes = {
      address: place.slug !== post.slug || place.month !== post.month || place.categoryId !== post.categoryId,
      authors: await setAuthors(tx, postId, authorIds),
      tags: await setTags(tx, postId, tagIds),
      papers: await setPapers(tx, postId, paperIds),
      picture: await setLeadMedia(tx, postId, input.leadMediaId),
      date: input.publishedAt !== null && (await setPublishedAt(tx, postId, input.publishedAt)),
    };
    if (changes.address) await movePost(tx, actor, postId, place);
    const changed = Object.entries(changes).flatMap(([name, isChanged]) => (isChanged ? [name] : []));
    if (changed.length > 0) {
      await tx.post.update({ where: { id: postId }, data: { version: { increment: 1 } } });
      await record(tx, actor, {
        action: 'post.details',
        subjectType: 'post',
        subjectId: postId,
        detail: { fields: changed.join(', ') },
      });
    }
    const after = await tx.post.findUniqueOrThrow({ where: { id: postId }, select: postColumns });
    return { path: after.path, details: presentDetails(after, viewer.language) };
  });
}
