import type { Transaction } from '@/lib/db';
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
  const taken = new Set(
    (
      await tx.member.findMany({
        where: { OR: [{ handle: base }, { handle: { startsWith: `${base}-` } }] },
        select: { handle: true },
      })
    ).map(({ handle }) => handle),
  );
  let handle = base;
  for (let n = 2; taken.has(handle); n += 1) handle = `${base}-${n}`;
  return handle;
}
