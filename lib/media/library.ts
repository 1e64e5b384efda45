import { check, type Viewer } from '@/lib/access';
import { databaseEngine, db } from '@/lib/db';
import { localized } from '@/lib/i18n';
import { resolvedImage, shownColumns, type ShownRow } from './paths';
import type { MediaItem, MediaPage, MediaQuery } from './views';

/** Pictures of one page of the library. */
export const MEDIA_PAGE = 40;

const itemColumns = {
  ...shownColumns,
  id: true,
  name: true,
  size: true,
  type: true,
  createdAt: true,
  ownerId: true,
  owner: { select: { names: true, handle: true } },
} as const;

/**
 * @param language in which members are named.
 * @returns a page of the library, latest first. @throws {AccessError}
 */
export async function mediaPage(viewer: Viewer, query: MediaQuery, language: string): Promise<MediaPage> {
  check(viewer, 'media.read');
  const words = query.words.normalize('NFC').trim().slice(0, 200);
  // SQLite's LIKE knows no difference between upper and lower case; PostgreSQL has to be told.
  const containing = {
    contains: words,
    ...(databaseEngine() === 'postgresql' && { mode: 'insensitive' as const }),
  };
  const where = {
    // What has no size is no picture.
    width: { not: null },
    height: { not: null },
    ...(query.isMine && { ownerId: viewer.memberId }),
    ...(words !== '' && {
      OR: [{ name: containing }, { addresses: { some: { path: containing } } }],
    }),
  };
  const [rows, total] = await Promise.all([
    db().media.findMany({
      // Ids ascend with time (UUID version 7).
      where: { ...where, ...(query.cursor !== null && { id: { lt: query.cursor } }) },
      select: itemColumns,
      orderBy: { id: 'desc' },
      take: MEDIA_PAGE + 1,
    }),
    db().media.count({ where }),
  ]);
  const shown = rows.slice(0, MEDIA_PAGE);
  return {
    items: shown.flatMap((row) => presentItem(row, viewer, language) ?? []),
    next: rows.length > MEDIA_PAGE ? (shown.at(-1)?.id ?? null) : null,
    total,
  };
}

/** @returns one picture of the library, or null. */
export async function mediaItem(viewer: Viewer, id: string, language: string): Promise<MediaItem | null> {
  check(viewer, 'media.read');
  const row = await db().media.findUnique({ where: { id }, select: itemColumns });
  return row && presentItem(row, viewer, language);
}

interface ItemRow extends ShownRow {
  id: string;
  name: string;
  size: number;
  type: string;
  createdAt: Date;
  ownerId: string | null;
  owner: { names: unknown; handle: string } | null;
}

function presentItem(row: ItemRow, viewer: Viewer, language: string): MediaItem | null {
  const image = resolvedImage(row);
  return (
    image && {
      ...image,
      id: row.id,
      name: row.name,
      thumbnail: image.variants[0]?.src ?? image.src,
      size: row.size,
      type: row.type,
      createdAt: row.createdAt,
      owner:
        row.owner && (localized(row.owner.names as Record<string, string>, language) || row.owner.handle),
      isOwn: row.ownerId === viewer.memberId,
    }
  );
}
