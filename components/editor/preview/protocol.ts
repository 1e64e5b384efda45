import type { LiveArticle } from '@/lib/markdown/preview';
import type { ResolvedImage } from '@/lib/markdown/types';
import type { PreviewOptions } from './types';

/** Ids in a preview begin so, apart from those of the editor around it. */
export const ID_PREFIX = 'preview-';

/** What the thread of the renderer is told. */
export type Request =
  | { kind: 'setup'; options: PreviewOptions; images: [address: string, image: ResolvedImage][] }
  | { kind: 'render'; version: number; source: string };

/** A block's place: its number, and 1-based lines of the source, 0 for none. */
export type PlacedBlock = readonly [id: number, line: number, endLine: number];

/** An article as it comes from the thread: HTML only of blocks that the last article did not have. */
export interface RenderedArticle extends Omit<LiveArticle, 'blocks'> {
  version: number;
  blocks: PlacedBlock[];
  added: [id: number, html: string][];
}

/** What the thread tells. */
export type Response = { kind: 'ready' } | ({ kind: 'rendered' } & RenderedArticle);
