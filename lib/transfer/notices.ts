import type { ImportNotice, NoticeCode } from './types';

/** Gathers what has to be said while a source is read. */
export class Notices {
  readonly list: ImportNotice[] = [];
  private readonly said = new Set<string>();

  /** Something was left out. */
  error(file: string, line: number | null, code: NoticeCode, values: ImportNotice['values'] = {}): void {
    this.list.push({ level: 'error', file, line, code, values });
  }

  /** Something was brought in, but not as written. */
  warn(file: string, line: number | null, code: NoticeCode, values: ImportNotice['values'] = {}): void {
    this.list.push({ level: 'warning', file, line, code, values });
  }

  /** The same about something that many files share: only the first says it. */
  warnOnce(file: string, code: NoticeCode, values: ImportNotice['values']): void {
    const key = JSON.stringify([code, values]);
    if (this.said.has(key)) return;
    this.said.add(key);
    this.warn(file, null, code, values);
  }
}
