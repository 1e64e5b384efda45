import type { Element, ElementContent } from 'hast';
import { stringOf } from './tree';

// What an element of MathML is to somebody who reads its text alone.

export const TOKENS = new Set(['mi', 'mn', 'mo', 'mtext', 'ms']);
export const SCRIPTS = new Set(['msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover']);
/** Elements that only hold others together. */
const GROUPS = new Set(['mrow', 'mstyle', 'mpadded', 'menclose']);
export const OPEN = '([{⟨⌊⌈⟦';
const CLOSE = ')]}⟩⌋⌉⟧';
export const ACCENTS = /^(?:[\^ˆ~˜¯ˉ‾_˙¨ˇ˘´`˚→←↔⏞⏟⎴⎵⏠⏡]|[\u0300-\u036f]|[\u20d0-\u20ff])$/u;
/** Relations and operations that stand between two things, with a space on either side. */
const BETWEEN =
  /^(?:[=<>+\-−±∓×·⋅÷≔≕]|:=|[\u2190-\u21ff\u2208-\u220d\u2227-\u222a\u2237-\u22ee\u2295-\u22a8\u27f5-\u27ff\u2a7d-\u2aff])$/u;
const BIG = /^[∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂⨀⨄⨆]$/u;

/** Whether it is a sign that stands between two things, with a script or without. */
export function isBetween(node: Element): boolean {
  if (node.tagName === 'mo') return BETWEEN.test(textIn([node]));
  const base = node.children[0];
  return SCRIPTS.has(node.tagName) && base?.type === 'element' && isBetween(core(base));
}

/** Whether a fraction beside it would seem to hold it: `2 1/2`, `a/b c`. */
export function isOperand(node: Element | undefined, end: 'start' | 'end'): boolean {
  if (!node) return false;
  const said = textIn([node]).replace(/[\s\u00a0\u2061]/g, '');
  return end === 'end' ? /[\p{L}\p{N}\p{Sk})\]}⟩!′‾∞∅]$/u.test(said) : /^[\p{L}\p{N}([{⟨√∑∏∫]/u.test(said);
}

/** Whether it is a sum, an integral or the like with its limits. */
export function isBig(node: Element): boolean {
  const first = node.children[0];
  if (node.tagName === 'mo') return false;
  return SCRIPTS.has(node.tagName) && first?.type === 'element' && BIG.test(textIn([first]));
}

/** Whether it says something by place. */
export function isCompound(node: Element): boolean {
  return SCRIPTS.has(node.tagName) || ['mfrac', 'msqrt', 'mroot', 'mtable'].includes(node.tagName);
}

/** Whether it is a token of several letters, as the name of a function. */
export function isWord(node: Element): boolean {
  return TOKENS.has(node.tagName) && node.tagName !== 'mn' && [...textIn([node])].length > 1;
}

/** Whether a space is wide enough to be one in a line. */
export function isWide({ properties }: Element): boolean {
  return Number.parseFloat(stringOf(properties.width)) > 0.1;
}

/** A fraction without a line, as of a binomial. */
export function isStack({ properties }: Element): boolean {
  return /^0/.test(stringOf(properties.lineThickness ?? properties.linethickness));
}

/** Whether it needs no parentheses where something is said of it as a whole. */
export function isSimple(nodes: readonly ElementContent[]): boolean {
  const elements = nodes.filter((node) => node.type === 'element' && textIn([node]) !== '');
  const said = textIn(elements).trim();
  if (said === '') return true;
  const [only] = elements;
  if (elements.length === 1 && only?.type === 'element') {
    const inner = core(only);
    if (TOKENS.has(inner.tagName)) return !/[\s\u00a0]/.test(said);
    const script = inner.children[1];
    if ((inner.tagName === 'mover' || inner.tagName === 'munder') && script?.type === 'element')
      return ACCENTS.test(textIn([script])) && [...said].length <= 2;
    if (inner.tagName === 'msup') return /^\p{L}[′″‴]+$/u.test(said);
  }
  return isBracketed(said);
}

/** What can bear a script as it is; `(a+b)^2` has its closing parenthesis for a base. */
export function isBase(node: Element): boolean {
  const inner = core(node);
  if (isSimple([node])) return true;
  // `lim` with its invisible sign; a name of two words; a base that has a script on its other side.
  return /^[\p{L} \u00a0\u2009]+\u2061$/u.test(textIn([node])) || ['munder', 'mover'].includes(inner.tagName);
}

function isBracketed(said: string): boolean {
  const letters = [...said];
  if (!OPEN.includes(letters[0] ?? ' ') || !CLOSE.includes(letters.at(-1) ?? ' ')) return false;
  let depth = 0;
  return letters.every((letter, at) => {
    if (OPEN.includes(letter)) depth++;
    else if (CLOSE.includes(letter)) depth--;
    return depth > 0 || at === letters.length - 1;
  });
}

/** What a group of one holds. */
export function core(node: Element): Element {
  if (!GROUPS.has(node.tagName)) return node;
  const full = node.children.filter(
    (child): child is Element => child.type === 'element' && textIn([child]) !== '',
  );
  const [only] = full;
  return full.length === 1 && only ? core(only) : node;
}

/** Whether its text ends in what the pattern says. */
export function endsIn(node: Element, pattern: RegExp): boolean {
  return pattern.test(textIn([node]));
}

/** @returns the text of elements, as who takes the tags away sees it. */
export function textIn(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textIn(node.children) : ''))
    .join('');
}
