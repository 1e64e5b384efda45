import type { Actor } from '@/lib/audit';
import { namesSchema, type Transaction } from '@/lib/db';
import { slugOf } from '@/lib/i18n';
import { cleanLine, ensureTag } from '@/lib/posts';
import { WritingError } from './errors';

/** Most tags of a post. */
export const MAX_TAGS = 30;
const MAX_TAG_NAME = 60;

const folded = (text: string) => text.normalize('NFC').trim().toLowerCase();

/**
 * Tags by name. A name means the tag of the post that is shown under it, else one of that name in the viewer's
 * language, of that slug, or of that name in any language; where there is none, one is made.
 *
 * @param present ids of the tags that the post has.
 * @param language of the names.
 * @returns ids, each once.
 * @throws {WritingError} `tags-too-many`, `tag-invalid`.
 */
export async function tagsByName(
  tx: Transaction,
  actor: Actor,
  names: string[],
  { present, language }: { present: string[]; language: string },
): Promise<string[]> {
  const wanted = [
    ...new Map(
      names
        .map(cleanLine)
        .filter(Boolean)
        .map((name) => [folded(name), name]),
    ).values(),
  ];
  if (wanted.length > MAX_TAGS) throw new WritingError('tags-too-many', { values: { most: MAX_TAGS } });
  if (wanted.length === 0) return [];
  const rows = await tx.tag.findMany({ select: { id: true, slug: true, names: true } });
  const known = rows.map((row) => ({ ...row, names: namesSchema.parse(row.names) }));
  const ids: string[] = [];
  for (const name of wanted) {
    const slug = slugOf(name);
    if (slug === '' || [...name].length > MAX_TAG_NAME) {
      throw new WritingError('tag-invalid', { values: { name: [...name].slice(0, MAX_TAG_NAME).join('') } });
    }
    const same = known.filter((tag) =>
      Object.values(tag.names).some((other) => folded(other) === folded(name)),
    );
    const found =
      same.find(({ id }) => present.includes(id)) ??
      same.find((tag) => folded(tag.names[language] ?? '') === folded(name)) ??
      known.find((tag) => tag.slug === slug) ??
      same[0];
    ids.push(found?.id ?? (await ensureTag(tx, actor, { slug, names: { [language]: name } })));
  }
  return [...new Set(ids)];
}
