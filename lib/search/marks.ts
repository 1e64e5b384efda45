import { stemOf } from './analyse';

/** A piece of text; marked pieces are what was looked for. */
export interface MarkedText {
  text: string;
  isMarked: boolean;
}

/** Characters of a snippet, and of what comes before the first mark in it. */
const SNIPPET = 180;
const LEAD = 50;
/** Places that are compared in order to choose one. */
const MOST_PLACES = 400;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Hangul is found with and without spaces between its syllables. */
function syllablePattern(marks: readonly string[]): RegExp | null {
  const hangul = marks.filter((mark) => !/^[\p{Script=Latin}\p{N}+#'’._-]+$/u.test(mark));
  if (hangul.length === 0) return null;
  const longestFirst = hangul.toSorted((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((mark) => [...mark].map(escaped).join('\\s?')).join('|'), 'giu');
}

/**
 * @param text as it is shown.
 * @param marks of an answer of `find`.
 * @returns where what was looked for stands: offsets of beginning and end, in order, not overlapping.
 */
export function findMarks(text: string, marks: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  const pattern = syllablePattern(marks);
  if (pattern)
    for (const match of text.matchAll(pattern)) found.push([match.index, match.index + match[0].length]);
  const stems = new Set(marks.flatMap((mark) => mark.split(/[-_.'’]+/).map(stemOf)));
  for (const match of text.matchAll(/[\p{Script=Latin}\p{N}]+(?:\+\+|#)?/gu)) {
    const word = match[0]
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase();
    if (stems.has(stemOf(word))) found.push([match.index, match.index + match[0].length]);
  }
  const sorted = found.filter(([start, end]) => end > start).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let reached = 0;
  return sorted.filter(([start, end]) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

/** @returns the text cut into marked and unmarked pieces. */
export function markText(text: string, marks: readonly string[]): MarkedText[] {
  return marked(text, findMarks(text, marks));
}

/** @param places offsets of beginning and end, in order, not overlapping. @returns the text cut into pieces there. */
export function marked(text: string, places: readonly (readonly [number, number])[]): MarkedText[] {
  const pieces: MarkedText[] = [];
  let at = 0;
  for (const [start, end] of places) {
    if (start > at) pieces.push({ text: text.slice(at, start), isMarked: false });
    pieces.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false });
  return pieces;
}

/**
 * @param text the whole text, plain.
 * @returns the part of it in which most of what was looked for stands together, marked; its beginning where nothing does.
 */
export function snippetOf(text: string, marks: readonly string[]): MarkedText[] {
  const flat = text.replace(/\s+/g, ' ').trim();
  const places = findMarks(flat, marks);
  let best = 0;
  let most = 0;
  for (const [index, [start]] of places.slice(0, MOST_PLACES).entries()) {
    const within = places.slice(index, index + 20).filter(([, end]) => end <= start + SNIPPET - LEAD);
    const different = new Set(within.map(([from, to]) => flat.slice(from, to).toLowerCase())).size;
    if (different > most) {
      most = different;
      best = start;
    }
  }
  const from = beginningOfWord(flat, Math.max(0, best - LEAD));
  const to = endOfWord(flat, Math.min(flat.length, from + SNIPPET));
  const cut = `${from > 0 ? '… ' : ''}${flat.slice(from, to)}${to < flat.length ? ' …' : ''}`;
  return markText(cut, marks);
}

function beginningOfWord(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space < 0 || space > at + LEAD ? at : space + 1;
}

function endOfWord(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space < at - LEAD ? at : space;
}
