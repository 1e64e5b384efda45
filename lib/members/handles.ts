import { dependsOn, tags, touch } from '@/lib/cache';
import { db, type Transaction } from '@/lib/db';
import { MemberError } from './errors';

/** Most characters of a handle. */
const LONGEST = 60;

/** What an address below `/authors/` means something else by. */
const RESERVED = new Set(['page', 'index.xml', 'index.atom', 'index.json', 'feed', 'feeds']);

/** @returns a handle made of a name: lower case, hyphens for white space, Hangul kept, NFC. */
export function handleOf(name: string): string {
  const handle = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return handle || 'author';
}

/**
 * @param given what a person entered.
 * @returns it as it is stored.
 * @throws {MemberError} `handle-invalid`, `handle-reserved`.
 */
export function checkHandle(given: string): string {
  const handle = given.normalize('NFC').trim().toLowerCase();
  if (
    [...handle].length > LONGEST ||
    !/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u.test(handle)
  ) {
    throw new MemberError('handle-invalid');
  }
  if (RESERVED.has(handle)) throw new MemberError('handle-reserved');
  return handle;
}

/** @returns a handle made of a name that no member has or had. */
export async function freeHandle(tx: Transaction, name: string): Promise<string> {
  const made = handleOf(name);
  const base = RESERVED.has(made) ? `${made}-1` : made;
  const where = { OR: [{ handle: base }, { handle: { startsWith: `${base}-` } }] };
  const select = { handle: true } as const;
  const present = await tx.member.findMany({ where, select });
  const former = await tx.formerHandle.findMany({ where, select });
  const taken = new Set([...present, ...former].map(({ handle }) => handle));
  let handle = base;
  for (let n = 2; taken.has(handle); n += 1) handle = `${base}-${n}`;
  return handle;
}

/**
 * Gives a member another handle; the one from before leads to it.
 *
 * @throws {MemberError} `handle-taken` where another member has it, or had it.
 */
export async function changeHandle(
  tx: Transaction,
  memberId: string,
  present: string,
  wanted: string,
): Promise<void> {
  if (wanted === present) return;
  const holder = await tx.member.findUnique({ where: { handle: wanted }, select: { id: true } });
  const former = await tx.formerHandle.findUnique({ where: { handle: wanted } });
  if (holder || (former && former.memberId !== memberId)) throw new MemberError('handle-taken');
  await tx.formerHandle.deleteMany({ where: { handle: wanted } });
  await tx.member.update({ where: { id: memberId }, data: { handle: wanted } });
  await keepHandle(tx, memberId, present);
}

/** Lets the addresses of a handle that nobody has any more lead to a member. */
export async function keepHandle(tx: Transaction, memberId: string, handle: string): Promise<void> {
  await tx.formerHandle.upsert({ where: { handle }, create: { handle, memberId }, update: { memberId } });
  await touch(tx, [tags.authors, tags.addresses]);
}

/** @returns the handle of the member who once had this one, or null. */
export async function presentHandle(handle: string): Promise<string | null> {
  dependsOn(tags.addresses);
  const former = await db().formerHandle.findUnique({
    where: { handle },
    select: { member: { select: { handle: true } } },
  });
  return former?.member.handle ?? null;
}
