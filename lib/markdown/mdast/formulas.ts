import type { Element, Text as HastText } from 'hast';
import type { PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import { SKIP, visit } from 'unist-util-visit';
import { report, type Context } from '../context';

type Formula = InlineMath | Math;

const NUMBERED = /^\s*\\begin\{(equation|align|gather|alignat|multline)\}(\{\d+\})?([\s\S]*)\\end\{\1\}\s*$/;
const LABEL = /\\label\s*\{([^{}]*)\}/g;
const REFERENCE = /\\(eqref|ref)\s*\{([^{}]*)\}/g;
const TAG = /\\tag\*?\s*\{([^{}]*)\}/;

/**
 * Numbers equations and resolves `\label`, `\ref` and `\eqref` within the post, in order of the source. KaTeX knows
 * no labels, and its links would need `trust`; so numbers become `\tag`, and references in the text become links.
 */
export function formulas(context: Context): (tree: Root) => void {
  return (tree) => {
    const nodes: Formula[] = [];
    visit(tree, (node) => {
      if (node.type === 'math' || node.type === 'inlineMath') nodes.push(node);
    });
    const numbers = new Map<string, string>();
    let next = 1;
    const take = () => String(next++);
    const codes = nodes.map((node) => {
      const displayed = node.type === 'math' || opensWithTwo(context, node);
      const source = node.value.trim();
      const labels: string[] = [];
      const tex = displayed ? number(source, take, numbers, labels) : source;
      return setFormula(node, tex, source, displayed, labels);
    });
    for (const [index, node] of nodes.entries()) {
      if (node.type === 'inlineMath' && linkWhole(node, numbers, context)) continue;
      const formula = codes[index];
      if (!formula) continue;
      formula.value = formula.value.replace(REFERENCE, (_, kind: string, key: string) => {
        const found = numbers.get(key);
        if (found === undefined) report(context, 'formula-faulty', lineOf(node), `\\${kind}{${key}}`);
        const shown = found ?? '??';
        return kind === 'eqref' ? `\\text{(${shown})}` : `\\text{${shown}}`;
      });
    }
    linkReferences(tree, numbers, context);
  };
}

/** The id that a label's formula bears; the colon keeps it apart from ids of headings. */
export function equationId(key: string): string {
  return `eq:${key.trim().replace(/[^\p{L}\p{N}_.:-]+/gu, '-')}`;
}

/** `\[` and `$$` in a line: drawn in the line, but with the limits of sums above and below. */
function opensWithTwo(context: Context, node: Formula): boolean {
  const at = node.position?.start.offset;
  if (at === undefined) return false;
  const mark = context.source.slice(at, at + 2);
  return mark === '$$' || mark === '\\[';
}

function number(source: string, take: () => string, numbers: Map<string, string>, labels: string[]): string {
  const remember = (row: string, shown: string) => {
    for (const [, key = ''] of row.matchAll(LABEL)) {
      numbers.set(key, shown);
      labels.push(key);
    }
  };
  const numberRow = (row: string): string => {
    const tag = TAG.exec(row)?.[1];
    if (tag !== undefined || /\\(?:notag|nonumber)(?![A-Za-z])/.test(row)) {
      remember(row, tag ?? '??');
      return row.replace(LABEL, '');
    }
    const shown = take();
    remember(row, shown);
    return `${row.replace(LABEL, '').trimEnd()}\\tag{${shown}}`;
  };

  const environment = NUMBERED.exec(source);
  if (environment) {
    const name = environment[1] === 'multline' ? 'gather' : environment[1];
    const body = environment[3] ?? '';
    const single = name === 'equation' || environment[1] === 'multline';
    const rows = single
      ? numberRow(body)
      : splitRows(body)
          .map((row) => numberPart(row, numberRow))
          .join('');
    return `\\begin{${name}*}${environment[2] ?? ''}${rows}\\end{${name}*}`;
  }
  const starred = source.replace(/\\(begin|end)\{multline\*\}/g, '\\$1{gather*}');
  if (!starred.includes('\\label')) return starred;
  const tag = TAG.exec(starred)?.[1];
  const shown = tag ?? take();
  remember(starred, shown);
  const bare = starred.replace(LABEL, '');
  return tag === undefined ? `${bare.trimEnd()}\\tag{${shown}}` : bare;
}

/** A row and the `\\` that ends it; an empty last row gets no number. */
function numberPart(part: string, numberRow: (row: string) => string): string {
  const end = /\\\\(?:\*?\s*\[[^\]]*\])?$/.exec(part)?.[0] ?? '';
  const row = part.slice(0, part.length - end.length);
  return row.trim() === '' ? part : numberRow(row) + end;
}

/** Rows of an environment, each with the `\\` that ends it; those of inner environments stay together. */
function splitRows(body: string): string[] {
  const rows: string[] = [];
  let depth = 0;
  let start = 0;
  for (const match of body.matchAll(/\\\\(?:\*?\s*\[[^\]]*\])?|\\begin\b|\\end\b|\\.|[{}]/gs)) {
    const token = match[0];
    if (token === '{' || token === '\\begin') depth++;
    else if (token === '}' || token === '\\end') depth--;
    else if (token.startsWith('\\\\') && depth === 0) {
      rows.push(body.slice(start, match.index + token.length));
      start = match.index + token.length;
    }
  }
  rows.push(body.slice(start));
  return rows;
}

/** Gives a formula the one form that hast/formulas.ts looks for; returns its text. */
function setFormula(
  node: Formula,
  tex: string,
  source: string,
  displayed: boolean,
  labels: string[],
): { value: string } {
  const block = node.type === 'math';
  const text: HastText = { type: 'text', value: !block && displayed ? `\\displaystyle ${tex}` : tex };
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: {
      className: ['language-math', block ? 'math-display' : 'math-inline'],
      dataTex: source,
      ...(labels.length > 0 && { dataLabels: labels.map(equationId).join(' ') }),
    },
    children: [text],
  };
  node.value = source;
  // One element and no `pre` around it: what is inside a sentence and what is a block differ in their class alone.
  node.data = { hName: block ? 'div' : 'span', hChildren: [code], hProperties: {} };
  return text;
}

function linkWhole(node: InlineMath, numbers: Map<string, string>, context: Context): boolean {
  const whole = /^\\(eqref|ref)\s*\{([^{}]*)\}$/.exec(node.value);
  const [, kind, key = ''] = whole ?? [];
  const shown = numbers.get(key);
  if (shown === undefined) return false;
  node.data = {
    hName: 'a',
    hProperties: { href: `#${(context.options.idPrefix ?? '') + equationId(key)}` },
    hChildren: [{ type: 'text', value: kind === 'eqref' ? `(${shown})` : shown }],
  };
  return true;
}

/** `\eqref{…}` in a sentence, outside of dollars, as MathJax reads it too. */
function linkReferences(tree: Root, numbers: Map<string, string>, context: Context): void {
  if (numbers.size === 0) return;
  visit(tree, 'text', (node: Text, index, parent) => {
    if (!parent || index === undefined || !node.value.includes('ref{')) return;
    if (parent.type === 'link' || parent.type === 'linkReference') return;
    const parts: PhrasingContent[] = [];
    let end = 0;
    for (const match of node.value.matchAll(REFERENCE)) {
      const [, kind, key = ''] = match;
      const shown = numbers.get(key);
      if (shown === undefined) continue;
      parts.push({ type: 'text', value: node.value.slice(end, match.index) });
      const text: Text = { type: 'text', value: kind === 'eqref' ? `(${shown})` : shown };
      const url = `#${(context.options.idPrefix ?? '') + equationId(key)}`;
      parts.push({ type: 'link', url, children: [text], position: node.position });
      end = match.index + match[0].length;
    }
    if (parts.length === 0) return;
    parts.push({ type: 'text', value: node.value.slice(end) });
    (parent.children as RootContent[]).splice(
      index,
      1,
      ...parts.filter((p) => p.type !== 'text' || p.value !== ''),
    );
    return [SKIP, index + parts.length];
  });
}

function lineOf(node: Formula): number {
  return node.position?.start.line ?? 1;
}
