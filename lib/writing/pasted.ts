import { db, namesSchema } from '@/lib/db';
import { slugOf } from '@/lib/i18n';
import { settings } from '@/lib/settings';
import { describeText } from '@/lib/transfer';
import { openTranslation, type Writer } from './rights';
import type { PastedFrontMatter, PostDetails } from './types';

const folded = (text: string) => text.normalize('NFC').trim().toLowerCase();

/** @returns the first of some things that has the name or the slug. */
function named<Thing extends { slug: string; names: unknown }>(
  things: Thing[],
  name: string,
): Thing | undefined {
  return (
    things.find((thing) =>
      Object.values(namesSchema.parse(thing.names)).some((other) => folded(other) === folded(name)),
    ) ?? things.find((thing) => thing.slug === name || thing.slug === slugOf(name))
  );
}

/**
 * Reads front matter at the start of a text as details of the post that it was pasted into. Nothing is changed.
 *
 * @param text beginning with TOML, YAML or JSON as Hugo has it.
 * @returns null where there is none, or where it cannot be read. Only what it names is in `details`.
 * @throws {AccessError} `not-found`.
 */
export async function readFrontMatter(
  viewer: Writer,
  translationId: string,
  text: string,
): Promise<PastedFrontMatter | null> {
  const { post } = await openTranslation(db(), viewer, translationId, 'post.write');
  const described = describeText(text, (await settings()).timeZone);
  if (!described) return null;
  const { title, summary, slug, tags, date, month, body } = described;
  const isPost = post.kind === 'post';
  const [categories, members] = isPost
    ? await Promise.all([
        db().category.findMany({ select: { id: true, slug: true, names: true } }),
        db().member.findMany({
          where: { state: { not: 'suspended' } },
          orderBy: { createdAt: 'asc' },
          select: { id: true, handle: true, names: true },
        }),
      ])
    : [[], []];
  const category = described.category === null ? undefined : named(categories, described.category);
  const people = members.map((member) => ({ ...member, slug: member.handle }));
  const authors = described.authors.map((name) => ({ name, member: named(people, name) }));
  const authorIds = [...new Set(authors.flatMap(({ member }) => member?.id ?? []))];
  const details: Partial<PostDetails> = {
    ...(slug !== null && { slug }),
    ...(tags.length > 0 && { tags }),
    ...(date && { publishedAt: date }),
    ...(isPost && month !== null && { month }),
    ...(category && { categoryId: category.id }),
    ...(authorIds.length > 0 && { authorIds }),
  };
  return {
    title,
    summary,
    details,
    body,
    unknown: {
      authors: isPost ? authors.flatMap(({ name, member }) => (member ? [] : [name])) : [],
      category: isPost && described.category !== null && !category ? described.category : null,
    },
  };
}
