import type { Properties } from 'hast';
import { labelsFor, type Labels } from './labels';
import type { Memo } from './memo';
import type { MarkdownOptions, OutlineItem, Problem, ProblemKind, RenderedPost } from './types';

/** What one rendering knows and gathers on its way. Never outlives it, so nothing leaks between posts. */
export interface Context {
  readonly source: string;
  readonly options: MarkdownOptions;
  readonly labels: Labels;
  /**
   * Name of an attribute that does not occur in the source. Only the pipeline can write it, so an element that
   * bears it is the pipeline's own; see hast/trust.ts.
   */
  readonly mark: string;
  /** Properties of the pipeline's own elements while the sanitiser works, by the value of the mark. */
  readonly trusted: Properties[];
  /** Run each step block by block, so that a failure costs only the block. */
  readonly isolate: boolean;
  /** What earlier renderings left for this one; only in a live preview. */
  readonly memo: Memo | null;
  readonly problems: Problem[];
  readonly outline: OutlineItem[];
  readonly imageAddresses: Set<string>;
  leadImage: RenderedPost['leadImage'];
  /** Among the blocks of the article, the first after the more-mark; -1 without one. */
  moreAt: number;
}

/** A context for one rendering of a source that `prepareSource` has made clean. */
export function createContext(
  source: string,
  options: MarkdownOptions,
  isolate: boolean,
  memo: Memo | null = null,
): Context {
  return {
    source,
    options,
    labels: labelsFor(options.language),
    mark: unusedName(source),
    trusted: [],
    isolate,
    memo,
    problems: [],
    outline: [],
    imageAddresses: new Set(),
    leadImage: null,
    moreAt: -1,
  };
}

/** Notes a problem once per line and detail. */
export function report(context: Context, kind: ProblemKind, line: number, detail: string): void {
  const text = detail.length > 300 ? `${detail.slice(0, 300)}…` : detail;
  if (context.problems.length >= 500) return;
  if (context.problems.some((p) => p.kind === kind && p.line === line && p.detail === text)) return;
  context.problems.push({ kind, line, detail: text });
}

/** `trust` with the smallest number that makes it absent from the source, whatever the case. */
function unusedName(source: string): string {
  const used = new Set(source.toLowerCase().match(/trust\d+/g));
  let number = 0;
  while ([...used].some((name) => name.startsWith(`trust${number}`))) number++;
  return `trust${number}`;
}
