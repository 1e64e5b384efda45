import { record, type Actor } from '@/lib/audit';
import { tags, touch } from '@/lib/cache';
import type { Transaction } from '@/lib/db';
import { localized } from '@/lib/i18n';
import { z } from 'zod';

const namesSchema = z.record(z.string(), z.string());
const linksSchema = z.array(z.object({ label: z.string(), url: z.string() }));

/** What readers may know of a member, as it is stored. */
export interface MemberRow {
  id: string;
  handle: string;
  names: unknown;
  about: unknown;
  links: unknown;
  avatar: { hash: string; extension: string; width: number | null; height: number | null } | null;
}

/** Columns of {@link MemberRow}; nothing else of a member ever reaches a reader. */
export const memberColumns = {
  id: true,
  handle: true,
  names: true,
  about: true,
  links: true,
  avatar: { select: { hash: true, extension: true, width: true, height: true } },
} as const;

/** @returns a member as readers see them, in a language. */
export function presentMember(row: MemberRow, language: string) {
  const { avatar } = row;
  return {
    handle: row.handle,
    name: localized(namesSchema.parse(row.names), language),
    about: localized(namesSchema.parse(row.about), language),
    links: linksSchema.parse(row.links),
    avatar:
      avatar?.width && avatar.height
        ? { src: `/media/${avatar.hash}.${avatar.extension}`, width: avatar.width, height: avatar.height }
        : null,
  };
}

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

/** @returns a handle made of a name: lower case, hyphens for white space, Hangul kept, NFC. */
export function handleOf(name: string): string {
  const handle = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return handle || 'author';
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
