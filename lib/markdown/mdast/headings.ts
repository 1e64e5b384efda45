import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Context } from '../context';
import { goldmarkHeadingId, HeadingIds } from '../heading-ids';

// Ids of the page's own skeleton begin so; a heading may not take one.
const RESERVED = /^nm-/;

/**
 * Gives headings the ids that Hugo gave them, or the author's own (`## Title {#id}`), and levels from 2 on without
 * holes: an old post that begins at `###` begins at `h2`.
 */
export function headings(context: Context): (tree: Root) => void {
  return (tree) => {
    const found: Heading[] = [];
    visit(tree, 'heading', (node) => {
      found.push(node);
    });
    const levels = [...new Set(found.map((node) => node.depth))].sort();
    const ids = new HeadingIds();
    for (const node of found) {
      const line = sourceLine(node, context.source);
      const chosen = takeAttributes(node);
      const base = chosen ?? goldmarkHeadingId(line.replace(ATTRIBUTES, ''));
      const id = ids.unique(RESERVED.test(base) ? `h-${base}` : base);
      node.depth = Math.min(6, levels.indexOf(node.depth) + 2) as Heading['depth'];
      node.data = { ...node.data, hProperties: { id: (context.options.idPrefix ?? '') + id } };
    }
  };
}

const ATTRIBUTES = /[ \t]*\{[ \t]*([#.][^{}]*)\}[ \t]*$/;

/** The last line of what the heading says, as written; Goldmark looks at no other. */
function sourceLine(node: Heading, source: string): string {
  const start = node.children[0]?.position?.start.offset;
  const end = node.children.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined) return '';
  return source.slice(start, end).split('\n').at(-1) ?? '';
}

/** Removes `{#id .class}` from the end of a heading and returns its id; classes are the pipeline's alone. */
function takeAttributes(node: Heading): string | undefined {
  const last = node.children.at(-1);
  if (last?.type !== 'text') return undefined;
  const match = ATTRIBUTES.exec(last.value);
  if (!match) return undefined;
  last.value = last.value.slice(0, match.index);
  return /#([\p{L}\p{N}_.-]+)/u.exec(match[1] ?? '')?.[1];
}
