import type { Nodes, Root, RootContent } from 'mdast';
import type { Construct, Extension, ParseContext } from 'micromark-util-types';
import type { Memo, ParsedPart } from './memo';
import type { MathBlock } from './syntax/math-blocks';

/**
 * Parsing a source part by part, so that of a text that is being written only what changed is parsed again. The parts
 * are chosen so that parsing them one by one gives what parsing the whole gives: a part begins after a blank line, with
 * a line that closes every list, quote and note before it, where no formula or fence is open; what parts know of each
 * other are the labels that references may name.
 */

/** What the parser is told about the part that it reads. */
export interface Scope {
  /** Formulas on lines of their own, by line of the part. */
  blocks: ReadonlyMap<number, MathBlock>;
  /** Labels that other parts define. */
  definitions: readonly string[];
  notes: readonly string[];
  /** The parser at work; afterwards it knows which labels the text defines. */
  parser: (ParseContext & { gfmFootnotes?: string[] }) | null;
}

export function emptyScope(): Scope {
  return { blocks: new Map(), definitions: [], notes: [], parser: null };
}

/** Tells the parser of labels that are defined elsewhere, before it reads the first character. */
export function knownLabels(scope: Scope): Extension {
  const construct: Construct = {
    name: 'knownLabels',
    tokenize(_effects, _ok, nok) {
      return (code) => {
        const parser: Scope['parser'] = this.parser;
        if (scope.parser !== parser) {
          scope.parser = parser;
          parser.defined.push(...scope.definitions);
          (parser.gfmFootnotes ??= []).push(...scope.notes);
        }
        return nok(code);
      };
    },
  };
  return { document: { null: [construct] } };
}

/** Lines that may begin a part: nothing before them goes on in such a line. */
const BEGINS = /^(?![-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|:)\S/;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;

interface Part {
  text: string;
  /** 0-based line and character of the source that it begins at. */
  line: number;
  offset: number;
}

/** Cuts a source where it may be possible; `parseInParts` joins again what was open there. */
function cut(source: string, blocks: ReadonlyMap<number, MathBlock>): Part[] {
  const parts: Part[] = [];
  let begin = { line: 0, offset: 0 };
  let offset = 0;
  let fence = '';
  let formulaEnds = 0;
  let afterBlank = false;
  const lines = source.split('\n');
  for (const [line, text] of lines.entries()) {
    if (afterBlank && fence === '' && line + 1 > formulaEnds && BEGINS.test(text)) {
      parts.push({ ...begin, text: source.slice(begin.offset, offset) });
      begin = { line, offset };
    }
    formulaEnds = Math.max(formulaEnds, blocks.get(line + 1)?.endLine ?? 0);
    const mark = FENCE.exec(text)?.[1];
    if (fence === '') fence = mark ?? '';
    else if (mark?.startsWith(fence) && text.trim() === mark) fence = '';
    afterBlank = text.trim() === '';
    offset += text.length + 1;
  }
  parts.push({ ...begin, text: source.slice(begin.offset) });
  return parts;
}

/** Whether the last block of a part is complete, so that what follows the part is no part of it. */
function isClosed(tree: Root, text: string): boolean {
  const last = tree.children.at(-1);
  if (last === undefined) return true;
  const source = text.slice(last.position?.start.offset ?? 0, last.position?.end.offset);
  if (last.type === 'code') {
    const mark = /^(`{3,}|~{3,})/.exec(source)?.[1];
    if (mark === undefined) return true;
    const end = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(source.split('\n').slice(1).at(-1) ?? '')?.[1];
    return end?.startsWith(mark) === true;
  }
  if (last.type === 'html') {
    // The kinds of HTML that blank lines do not end (CommonMark 0.31, 4.6, 1 to 5).
    const begin = /^ {0,3}<(?:(script|pre|style|textarea)(?=[\s>]|$)|!--|\?|!\[CDATA\[|![A-Za-z])/i.exec(
      source,
    );
    if (!begin) return true;
    const rest = source.slice(begin[0].length);
    if (begin[1] !== undefined) return /<\/(?:script|pre|style|textarea)>/i.test(rest);
    if (begin[0].endsWith('--')) return rest.includes('-->');
    if (begin[0].endsWith('?')) return rest.includes('?>');
    return begin[0].endsWith('[') ? rest.includes(']]>') : rest.includes('>');
  }
  return (last.type as string) !== 'defList';
}

/**
 * @param source the whole text.
 * @param blocks what `findMathBlocks` says of it.
 * @param parse parses a text under the scope, which is set for it before.
 * @returns what `parse` would return for the whole.
 */
export function parseInParts(
  source: string,
  blocks: ReadonlyMap<number, MathBlock>,
  scope: Scope,
  memo: Memo,
  parse: (text: string) => Root,
): Root {
  const read = (part: Part, definitions: readonly string[], notes: readonly string[]): ParsedPart => {
    const own = blocksWithin(part, blocks);
    const named = part.text.includes('[');
    const key = `${JSON.stringify([[...own], named ? [definitions, notes] : []])}\n${part.text}`;
    const known = memo.parts.get(key);
    if (known) return known;
    Object.assign(scope, { blocks: own, definitions, notes, parser: null } satisfies Scope);
    const tree = parse(part.text);
    const parser: Scope['parser'] = scope.parser;
    return memo.parts.set(key, {
      tree,
      definitions: parser?.defined.slice(definitions.length) ?? [],
      notes: parser?.gfmFootnotes?.slice(notes.length) ?? [],
      isClosed: isClosed(tree, part.text),
    });
  };

  const parts: Part[] = [];
  const definitions: string[] = [];
  const notes: string[] = [];
  const pending = cut(source, blocks);
  for (let at = 0; at < pending.length;) {
    let size = 1;
    for (;;) {
      const part = joined(source, pending, at, size);
      const parsed = read(part, [], []);
      if (parsed.isClosed || at + size >= pending.length) {
        parts.push(part);
        definitions.push(...parsed.definitions);
        notes.push(...parsed.notes);
        break;
      }
      // Twice as much each time, so that what is never closed costs no more than the whole, twice.
      size *= 2;
    }
    at += size;
  }
  const children = parts.flatMap((part) => {
    const { tree } = read(part, definitions, notes);
    return tree.children.map((node) => moved(node, part.line, part.offset));
  });
  return { type: 'root', children, position: wholeOf(source) };
}

function joined(source: string, parts: readonly Part[], at: number, size: number): Part {
  const [first, next] = [parts[at], parts[at + size]];
  if (!first) throw new RangeError('no such part');
  return { ...first, text: source.slice(first.offset, next?.offset) };
}

function blocksWithin(part: Part, blocks: ReadonlyMap<number, MathBlock>): Map<number, MathBlock> {
  const own = new Map<number, MathBlock>();
  if (!/\$\$|\\\[/.test(part.text)) return own;
  let line = part.line;
  for (let at = 0; at >= 0; at = part.text.indexOf('\n', at) + 1 || -1) {
    line++;
    const block = blocks.get(line);
    if (block) own.set(line - part.line, { ...block, endLine: block.endLine - part.line });
  }
  return own;
}

function wholeOf(source: string): Root['position'] {
  const lines = source.split('\n');
  return {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset: source.length },
  };
}

/** A copy of a node, for steps change what they get, at its place in the source. */
function moved(node: RootContent, lines: number, characters: number): RootContent {
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== 'object' || value === null) return value;
    const made: Record<string, unknown> = {};
    for (const [name, inner] of Object.entries(value)) {
      made[name] = name === 'position' ? place(inner as Nodes['position']) : copy(inner);
    }
    return made;
  };
  const place = (position: Nodes['position']): Nodes['position'] =>
    position && {
      start: point(position.start),
      end: point(position.end),
    };
  const point = (at: { line: number; column: number; offset?: number }) => ({
    line: at.line + lines,
    column: at.column,
    offset: (at.offset ?? 0) + characters,
  });
  return copy(node) as RootContent;
}
