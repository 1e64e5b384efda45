import type { Element, ElementContent, Root, RootContent } from 'hast';
import { CONTINUE, EXIT, SKIP, visit } from 'unist-util-visit';
import { hasClass, isBlank, rememberedOf, textOf } from './hast/tree';
import { plainText } from './hast/text';

/** Characters of an excerpt that nobody marked. */
const LENGTH = 300;

/**
 * What lists show of a post: the blocks before the more-mark, or the first paragraph, cut at the end of a sentence or
 * a word and never inside of a formula or a link.
 */
export function excerptOf(tree: Root, moreAt: number): { tree: Root; text: string } {
  const before = tree.children.slice(0, Math.max(0, moreAt));
  let blocks = before.some((node) => !isBlank(node)) ? before.map((node) => structuredClone(node)) : [];
  if (blocks.length === 0) {
    const paragraph = firstWords(tree);
    blocks = paragraph ? [cut(structuredClone(paragraph))] : [];
  }
  const excerpt: Root = { type: 'root', children: blocks.flatMap(strip) };
  return { tree: excerpt, text: shorten(plainText(excerpt).replace(/\s+/g, ' ').trim()) };
}

/** The first paragraph with words; of a post that has none on its top level, the first within a list or quote. */
function firstWords(tree: Root): Element | undefined {
  const top = tree.children.find((node): node is Element => isParagraph(node));
  if (top) return top;
  let inner: Element | undefined;
  visit(tree, 'element', (node) => {
    if (node.tagName === 'section' || node.tagName === 'figure') return SKIP;
    const tightItem = node.tagName === 'li' && textOf(node).trim() !== '' && !node.children.some(hasBlocks);
    if (!tightItem && !isParagraph(node)) return CONTINUE;
    inner = { ...node, tagName: 'p', properties: {} };
    return EXIT;
  });
  return inner;
}

function isParagraph(node: RootContent): boolean {
  if (node.type !== 'element' || node.tagName !== 'p' || hasClass(node, 'callout-title')) return false;
  return (
    plainText({ type: 'root', children: [node] }) !== '' &&
    !node.children.every((child) => isBlank(child) || isPicture(child))
  );
}

function isPicture(node: ElementContent): boolean {
  return rememberedOf(node)?.role?.startsWith('image') === true || rememberedOf(node)?.role === 'enlarge';
}

function hasBlocks(node: ElementContent): boolean {
  return (
    node.type === 'element' && ['p', 'ul', 'ol', 'pre', 'div', 'table', 'blockquote'].includes(node.tagName)
  );
}

/** An excerpt stands beside others, away from its post: no ids, nothing that leads into the post. */
function strip(node: RootContent): RootContent[] {
  if (node.type !== 'element') return [node];
  const remembered = rememberedOf(node);
  if (remembered?.role === 'heading') return node.children.slice(0, 1).flatMap(strip);
  if (remembered?.role === 'note-reference' || remembered?.role === 'footnotes') return [];
  delete node.properties.id;
  node.children = node.children.flatMap(strip) as ElementContent[];
  const { href } = node.properties;
  if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('#')) return node.children;
  return [node];
}

/** The paragraph up to about the length of an excerpt. */
function cut(paragraph: Element): Element {
  if (textOf(paragraph).length <= LENGTH) return paragraph;
  let left = LENGTH;
  const enter = (parent: Element): boolean => {
    const kept: ElementContent[] = [];
    for (const child of parent.children) {
      const length = textOf(child).length;
      if (length <= left) {
        kept.push(child);
        left -= length;
        continue;
      }
      if (child.type === 'text') {
        const part = cutText(child.value, left);
        if (part !== '') kept.push({ type: 'text', value: part });
      } else if (child.type === 'element' && !isWhole(child)) {
        enter(child);
        if (child.children.length > 0) kept.push(child);
      }
      parent.children = kept;
      return true;
    }
    parent.children = kept;
    return false;
  };
  enter(paragraph);
  if (!/[.!?…。]\s*$/.test(textOf(paragraph))) paragraph.children.push({ type: 'text', value: '…' });
  return paragraph;
}

function isWhole(node: Element): boolean {
  return node.tagName === 'a' || node.tagName === 'code' || rememberedOf(node) !== undefined;
}

/** The beginning of a text: whole sentences when they fill half of the room, otherwise whole words. */
function cutText(text: string, room: number): string {
  const part = text.slice(0, room + 1);
  const sentence = /^[\s\S]*[.!?。…](?=\s)/.exec(part)?.[0] ?? '';
  if (sentence.length >= room / 2) return sentence;
  return /^[\s\S]*(?=\s)/.exec(part)?.[0].trimEnd() ?? '';
}

function shorten(text: string): string {
  if (text.length <= LENGTH) return text;
  const part = cutText(text, LENGTH) || [...text].slice(0, LENGTH / 2).join('');
  return /[.!?…。]$/.test(part) ? part : `${part}…`;
}
