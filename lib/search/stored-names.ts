import { db, type Transaction } from '@/lib/db';
import { engine } from './engines';
import { matchName, nameKey, nameWords, type NameMatch, type NameWord } from './names';

/** What has a name. */
export type NameKind = 'post' | 'heading' | 'paper' | 'tag' | 'author' | 'category';

/** A name that quick find looks through. */
export interface Name {
  kind: NameKind;
  language: string;
  name: string;
  /** Newer ones come first where nothing else tells them apart. */
  at: Date;
}

/** A name that matches a question. */
export interface FoundName extends Omit<Name, 'at'>, NameMatch {
  /** Id of the translation, the paper, the tag, the member, the category. */
  ownerId: string;
}

/** Names that are kept in one statement. */
const BATCH = 100;
/** Longest name that is kept, in UTF-16 units. */
const LONGEST = 300;

/** Keeps all names of something, instead of those that it had; writes only what is different. */
export async function putNames(tx: Transaction, ownerId: string, names: readonly Name[]): Promise<void> {
  const wanted = names
    .map((name) => ({ ...name, name: name.name.normalize('NFC').slice(0, LONGEST) }))
    .filter(({ name }) => nameKey(name).key !== '');
  const present = await tx.searchName.findMany({
    where: { ownerId },
    orderBy: { number: 'asc' },
    select: { kind: true, language: true, name: true, at: true },
  });
  const signature = (list: readonly { kind: string; language: string; name: string; at: Date }[]) =>
    JSON.stringify(list.map(({ kind, language, name, at }) => [kind, language, name, at.getTime()]));
  if (signature(present) === signature(wanted)) return;
  if (present.length > 0) await tx.searchName.deleteMany({ where: { ownerId } });
  for (let start = 0; start < wanted.length; start += BATCH) {
    await tx.searchName.createMany({
      data: wanted.slice(start, start + BATCH).map((name) => {
        const { key, initials } = nameKey(name.name);
        return { ownerId, ...name, key, initials };
      }),
    });
  }
}

/** Forgets the names of what is gone. */
export async function takeNames(tx: Transaction, ownerIds: string[]): Promise<void> {
  await tx.searchName.deleteMany({ where: { ownerId: { in: ownerIds } } });
}

/** Names that are looked at closely, of headings and of everything else. */
const MOST_NAMES = 150;
/** Below so many others, headings are looked through too. */
const ENOUGH = 12;

/**
 * @param question as it stands in the field; anything goes.
 * @returns names that have all its words, in no order.
 */
export async function findNames(question: string): Promise<FoundName[]> {
  const words = nameWords(question);
  if (words.length === 0) return [];
  const names = matching(await candidates(words, false), words);
  return names.length >= ENOUGH ? names : [...names, ...matching(await candidates(words, true), words)];
}

function matching(rows: readonly Omit<FoundName, keyof NameMatch>[], words: NameWord[]): FoundName[] {
  // A letter alone is in every name; it says something where a word begins with it.
  const least = words.every(({ isShort }) => isShort) ? 2 : 1;
  return rows.flatMap((row) => {
    const match = matchName(row.name, words);
    return match && match.quality >= least ? [{ ...row, ...match }] : [];
  });
}

/** Names that may match: those that begin with it first, then the newest. */
async function candidates(words: readonly NameWord[], areHeadings: boolean) {
  const values: unknown[] = [];
  const parameter = (value: unknown): string => engine().placeholder(values.push(value));
  const has = (column: string, part: string) => engine().position(`"${column}"`, parameter(part));
  const conditions = words.map(({ keys, initials }) =>
    initials === null
      ? `(${keys.map((key) => `${has('key', key)} > 0`).join(' OR ')})`
      : `${has('initials', initials)} > 0`,
  );
  const [first] = words;
  const start = first?.initials == null ? has('key', first?.keys[0] ?? '') : has('initials', first.initials);
  return db().$queryRawUnsafe<Omit<FoundName, keyof NameMatch>[]>(
    `SELECT "kind", "ownerId", "language", "name" FROM "SearchName"
      WHERE "kind" ${areHeadings ? '=' : '<>'} 'heading' AND ${conditions.join(' AND ')}
      ORDER BY CASE WHEN ${start} = 1 THEN 0 ELSE 1 END, "at" DESC, "number" LIMIT ${MOST_NAMES}`,
    ...values,
  );
}
