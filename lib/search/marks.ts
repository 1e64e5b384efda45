import { foldedWithPlaces, type Finder } from './patterns';

/** A piece of text; marked pieces are what was looked for. */
export interface MarkedText {
  text: string;
  isMarked: boolean;
}

/** Characters of a snippet; of what comes before the first mark in it; and by which a sentence may make it longer. */
const SNIPPET = 180;
const LEAD = 60;
const SLACK = 35;
/** Places of each word that are compared in order to choose one. */
const MOST_PLACES = 60;
/** Characters of a text that are looked through. */
const LOOKED_THROUGH = 60_000;

/**
 * @param text as it is shown.
 * @param finders one for each word that was looked for.
 * @returns where what was looked for stands: offsets of beginning and end, in order, not overlapping.
 */
export function findMarks(text: string, finders: readonly Finder[]): [number, number][] {
  const folded = foldedWithPlaces(text);
  const found = finders
    .flatMap((find) => find(folded.text, MOST_PLACES))
    .map(({ from, to }): [number, number] => [folded.back(from), folded.back(to)])
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let reached = 0;
  return found.filter(([start, end]) => {
    if (start < reached || end <= start) return false;
    reached = end;
    return true;
  });
}

/** @returns the text cut into marked and unmarked pieces. */
export function markText(text: string, finders: readonly Finder[]): MarkedText[] {
  return marked(text, findMarks(text, finders));
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
 * @param text the whole text, plain; formulas as one reads them, as LaTeX where one could not be typeset.
 * @returns the part of it in which most of the words that were looked for stand together, marked, from and to the ends of
 *   sentences or words; its beginning where nothing does.
 */
export function snippetOf(text: string, finders: readonly Finder[]): MarkedText[] {
  const flat = withoutFormulas(text.slice(0, LOOKED_THROUGH)).replace(/\s+/g, ' ').trim();
  const start = bestStart(flat, finders);
  const from = start <= LEAD ? 0 : beginning(flat, start - LEAD, start);
  const to = ending(flat, from);
  const cut = `${from > 0 ? '… ' : ''}${flat.slice(from, to).trim()}${to < flat.length ? ' …' : ''}`;
  return markText(cut, finders);
}

/** Where the first word of the best place stands: most different words, then most words, then the earlier. */
function bestStart(flat: string, finders: readonly Finder[]): number {
  const folded = foldedWithPlaces(flat);
  const places = finders
    .flatMap((find, word) => find(folded.text, MOST_PLACES).map((place) => ({ ...place, word })))
    .sort((a, b) => a.from - b.from);
  let best = { start: 0, value: 0 };
  let last = 0;
  for (const [index, { from }] of places.entries()) {
    last = Math.max(last, index);
    while ((places[last + 1]?.to ?? Infinity) <= from + SNIPPET - LEAD) last += 1;
    const within = places.slice(index, Math.min(last + 1, index + 40));
    const words = new Map<number, number>();
    for (const { word, weight } of within) words.set(word, Math.max(weight, words.get(word) ?? 0));
    const value =
      [...words.values()].reduce((sum, weight) => sum + weight, 0) + Math.min(within.length, 6) * 0.02;
    if (value > best.value) best = { start: folded.back(from), value };
  }
  return best.start;
}

/** The beginning of a sentence between two offsets, or else of a word. */
function beginning(text: string, from: number, to: number): number {
  const part = text.slice(from, to);
  const sentence = /[.!?。…]["'”’)\]]?\s+(?=\S)/u.exec(part);
  if (sentence) return from + sentence.index + sentence[0].length;
  const space = part.indexOf(' ');
  return space < 0 ? wholeCharacter(text, from) : from + space + 1;
}

function ending(text: string, from: number): number {
  const most = from + SNIPPET + SLACK;
  if (text.length <= most) return text.length;
  const part = text.slice(from + SNIPPET - SLACK, most);
  const sentence = [...part.matchAll(/[.!?。…]["'”’)\]]?(?=\s)/gu)].at(-1);
  if (sentence) return from + SNIPPET - SLACK + sentence.index + sentence[0].length;
  const space = text.lastIndexOf(' ', from + SNIPPET);
  return space > from + SNIPPET - LEAD ? space : wholeCharacter(text, from + SNIPPET);
}

/** An offset that does not cut a character of two halves. */
const wholeCharacter = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;

const LATEX = /\\[a-zA-Z]+|[_^]\{|\\[,;!:{}]/;
const SYMBOLS = /^(?:[-+*/=<>|(),.:;&∈≤≥≈∼]+|[a-zA-Z]|\d+(?:\.\d+)?|\\\\|[{}[\]()]+)$/;

/** Formulas that are not readable as they stand are left out; `x = 3` stays. */
function withoutFormulas(text: string): string {
  if (!text.includes('\\') && !text.includes('_{') && !text.includes('^{')) return text;
  const pieces = text.split(/(\s+)/);
  const isFormula = pieces.map((piece) => LATEX.test(piece));
  // What only stands between formulas belongs to them.
  for (const step of [1, -1]) {
    const order = step > 0 ? pieces.keys() : [...pieces.keys()].reverse();
    for (const index of order) {
      if (index % 2 === 0 && isFormula[index - 2 * step] && SYMBOLS.test(pieces[index] ?? '')) {
        isFormula[index] = true;
      }
    }
  }
  let isOpen = false;
  return pieces
    .filter((piece, index) => {
      if (index % 2 === 1) return !isOpen || piece.includes('\n');
      const isFirst = isFormula[index] === true && !isOpen;
      isOpen = isFormula[index] === true;
      if (isFirst) pieces[index] = '…';
      return !isOpen || isFirst;
    })
    .map((piece) => (LATEX.test(piece) ? '…' : piece))
    .join('');
}
