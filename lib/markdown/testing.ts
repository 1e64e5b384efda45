import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { renderPost } from './render';
import type { MarkdownOptions, Problem, RenderedPost } from './types';

export const options: MarkdownOptions = {
  language: 'ko',
  origin: 'https://blog.example',
  path: '/ai/2024-01/post/',
};

export function render(source: string, more: Partial<MarkdownOptions> = {}): RenderedPost {
  return renderPost(source, { ...options, ...more });
}

/**
 * The page's HTML with formulas in the line as `⟦LaTeX⟧` and those that stand alone as `⟦⟦LaTeX⟧⟧`, and headings without
 * their links.
 */
export function page(source: string, more: Partial<MarkdownOptions> = {}): string {
  const tree = parse(render(source, more).html);
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (classes(node).includes('heading')) parent.children.splice(index, 1, ...node.children.slice(0, 1));
    if (!classes(node).includes('math')) return;
    const display = classes(node).includes('math-display');
    const annotation = find(node, (inner) => inner.tagName === 'annotation');
    if (!annotation) return;
    const tex = toText(annotation, { whitespace: 'pre' });
    parent.children[index] = { type: 'text', value: display ? `⟦⟦${tex}⟧⟧` : `⟦${tex}⟧` };
  });
  return toHtml(tree);
}

function parse(html: string): Root {
  return unified().use(rehypeParse, { fragment: true }).parse(html);
}

/** Elements of an HTML text in order, as a browser would build them. */
export function elements(html: string): Element[] {
  const found: Element[] = [];
  visit(parse(html), 'element', (node) => {
    found.push(node);
  });
  return found;
}

export function find(root: Element, test: (node: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(root, 'element', (node) => {
    if (!found && test(node)) found = node;
  });
  return found;
}

export function classes(node: Element): (string | number)[] {
  return Array.isArray(node.properties.className) ? node.properties.className : [];
}

export function kinds(problems: readonly Problem[]): string[] {
  return problems.map((problem) => `${String(problem.line)} ${problem.kind} ${problem.detail}`);
}
