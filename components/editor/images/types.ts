import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { DragEvent } from 'react';
import type { I18n } from '@/lib/i18n';
import type { ResolvedImage } from '@/lib/markdown/types';
import type { UploadedImage } from '@/lib/media/views';
import type { Answer } from '../../desk';
import type { UploadOptions } from '../../media';
import type { PastedImage } from '../source';
import type { ImageFacts, ImageInText } from './syntax';

/** Where an upload is: waiting for its turn, under way, in the text, not done, or begun before the page was loaded. */
export type UploadState = 'waiting' | 'uploading' | 'done' | 'failed' | 'interrupted';

/** One picture on its way into the text. */
export interface Upload {
  /** The one in its placeholder, `upload:<key>`. */
  key: string;
  /** File name, NFC. */
  name: string;
  state: UploadState;
  /** 0 to 1. */
  progress: number;
  /** Why it failed, for the person. */
  message: string | null;
  /** Whether trying the same file again may help. */
  canRetry: boolean;
  image: UploadedImage | null;
  /** Whether the text still has a place for it. */
  isInText: boolean;
}

export interface ImageUploadsState {
  uploads: readonly Upload[];
  /** Which dialog is open. */
  dialog: 'picker' | 'image' | null;
  /** What the image dialog is about. */
  image: ImageInText | null;
}

export interface ImageUploadsSetup {
  i18n: I18n;
  /** Sends one file; the site's endpoint unless a test brings another. */
  upload?: (file: File, options: UploadOptions) => Promise<Answer<UploadedImage>>;
  /** Hears of each picture that is in the text now, so that the preview shows it at once. */
  onImage?: (address: string, image: ResolvedImage) => void;
}

/**
 * Pictures on their way into one text. Lives outside of React: the editor gets `extension` and `takePasted`, the
 * toolbar `openPicker`, the preview pane `dropTarget`, and `EditorImages` shows what is to be seen.
 */
export interface ImageUploads {
  subscribe: (listener: () => void) => () => void;
  getState: () => ImageUploadsState;
  /** For `SourceEditor`: paste, drop, placeholders, and `Mod-Alt-g` for the image at the caret. */
  extension: Extension;
  /** For the hook `onImages` of `SourceEditor`. */
  takePasted: (images: PastedImage[], view: EditorView) => void;
  /** Lets the person choose from device or library. */
  openPicker: () => void;
  /** Opens alt text, caption and width of the image at the caret. */
  openImage: () => void;
  close: () => void;
  /** Writes the image of the dialog anew, and closes it. */
  writeImage: (facts: ImageFacts) => void;
  /** Puts placeholders at the caret, or at `pos`, and uploads. */
  insertFiles: (files: readonly File[], pos?: number) => void;
  /** Puts a picture of the library at the caret. */
  insertImage: (image: UploadedImage) => void;
  cancel: (key: string) => void;
  retry: (key: string) => void;
  /** Uploads `file` for a placeholder that was left over from before. */
  resume: (key: string, file: File) => void;
  /** Takes an upload out of the list, and its placeholder out of the text. */
  remove: (key: string) => void;
  /** Takes what is finished out of the list. */
  dismiss: (key: string) => void;
  /** Alt text for every place of a finished upload that has none. */
  setAlt: (key: string, alt: string) => void;
  /** Handlers for what surrounds the preview: files that are dropped there go to the caret. */
  dropTarget: {
    onDragOver: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
  /** Ends what is under way; for when the editor goes. */
  destroy: () => void;
}
