import type { EditorView } from '@codemirror/view';

/** A picture that came with pasted text, in its bytes. */
export interface PastedImage {
  /** Address that stands for it in the document, `pasted:1`; whoever takes it replaces the address. */
  marker: string;
  file: File;
}

/** What the editor hands to others. */
export interface SourceHooks {
  /** Pictures whose markers have just been put into the document. Without this hook they are left out. */
  onImages?: (images: PastedImage[], view: EditorView) => void;
  /** Front matter, fences included, that was pasted at the beginning; it is not put into the document. */
  onFrontMatter?: (text: string) => void;
  /** A sentence for the person: what could not be pasted, and why. Shown and announced by whoever has the place. */
  onMessage?: (message: string) => void;
}

/** Which sides of the editor are seen. */
export type Pane = 'source' | 'both' | 'preview';

/** A heading of the source. */
export interface OutlineEntry {
  /** Number of marks, 1 to 6. */
  level: number;
  /** Without marks; formulas as LaTeX. */
  text: string;
  /** 1-based. */
  line: number;
  /** The id that its link has on the page, without `#`. */
  id: string;
}
