import type { ResolvedImage } from '@/lib/markdown/types';

/** A picture that was just uploaded: what the editor needs to show it at once. */
export interface UploadedImage extends ResolvedImage {
  id: string;
  /** File name, for people. */
  name: string;
}

/** A picture of the library. */
export interface MediaItem extends UploadedImage {
  /** What the grid shows: a narrow variant, or the picture itself. */
  thumbnail: string;
  /** Bytes. */
  size: number;
  /** `image/png` … */
  type: string;
  createdAt: Date;
  /** Name in the viewer's language; null for what an import brought. */
  owner: string | null;
  isOwn: boolean;
}

/** What the library is asked for. */
export interface MediaQuery {
  /** Part of a name or of an address from before; empty for all. */
  words: string;
  /** Only what the viewer uploaded. */
  isMine: boolean;
  /** Id of the last picture of the page before; null for the first. */
  cursor: string | null;
}

/** A page of the library, latest first. */
export interface MediaPage {
  items: MediaItem[];
  /** Cursor of the next page; null at the end. */
  next: string | null;
  /** On all pages. */
  total: number;
}

/** A place where a picture is used and which the viewer may see. */
export type MediaUse =
  | {
      kind: 'text' | 'lead';
      /** Where it is written; null where the viewer may only read it. */
      translationId: string | null;
      /** Of the public page, decoded, with the language prefix; null where it is not public. */
      path: string | null;
      title: string;
      language: string;
      /** `past`: neither the draft nor the public revision shows it, but an earlier one does. */
      where: 'public' | 'draft' | 'past';
    }
  | { kind: 'avatar'; handle: string; name: string }
  | { kind: 'logo' };

/** A picture, where it is used, and whether it may go. */
export interface MediaDetail {
  item: MediaItem;
  /** Addresses from before by which it is still reached. */
  addresses: string[];
  uses: MediaUse[];
  /** Uses in what the viewer may not see. */
  hiddenUses: number;
  /** Whether the viewer may delete it, were it unused. */
  mayDelete: boolean;
}
