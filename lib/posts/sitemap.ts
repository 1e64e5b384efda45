import { dependsOn, tags } from '@/lib/cache';
import { db } from '@/lib/db';
import { localizePath } from '@/lib/i18n';

/** A public address with the languages that it really exists in. */
export interface PublicAddress {
  /** Language and address of each, prefix included, decoded. */
  languages: { language: string; path: string }[];
  changedAt: Date;
}

/** Posts of one query; the translations of more would be asked for with more parameters than SQLite takes. */
const BATCH = 500;

const LISTED = { listedAt: { not: null } } as const;

/** Oldest first: what is full never changes its place. */
const OLDEST_FIRST = [{ listedAt: 'asc' }, { id: 'asc' }] as const;

/** @returns how many posts and single pages are public. */
export function countPublic(): Promise<number> {
  dependsOn(tags.list, tags.addresses);
  return db().post.count({ where: LISTED });
}

/**
 * Public posts and single pages, oldest first.
 *
 * @param skip how many to leave out.
 * @param take how many at most.
 */
export async function publicAddresses(skip = 0, take = Number.MAX_SAFE_INTEGER): Promise<PublicAddress[]> {
  // Each publication touches both, corrections included.
  dependsOn(tags.list, tags.addresses);
  const found: PublicAddress[] = [];
  let after: string | undefined;
  while (found.length < take) {
    const wanted = Math.min(BATCH, take - found.length);
    const rows = await findBatch(wanted, after, skip);
    for (const row of rows) found.push(presentAddress(row));
    after = rows.at(-1)?.id;
    if (rows.length < wanted) break;
  }
  return found;
}

function findBatch(take: number, after: string | undefined, skip: number) {
  return db().post.findMany({
    where: LISTED,
    orderBy: [...OLDEST_FIRST],
    take,
    ...(after === undefined ? { skip } : { cursor: { id: after }, skip: 1 }),
    select: {
      id: true,
      path: true,
      translations: {
        where: { state: 'published' },
        select: { language: true, publishedAt: true, revisedAt: true },
      },
    },
  });
}

function presentAddress(row: Awaited<ReturnType<typeof findBatch>>[number]): PublicAddress {
  const times = row.translations.map(
    ({ publishedAt, revisedAt }) => (revisedAt ?? publishedAt)?.getTime() ?? 0,
  );
  return {
    languages: row.translations
      .map(({ language }) => ({ language, path: localizePath(row.path, language) }))
      .sort((a, b) => (a.language < b.language ? -1 : 1)),
    changedAt: new Date(Math.max(0, ...times)),
  };
}
