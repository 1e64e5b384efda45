import type { ImportNotice } from './types';

/**
 * What became of a document:
 * - `new`: it was not here;
 * - `unchanged`: it is here as the source has it;
 * - `changed`: the source changed since the last import, and so did the post here;
 * - `kept`: the source changed, but someone has edited the post here, so it was left alone;
 * - `elsewhere`: it is here already from a source that tells more of it (a Hugo folder before a feed);
 * - `skipped`: it could not be brought in; a notice says why.
 */
export type Outcome = 'new' | 'unchanged' | 'changed' | 'kept' | 'elsewhere' | 'skipped';

/** One document in the report. */
export interface ReportEntry {
  outcome: Outcome;
  file: string;
  title: string;
  /** Address here, decoded, without language prefix. */
  path: string | null;
  language: string | null;
  draft: boolean;
}

/** What an import did, or would do. */
export interface ImportReport {
  entries: ReportEntry[];
  notices: ImportNotice[];
  images: { new: number; unchanged: number; missing: number };
  /** Categories and single pages that the menu leads to and that were made for it. */
  made: { kind: 'category' | 'page'; path: string }[];
  settingsChanged: string[];
}
