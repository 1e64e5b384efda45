import type { Element } from 'hast';
import { core, isBetween, isBig, isCompound, isOperand, isWord, OPEN, textIn } from './math-kinds';

/** Whether a line has a space between two things that stand side by side. */
export function needsSpace(before: Element, item: Element, tight: boolean, beforeIsPrefix: boolean): boolean {
  const said = textIn([before]);
  const says = textIn([item]);
  if (/[\s\u00a0]$/.test(said) || /^[\s\u00a0]/.test(says)) return false;
  const [a, b] = [core(before), core(item)];
  // After the name of a function comes an invisible sign that says so.
  if (said.endsWith('\u2061')) return !OPEN.includes(says[0] ?? '');
  if (says === '\u2061') return false;
  const isNamed = (node: Element) => node.tagName === 'mo' && textIn([node]).length > 1;
  if (isNamed(a) || isNamed(b)) return true;
  if (isBetween(b)) return !tight && (isOperand(before, 'end') || (isBetween(a) && !beforeIsPrefix));
  if (isBetween(a)) return !tight && !beforeIsPrefix;
  if (a.tagName === 'mo' && /^[,;:]$/.test(said)) return !tight;
  if (b.tagName === 'mfrac' && says.startsWith('('))
    return !OPEN.includes(said.at(-1) ?? '') && (isCompound(a) || isOperand(before, 'end'));
  if (a.tagName === 'mo') return false;
  return needsSpaceBetween(a, b, said, says);
}

/** Of two things that no operator stands between. */
function needsSpaceBetween(a: Element, b: Element, said: string, says: string): boolean {
  if (isBig(a)) return true;
  if (!/^[\p{L}\p{N}√∑∏∫∂∇]/u.test(says)) return false;
  if (/^[∑∏∫]/.test(says)) return /[\p{L}\p{N})\]]$/u.test(said);
  if (!/[\p{L}\p{N}]$/u.test(said)) return isCompound(a);
  return isCompound(a) || isWord(a) || isWord(b) || /^\p{N}/u.test(says);
}

/** Whether a sign belongs to what follows, as in `= −x`. */
export function isPrefix(sign: Element, before: Element | undefined): boolean {
  return /^[+\-−±∓]$/.test(textIn([sign])) && !isOperand(before, 'end');
}
