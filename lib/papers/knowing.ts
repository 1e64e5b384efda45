import { check, may, notFound, type Viewer } from '@/lib/access';
import { db, LISTED_POST, namesSchema, type Reader, type Transaction } from '@/lib/db';
import { localized, localizePath } from '@/lib/i18n';
import { matchName, nameWords } from '@/lib/search';
import { identified } from './identifiers';
import { folded } from './naming';
import { authorsSchema, paperColumns, presentPaper, type PaperRow } from './stored';
import type { FoundPapers, KnownPaper, PaperReview } from './types';

/** A member, with the language in which names are shown to them. */
export interface PaperViewer extends Viewer {
  language: string;
}

/** Most papers that are offered at once. */
const MOST_FOUND = 8;
/** Papers that are compared with what is typed, those of many posts first. */
const MOST_COMPARED = 500;
/** Reviews that are told of one paper, and looked at for all of a list. */
const MOST_REVIEWS = 3;
const MOST_REVIEW_ROWS = 100;

export const knownColumns = {
  ...paperColumns,
  version: true,
  posts: true,
  createdById: true,
  about: {
    where: { post: { listedAt: { not: null } } },
    select: { post: { select: { authors: { select: { memberId: true } } } } },
  },
} as const;

/** What {@link knownColumns} selects. */
export type KnownRow = PaperRow & {
  version: number;
  posts: number;
  createdById: string | null;
  about: { post: { authors: { memberId: string }[] } }[];
};

/** @returns ids of those to whom a paper belongs: who added it, and who wrote a public post about it. */
export function ownersOf(row: Pick<KnownRow, 'createdById' | 'about'>): (string | null)[] {
  return [row.createdById, ...row.about.flatMap(({ post }) => post.authors.map(({ memberId }) => memberId))];
}

/** The newest public posts about papers; one query. */
async function reviewsOf(
  reader: Reader | Transaction,
  ids: string[],
  language: string,
): Promise<Map<string, PaperReview[]>> {
  const reviews = new Map<string, PaperReview[]>();
  const rows = await reader.postPaper.findMany({
    where: { paperId: { in: ids }, post: LISTED_POST },
    orderBy: [{ post: { listedAt: 'desc' } }, { postId: 'desc' }],
    take: MOST_REVIEW_ROWS,
    select: {
      paperId: true,
      post: {
        select: {
          path: true,
          originalLanguage: true,
          authors: {
            orderBy: { position: 'asc' },
            select: { member: { select: { names: true, handle: true } } },
          },
          translations: {
            where: { state: 'published' },
            select: { language: true, publishedRevision: { select: { title: true } } },
          },
        },
      },
    },
  });
  for (const { paperId, post } of rows) {
    const told = reviews.get(paperId) ?? [];
    const rank = (own: string) => (own === language ? 0 : own === post.originalLanguage ? 1 : 2);
    const [shown] = [...post.translations].sort((a, b) => rank(a.language) - rank(b.language));
    if (!shown?.publishedRevision || told.length === MOST_REVIEWS) continue;
    reviews.set(paperId, [
      ...told,
      {
        title: shown.publishedRevision.title,
        path: localizePath(post.path, shown.language),
        authors: post.authors.map(
          ({ member }) => localized(namesSchema.parse(member.names), language) || member.handle,
        ),
      },
    ]);
  }
  return reviews;
}

/** @returns papers as members see them, in the order of the rows; one query for all. */
export async function presentKnown(
  reader: Reader | Transaction,
  viewer: PaperViewer,
  rows: KnownRow[],
): Promise<KnownPaper[]> {
  const reviews =
    rows.length === 0
      ? new Map<string, PaperReview[]>()
      : await reviewsOf(
          reader,
          rows.map(({ id }) => id),
          viewer.language,
        );
  return rows.map((row) => ({
    ...presentPaper(row),
    version: row.version,
    posts: row.posts,
    reviews: reviews.get(row.id) ?? [],
    mayChange: may(viewer, 'paper.write', { ownerIds: ownersOf(row) }),
  }));
}

/**
 * Finds papers that this blog knows, while somebody types.
 *
 * @param question an arXiv id, a DOI, an address, or words of title and authors, the last one half-typed.
 * @returns at most eight, best first.
 * @throws {AccessError}
 */
export async function findPapers(viewer: PaperViewer, question: string): Promise<FoundPapers> {
  check(viewer, 'paper.create');
  const text = question.slice(0, 2_000);
  const what = identified(text);
  const where = what
    ? { OR: [{ arxivId: what.arxivId ?? '' }, { doi: what.doi ?? '' }, { url: what.url ?? '' }] }
    : null;
  const rows = where
    ? await db().paper.findMany({ where, select: knownColumns, take: MOST_FOUND })
    : await byWords(text);
  return { papers: await presentKnown(db(), viewer, rows), identified: what };
}

async function byWords(text: string): Promise<KnownRow[]> {
  const parts = folded(text)
    .split(/[^\p{L}\p{N}./-]+/u)
    .filter(Boolean)
    .slice(0, 12);
  if (parts.length === 0) return [];
  // A syllable that is still being typed says little by itself.
  const sure = parts.map((part) => part.replace(/[\p{Script=Hangul}]$/u, '')).filter(Boolean);
  const compared = await db().paper.findMany({
    where: { AND: sure.map((part) => ({ findText: { contains: part } })) },
    orderBy: [{ posts: 'desc' }, { id: 'asc' }],
    take: MOST_COMPARED,
    select: { id: true, title: true, authors: true, findText: true },
  });
  const words = nameWords(text);
  const ids = compared
    .flatMap(({ id, title, authors, findText }, index) => {
      const inTitle = matchName(title, words);
      const inAll = inTitle ?? matchName(`${title} ${authorsSchema.parse(authors).join(' ')}`, words);
      if (!inAll && !parts.every((part) => findText.includes(part))) return [];
      return [{ id, rank: (inTitle ? 1_000 : 0) + (inAll?.quality ?? 0), index }];
    })
    .sort((a, b) => b.rank - a.rank || a.index - b.index)
    .slice(0, MOST_FOUND)
    .map(({ id }) => id);
  const rows = await db().paper.findMany({ where: { id: { in: ids } }, select: knownColumns });
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}

/**
 * @param ids of papers that a post has, in order.
 * @returns those that there are, as members see them.
 */
export async function knownPapers(viewer: PaperViewer, ids: string[]): Promise<KnownPaper[]> {
  check(viewer, 'paper.create');
  const rows = await db().paper.findMany({ where: { id: { in: ids } }, select: knownColumns });
  return presentKnown(
    db(),
    viewer,
    ids.flatMap((id) => rows.filter((row) => row.id === id)),
  );
}

/** @returns a paper as members see it. @throws {AccessError} `not-found`. */
export async function knownPaper(viewer: PaperViewer, id: string): Promise<KnownPaper> {
  const [paper] = await knownPapers(viewer, [id]);
  if (!paper) throw notFound();
  return paper;
}
