import { diffArrays } from 'diff';

/** A stretch of two articles: alike on both sides, or changed. */
export interface BlockRow {
  isChanged: boolean;
  /** HTML. */
  before: string;
  after: string;
}

/** Milliseconds after which comparing is given up and everything counts as changed. */
const LIMIT = 1_000;

/**
 * Compares two articles block by block (paragraph, formula, figure, table …).
 *
 * @param before blocks as HTML, in order.
 * @returns rows in order; what stands in one row belongs together.
 */
export function compareBlocks(before: string[], after: string[]): BlockRow[] {
  const parts = diffArrays(before, after, { timeout: LIMIT });
  if (parts === undefined) return [{ isChanged: true, before: before.join(''), after: after.join('') }];
  const rows: BlockRow[] = [];
  for (const { added, removed, value } of parts) {
    const html = value.join('');
    const last = rows.at(-1);
    if (!added && !removed) rows.push({ isChanged: false, before: html, after: html });
    else if (last?.isChanged && last[added ? 'after' : 'before'] === '')
      last[added ? 'after' : 'before'] = html;
    else rows.push({ isChanged: true, before: removed ? html : '', after: added ? html : '' });
  }
  return rows;
}

/** @returns the top-level elements of an article, as HTML; needs a browser. */
export function blocksOf(html: string): string[] {
  const template = document.createElement('template');
  // Inert: nothing in a template is loaded or run.
  template.innerHTML = html;
  return [...template.content.childNodes]
    .map((node) => (node instanceof Element ? node.outerHTML : (node.textContent ?? '')))
    .filter((it) => it.trim() !== '');
}
