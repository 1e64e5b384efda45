import type { Nodes, Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkDefinitionList from 'remark-definition-list';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath)
  .use(remarkDefinitionList)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false });

/** Most escapes of one block that are tried one by one. */
const maxTried = 60;

/**
 * Takes away the backslashes that a writer of Markdown puts before every character that might mean something, where it
 * means nothing: `snake\_case`, `\[논문]`. Each is tried: what parses to the same tree without it does not need it.
 */
export function withoutNeedlessEscapes(markdown: string): string {
  if (!/\\[[_*~<&!:.@$]/.test(markdown)) return markdown;
  const tree = parser.parse(markdown);
  let result = '';
  let at = 0;
  for (const node of tree.children) {
    const start = node.position?.start.offset ?? at;
    const end = node.position?.end.offset ?? start;
    result += markdown.slice(at, start) + relieve(markdown.slice(start, end));
    at = end;
  }
  return result + markdown.slice(at);
}

/** Escapes that the dialect may need although CommonMark does not: `[!NOTE]`, `[^1]`, `[@key]`, `[x]`, `\[a\]`. */
const candidates = /\\(?:\[(?![!^@]|[ xX]\]|[\s\S]*\\\])|:(?=\S)|[_*~<&!.@])/g;

function relieve(given: string): string {
  // One dollar alone encloses nothing.
  const block = given.split('$').length === 2 ? given.replace('\\$', '$') : given;
  const found = [...block.matchAll(candidates)].map(({ index }) => index);
  if (found.length === 0) return block;
  const wanted = shapeOf(block);
  const all = removeAt(block, found);
  if (shapeOf(all) === wanted) return all;
  if (found.length > maxTried) return block;
  let result = block;
  // From the end, so that the offsets before it hold.
  for (const index of found.reverse()) {
    const without = removeAt(result, [index]);
    if (shapeOf(without) === wanted) result = without;
  }
  return result;
}

function removeAt(text: string, indices: readonly number[]): string {
  let result = '';
  let at = 0;
  for (const index of indices) {
    result += text.slice(at, index);
    at = index + 1;
  }
  return result + text.slice(at);
}

function shapeOf(markdown: string): string {
  const tree: Root = parser.parse(markdown);
  return JSON.stringify(tree, (key, value: unknown) => {
    if (key === 'position') return undefined;
    return key === 'children' ? joined(value as Nodes[]) : value;
  });
}

/** Addresses in running text count as text: whether the dialect links them makes no difference to what is said. */
function joined(nodes: readonly Nodes[]): unknown[] {
  const result: unknown[] = [];
  let run: string | null = null;
  for (const node of nodes) {
    const text = literalText(node);
    if (text !== null) {
      run = (run ?? '') + text;
      continue;
    }
    if (run !== null) result.push(run);
    run = null;
    result.push(node);
  }
  return run === null ? result : [...result, run];
}

function literalText(node: Nodes): string | null {
  if (node.type === 'text') return node.value;
  if (node.type !== 'link' || node.title != null) return null;
  const [child] = node.children;
  if (node.children.length !== 1 || child?.type !== 'text') return null;
  const { value } = child;
  return [value, `http://${value}`, `mailto:${value}`].includes(node.url) ? value : null;
}
