import type { ResolvedImage } from '@/lib/markdown/types';

/** @returns root-relative address of a picture. */
export function mediaPath(media: { hash: string; extension: string }, width?: number): string {
  return width === undefined
    ? `/media/${media.hash}.${media.extension}`
    : `/media/${media.hash}-${width}.webp`;
}

/** Columns that showing a picture takes. */
export const shownColumns = {
  hash: true,
  extension: true,
  width: true,
  height: true,
  blobs: { select: { variant: true } },
} as const;

/** Columns of {@link shownColumns}. */
export interface ShownRow {
  hash: string;
  extension: string;
  width: number | null;
  height: number | null;
  blobs: { variant: string }[];
}

/** @returns a picture as the pipeline needs to know it; null for what has no size. */
export function resolvedImage(media: ShownRow): ResolvedImage | null {
  if (media.width === null || media.height === null) return null;
  return {
    src: mediaPath(media),
    width: media.width,
    height: media.height,
    variants: media.blobs
      .filter(({ variant }) => variant !== 'original')
      .map(({ variant }) => Number(variant))
      .sort((a, b) => a - b)
      .map((width) => ({ src: mediaPath(media, width), width })),
  };
}
