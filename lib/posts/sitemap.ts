import { dependsOn, tags } from '@/lib/cache';
import { db } from '@/lib/db';
import { localizePath } from '@/lib/i18n';

/** A public address with the languages that it really exists in. */
export interface PublicAddress {
  /** Language and address of each, prefix included, decoded. */
  languages: { language: string; path: string }[];
  changedAt: Date;
}

/** @returns every post and single page that is public, newest first. */
export async function publicAddresses(): Promise<PublicAddress[]> {
  dependsOn(tags.list, tags.addresses);
  const rows = await db().post.findMany({
    where: { listedAt: { not: null } },
    orderBy: [{ listedAt: 'desc' }, { id: 'desc' }],
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
