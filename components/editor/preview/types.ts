import type { Extension } from '@codemirror/state';
import type { OutlineItem, ProblemKind, ResolvedImage } from '@/lib/markdown/types';

/** What a preview is rendered with besides the source. */
export interface PreviewOptions {
  /** Language of the text. */
  language: string;
  /** LaTeX macros of the site and the post. */
  macros: Readonly<Record<string, string>>;
  /** Public origin of the site, without a trailing slash. */
  origin: string;
  /** Root-relative address of the post's page. */
  path: string;
}

/** A heading of the text, with the place where it is written. */
export interface PreviewHeading extends OutlineItem {
  /** 1-based line in the source. */
  line: number;
}

/** Something that the author should know: what the pipeline found, and links within the site that lead nowhere. */
export interface PreviewProblem {
  kind: ProblemKind | 'link-broken';
  /** 1-based line in the source. */
  line: number;
  /** What it is about: an address, an element, KaTeX's message. */
  detail: string;
}

/**
 * `waiting` before the first result, `ready` when the last result is of the newest text or soon will be, `stopped` when
 * a text took too long to render, `failed` when no renderer can be started.
 */
export type PreviewStatus = 'waiting' | 'ready' | 'stopped' | 'failed';

/** What is known of the newest text that was rendered; the same object until something changes. */
export interface PreviewState {
  status: PreviewStatus;
  /** Whether a newer text than the one described here is being rendered, for longer than one would not notice. */
  isPending: boolean;
  outline: readonly PreviewHeading[];
  /** By line. */
  problems: readonly PreviewProblem[];
  words: number;
  /** Of reading; 0 before the first result. */
  minutes: number;
}

/**
 * The live preview of one text, and what is known of it. Lives outside of React: the editor gives it the text through
 * `extension`, components read it with `useSyncExternalStore` (see `usePreview`).
 */
export interface PreviewStore {
  subscribe: (listener: () => void) => () => void;
  getState: () => PreviewState;
  /** For `SourceEditor`: hears of every change, marks problems, scrolls in step. */
  extension: Extension;
  setOptions: (options: PreviewOptions) => void;
  /** Makes an image known that was just uploaded, so that it shows at once. */
  noteImage: (address: string, image: ResolvedImage) => void;
  /** Puts the caret at the beginning of a 1-based line and shows it in source and preview. */
  jumpTo: (line: number) => void;
  /** Starts the renderer again after it failed or stopped. */
  retry: () => void;
  /**
   * Shows the article; for `Preview` alone.
   *
   * @param pane the element that scrolls.
   * @param container the empty element for the article; nobody else changes it.
   * @returns takes it away again.
   */
  attach: (pane: HTMLElement, container: HTMLElement) => () => void;
  /** Asks the site again about images and links that were not found. */
  checkAgain: () => void;
}
