import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul';
import { db, LISTED_POST, namesSchema } from '@/lib/db';
import { hrefOf, i18nFor, localizePath, localized, type I18n } from '@/lib/i18n';
import { findNames, marked, type FoundName, type MarkedText, type NameKind } from '@/lib/search';
import { settings } from '@/lib/settings';
import { outlineSchema } from './stored';

/** Something with an address, found by its name. */
export interface QuickFound {
  kind: NameKind;
  /** With the language prefix of the page, percent-encoded, ready for an `href`. */
  path: string;
  title: MarkedText[];
  /** What it is in: date and authors of a post, the post of a heading, the number of posts. */
  detail: string;
  /** Of the title. */
  language: string;
}

/** Most that is told, and most of one kind as long as there are others. */
const MOST = 12;
const SHARE: Readonly<Record<NameKind, number>> = {
  post: 6,
  paper: 3,
  tag: 3,
  author: 3,
  category: 2,
  heading: 4,
};
/** Of names that fit equally well. */
const ORDER: readonly NameKind[] = ['post', 'paper', 'author', 'tag', 'category', 'heading'];

/**
 * Finds posts, headings in them, papers, tags, authors and categories by their names, while they are typed.
 *
 * @param question as it stands in the field, half-composed syllables included; anything goes.
 * @param language of the page.
 * @returns at most twelve, best first.
 */
export async function quickFind(question: string, language: string): Promise<QuickFound[]> {
  for (const typed of readings(question)) {
    const names = await findNames(typed);
    const found = names.length > 0 ? await present(sorted(names, language), language) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** Longest question that is anybody's name, in UTF-16 units. */
const LONGEST = 100;

/** A question as it was typed, and as it would be on the other layout of the keyboard. */
function* readings(question: string): Generator<string> {
  const text = question.slice(0, LONGEST).trim();
  yield text;
  if (/[a-z]/i.test(text)) yield convertQwertyToHangul(text);
  if (/\p{Script=Hangul}/u.test(text)) yield convertHangulToQwerty(text);
}

/** Better matches first; headings after what they are in; what is in the reader's language before what is not. */
function sorted(found: readonly FoundName[], language: string): FoundName[] {
  const rank = ({ kind, quality }: FoundName) =>
    quality * 10 - ORDER.indexOf(kind) - (kind === 'heading' ? 10 : 0);
  return found.toSorted(
    (a, b) => rank(b) - rank(a) || Number(b.language === language) - Number(a.language === language),
  );
}

/** What can be shown of one owner. */
type Told = Pick<QuickFound, 'path' | 'detail'>;

async function present(found: readonly FoundName[], language: string): Promise<QuickFound[]> {
  const considered = found.slice(0, MOST * 4);
  const { timeZone } = await settings();
  const i18n = i18nFor(language, timeZone);
  const idsOf = (...kinds: NameKind[]) => [
    ...new Set(considered.filter(({ kind }) => kinds.includes(kind)).map(({ ownerId }) => ownerId)),
  ];
  const [posts, counted] = await Promise.all([
    tellPosts(idsOf('post', 'heading'), i18n),
    tellCounted(
      { tag: idsOf('tag'), author: idsOf('author'), category: idsOf('category'), paper: idsOf('paper') },
      i18n,
    ),
  ]);
  const told: (QuickFound & { group: string })[] = [];
  for (const match of considered) {
    const post = posts.get(match.ownerId);
    const facts: Told | undefined =
      match.kind === 'post'
        ? post
        : match.kind === 'heading'
          ? post?.heading(match.name)
          : counted.get(match.ownerId);
    if (!facts) continue;
    const group = match.kind === 'post' ? (post?.postId ?? '') : facts.path;
    if (told.some((other) => other.kind === match.kind && other.group === group)) continue;
    told.push({
      kind: match.kind,
      path: facts.path,
      title: marked(match.name.normalize('NFC'), match.marks),
      detail: facts.detail,
      language: match.language,
      group,
    });
  }
  return shared(told).map(({ kind, path, title, detail, language: own }) => ({
    ...{ kind, path, title, detail, language: own },
  }));
}

/** The first of each kind up to its share; what is left of the room goes to whatever is next. */
function shared<Found extends { kind: NameKind }>(found: Found[]): Found[] {
  const counts: Partial<Record<NameKind, number>> = {};
  const within = new Set(
    found.filter(({ kind }) => (counts[kind] = (counts[kind] ?? 0) + 1) <= SHARE[kind]).slice(0, MOST),
  );
  for (const next of found) if (within.size < MOST) within.add(next);
  return found.filter((it) => within.has(it));
}

async function tellPosts(translationIds: string[], i18n: I18n) {
  if (translationIds.length === 0) return new Map<string, never>();
  const rows = await db().translation.findMany({
    where: { id: { in: translationIds }, state: 'published', post: { listedAt: { not: null } } },
    select: {
      id: true,
      publishedRevision: { select: { title: true, renderings: { select: { outline: true }, take: 1 } } },
      post: {
        select: {
          id: true,
          path: true,
          publishedAt: true,
          authors: { orderBy: { position: 'asc' }, select: { member: { select: { names: true } } } },
        },
      },
    },
  });
  return new Map(
    rows.map(({ id, publishedRevision, post }) => {
      const path = hrefOf(localizePath(post.path, i18n.locale));
      const authors = post.authors.map(({ member }) =>
        localized(namesSchema.parse(member.names), i18n.locale),
      );
      const date = post.publishedAt ? i18n.format.shortDate(post.publishedAt) : '';
      const outline = outlineSchema.safeParse(publishedRevision?.renderings[0]?.outline).data ?? [];
      return [
        id,
        {
          postId: post.id,
          path,
          detail: [date, i18n.format.list(authors)].filter((part) => part !== '').join(' · '),
          heading: (name: string): Told => {
            const anchor = outline.find(({ text }) => text === name)?.id;
            return {
              path: anchor === undefined ? path : `${path}#${encodeURIComponent(anchor)}`,
              detail: publishedRevision?.title ?? '',
            };
          },
        },
      ] as const;
    }),
  );
}

/** Tags, authors, categories and papers that have public posts, with their number. */
async function tellCounted(
  ids: Record<'tag' | 'author' | 'category' | 'paper', string[]>,
  { locale, t }: I18n,
): Promise<Map<string, Told>> {
  const [tagRows, memberRows, categoryRows, paperRows] = await Promise.all([
    db().tag.findMany({
      where: { id: { in: ids.tag } },
      select: { id: true, slug: true, _count: { select: { posts: { where: { post: LISTED_POST } } } } },
    }),
    db().member.findMany({
      where: { id: { in: ids.author } },
      select: { id: true, handle: true, _count: { select: { posts: { where: { post: LISTED_POST } } } } },
    }),
    db().category.findMany({
      where: { id: { in: ids.category } },
      select: { id: true, slug: true, _count: { select: { posts: { where: LISTED_POST } } } },
    }),
    db().paper.findMany({ where: { id: { in: ids.paper } }, select: { id: true, posts: true } }),
  ]);
  const rows = [
    ...tagRows.map((row) => ({ ...row, path: `/tags/${row.slug}/` })),
    ...memberRows.map((row) => ({ ...row, path: `/authors/${row.handle}/` })),
    ...categoryRows.map((row) => ({ ...row, path: `/${row.slug}/` })),
    ...paperRows.map(({ id, posts }) => ({ id, path: `/papers/${id}/`, _count: { posts } })),
  ];
  return new Map(
    rows
      .filter(({ _count }) => _count.posts > 0)
      .map(({ id, path, _count }) => [
        id,
        { path: hrefOf(localizePath(path, locale)), detail: t('list.count', { count: _count.posts }) },
      ]),
  );
}
