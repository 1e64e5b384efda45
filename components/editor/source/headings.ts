import type { Text } from '@codemirror/state';
import { findMathBlocks, goldmarkHeadingId, HeadingIds } from '@/lib/markdown/syntax';
import type { OutlineEntry } from './types';

/** Headings of a document in order; what only looks like one in code or formulas is none. */
export function outlineOf(doc: Text): OutlineEntry[] {
  const source = doc.toString();
  const hasBlocks = source.includes('$$') || source.includes('\\[');
  const formulas = hasBlocks ? findMathBlocks(source) : null;
  const ids = new HeadingIds();
  const entries: OutlineEntry[] = [];
  const lines = source.split('\n');
  const opaque = new Opaque();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const end = opaque.isInFence ? undefined : formulas?.get(index + 1)?.endLine;
    if (end !== undefined) {
      index = end - 1;
      continue;
    }
    if (opaque.holds(line)) continue;
    const found = headingOf(line, lines[index - 1] ?? '', index + 1);
    if (!found) continue;
    const { level, raw } = found;
    entries.push({ level, text: plain(raw), line: found.line, id: ids.unique(goldmarkHeadingId(raw)) });
  }
  return entries;
}

/** Lines of code and comments, one after the other. */
class Opaque {
  #fence = '';
  #isComment = false;

  get isInFence(): boolean {
    return this.#fence !== '';
  }

  /** Whether a line is part of code or of a comment. */
  holds(line: string): boolean {
    const [, mark = '', info = ''] =
      /^ {0,3}(?:>\s?)*(?:[-+*] +|\d+[.)] +)? *(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (this.#fence !== '') {
      if (mark.startsWith(this.#fence) && info.trim() === '') this.#fence = '';
      return true;
    }
    if (mark !== '' && !(mark.startsWith('`') && info.includes('`'))) {
      this.#fence = mark;
      return true;
    }
    const opens = /^ {0,3}<!--/.test(line) && !line.includes('-->');
    if (!this.#isComment && !opens) return false;
    this.#isComment = !line.includes('-->');
    return true;
  }
}

/** A heading by its marks, or by the line below it. */
function headingOf(line: string, above: string, number: number) {
  const [, marks, words = ''] = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(line) ?? [];
  if (marks) return { level: marks.length, raw: words.replace(/^#+$/, ''), line: number };
  const underline = /^ {0,3}(=+|-{2,})[ \t]*$/.exec(line)?.[1];
  if (!underline || !isText(above)) return null;
  return { level: underline.startsWith('=') ? 1 : 2, raw: above.trim(), line: number - 1 };
}

/** Whether a line can be the words above an underline. */
function isText(line: string): boolean {
  return (
    line.trim() !== '' && !/^ {0,3}(?:#{1,6}\s|>|[-+*]\s|\d+[.)]\s|\||<|(?:[-*_] *){3,}$)|^ {4}/.test(line)
  );
}

/** The words of a heading: without emphasis marks and addresses. */
function plain(raw: string): string {
  return raw
    .split(/(\$[^$]*\$|`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part.replace(/^[$`]|[$`]$/g, '')
        : part
            .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
            .replace(/\[\^[^\]]+\]|\*\*|__|~~|(?<!\w)[*_]|[*_](?!\w)/g, ''),
    )
    .join('')
    .trim();
}
