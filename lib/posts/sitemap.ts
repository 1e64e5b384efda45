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

function findBatch(after: string | undefined) {
  return db().post.findMany({
    where: { listedAt: { not: null } },
    orderBy: [{ listedAt: 'desc' }, { id: 'desc' }],
    take: BATCH,
    ...(after !== undefined && { cursor: { id: after }, skip: 1 }),
    select: {
      id: true,
      path: true,
      translations: {
        where: { state: 'published' },
        select: { language: true, publishedAt: true, revisedAt: true },
        orderBy: { language: 'asc' },
      },
    },
  });
}

/** @returns every post and single page that is public, newest first. */
export async function publicAddresses(): Promise<PublicAddress[]> {
  dependsOn(tags.list, tags.addresses);
  const rows: Awaited<ReturnType<typeof findBatch>> = [];
  for (let batch = await findBatch(undefined); batch.length > 0; batch = await findBatch(rows.at(-1)?.id)) {
    rows.push(...batch);
    if (batch.length < BATCH) break;
  }
  return rows.map((row) => {
    dependsOn(tags.post(row.id));
    const times = row.translations.map(
      ({ publishedAt, revisedAt }) => (revisedAt ?? publishedAt)?.getTime() ?? 0,
    );
    return {
      languages: row.translations.map(({ language }) => ({
        language,
        path: localizePath(row.path, language),
      })),
      changedAt: new Date(Math.max(0, ...times)),
    };
  });
}
