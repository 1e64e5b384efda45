import type { ChangeSpec, EditorState, TransactionSpec } from '@codemirror/state';
import { languages, translator } from '@/lib/i18n';

/** What stands in the text for a picture on its way: `![업로드 중: a.png…](upload:k3x9f0a1)`. */
const PLACEHOLDER = /!\[((?:\\.|[^\]\\\n])*)\]\(upload:([a-z0-9]{4,40})\)/g;

export interface Placeholder {
  key: string;
  from: number;
  to: number;
  /** Between the brackets. */
  alt: string;
}

export const uploadAddress = (key: string): string => `upload:${key}`;

/** The alternative text of a placeholder, in every language that one may have been written in. */
const generated = languages.map((language) => {
  const [before = '', after = ''] = translator(language)('images.placeholder', { name: '\u0001' }).split(
    '\u0001',
  );
  return { language: language, before, after };
});

/** @returns a placeholder, in the language of the desk. */
export function placeholderFor(key: string, name: string, language: string): string {
  const { before, after } = generated.find((one) => one.language === language) ?? {
    before: '',
    after: '',
  };
  return `![${before}${name.replace(/[[\]\\`*_$<>\n]/g, ' ').trim()}${after}](${uploadAddress(key)})`;
}

/** @returns the name in a placeholder's own alternative text; null for words that a person wrote. */
export function nameInAlt(alt: string): string | null {
  for (const { before, after } of generated) {
    if (before !== '' && alt.startsWith(before) && alt.endsWith(after)) {
      return alt.slice(before.length, alt.length - after.length);
    }
  }
  return null;
}

/** @param offset of `text` within its document. */
export function placeholdersIn(text: string, offset = 0): Placeholder[] {
  return [...text.matchAll(PLACEHOLDER)].map(({ 0: whole, 1: alt = '', 2: key = '', index }) => ({
    key,
    alt,
    from: offset + index,
    to: offset + index + whole.length,
  }));
}

/**
 * Puts a picture where its placeholders are, wherever they are by now. Words that somebody wrote in the meantime stay.
 *
 * @returns no changes where the text has no place for it any more.
 */
export function fillChanges(text: string, key: string, src: string): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  const filled = new Set<number>();
  for (const { from, to, alt, ...it } of placeholdersIn(text)) {
    if (it.key !== key) continue;
    filled.add(to);
    changes.push({ from, to, insert: `![${nameInAlt(alt) === null ? alt : ''}](${src})` });
  }
  // Also in forms that a person or a dialog made of it: with a title, as an element.
  const address = uploadAddress(key);
  for (let at = text.indexOf(address); at >= 0; at = text.indexOf(address, at + address.length)) {
    const end = at + address.length;
    if (filled.has(end + 1) || /[a-z0-9]/.test(text[end] ?? '')) continue;
    changes.push({ from: at, to: end, insert: src });
  }
  return changes;
}

/** @returns changes that take placeholders out, with the empty lines that only they needed. */
export function removalChanges(text: string, key: string): ChangeSpec[] {
  return placeholdersIn(text)
    .filter((it) => it.key === key)
    .map(({ from, to }) => ({ from, to: isAlone(text, from, to) ? endOfGap(text, to) : to }));
}

const isAlone = (text: string, from: number, to: number): boolean =>
  (from === 0 || text[from - 1] === '\n') && (to === text.length || text[to] === '\n');

function endOfGap(text: string, to: number): number {
  let end = to;
  while (end < text.length && end < to + 2 && text[end] === '\n') end += 1;
  return end;
}

/**
 * Where pictures go: on an empty line each becomes a paragraph of its own; in a line they stand in the line.
 *
 * @param pos where the caret is, or where something was dropped.
 * @returns the change, the caret afterwards, and where each image begins once it is made.
 */
export function insertion(
  state: EditorState,
  pos: number,
  images: readonly string[],
): { spec: TransactionSpec; starts: number[] } {
  const line = state.doc.lineAt(pos);
  const isOwnLine = line.text.trim() === '';
  const separator = isOwnLine ? '\n\n' : ' ';
  const from = isOwnLine ? line.from : pos;
  const to = isOwnLine ? line.to : pos;
  const before = isOwnLine && hasWords(state, line.number - 1) ? '\n' : '';
  const after = isOwnLine && hasWords(state, line.number + 1) ? '\n' : '';
  const insert = before + images.join(separator) + after;
  let start = from + before.length;
  const starts = images.map((image) => {
    const at = start;
    start += image.length + separator.length;
    return at;
  });
  return {
    spec: {
      changes: { from, to, insert },
      selection: { anchor: from + insert.length - after.length },
      scrollIntoView: true,
    },
    starts,
  };
}

function hasWords(state: EditorState, number: number): boolean {
  return number >= 1 && number <= state.doc.lines && state.doc.line(number).text.trim() !== '';
}
