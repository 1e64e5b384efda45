import { record, type Actor } from '@/lib/audit';
import { tags, touch } from '@/lib/cache';
import { namesSchema, type Transaction } from '@/lib/db';
import { handleOf } from './handles';
import { linksSchema } from './present';

/** An author as an import tells of one. */
export interface ImportedAuthor {
  name: string;
  /** Of name and text. */
  language: string;
  /** Short text about the person; empty where there is none. */
  about: string;
  links: { label: string; url: string }[];
  avatarId: string | null;
}

/**
 * Finds the author of imported posts, or makes one that nobody has claimed yet.
 * Authors are told apart by name, since a group often shares one address; what
 * the author has filled in since is left alone.
 *
 * @returns the member's id.
 */
export async function ensureAuthor(tx: Transaction, actor: Actor, author: ImportedAuthor): Promise<string> {
  const base = handleOf(author.name);
  const namesake = await tx.member.findMany({
    where: { OR: [{ handle: base }, { handle: { startsWith: `${base}-` } }] },
    select: { id: true, handle: true, names: true, links: true, avatarId: true, state: true },
    orderBy: { createdAt: 'asc' },
  });
  const same = namesake.find((member) =>
    Object.values(namesSchema.parse(member.names)).includes(author.name),
  );
  if (same) {
    if (same.state !== 'unclaimed') return same.id;
    const known = linksSchema.parse(same.links);
    const links = [...known, ...author.links.filter(({ url }) => !known.some((link) => link.url === url))];
    const avatarId = same.avatarId ?? author.avatarId;
    if (links.length !== known.length || avatarId !== same.avatarId) {
      await tx.member.update({ where: { id: same.id }, data: { links, avatarId } });
      await touch(tx, [tags.member(same.id)]);
    }
    return same.id;
  }
  let handle = base;
  for (let n = 2; namesake.some((member) => member.handle === handle); n += 1) handle = `${base}-${n}`;
  const member = await tx.member.create({
    data: {
      handle,
      names: { [author.language]: author.name },
      about: author.about ? { [author.language]: author.about } : {},
      links: author.links,
      avatarId: author.avatarId,
      state: 'unclaimed',
      language: author.language,
    },
    select: { id: true },
  });
  await record(tx, actor, {
    action: 'member.import',
    subjectType: 'member',
    subjectId: member.id,
    detail: { handle },
  });
  await touch(tx, [tags.authors]);
  return member.id;
}
