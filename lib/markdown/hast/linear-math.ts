import type { Element, ElementContent } from 'hast';
import { writeAlphabet } from './math-alphabets';
import {
  ACCENTS,
  core,
  endsIn,
  isBase,
  isBetween,
  isOperand,
  isSimple,
  isStack,
  isWide,
  SCRIPTS,
  textIn,
  TOKENS,
} from './math-kinds';
import { isPrefix, needsSpace } from './math-spacing';
import { element, stringOf, text } from './tree';

/**
 * Formulas that can be read where MathML is not drawn. The signs that a drawing says by place (`x^2`, `(a)/(b)`, `√(x)`,
 * the ends of rows) are put into the MathML as text that is invisible and has no width where it is drawn: a reader that
 * takes the tags away and keeps the text shows a line that can be read, once. Spaces need no element at all: MathML
 * draws no text outside of its tokens.
 */

const PRIMES = /^[′″‴⁗']+$/;

/** The MathML of a typeset formula as it is drawn, without its annotation; undefined where it was not typeset. */
export function presentationOf(formula: Element): ElementContent[] | undefined {
  return find(formula, 'semantics')?.children.filter(
    (child) => child.type === 'element' && child.tagName !== 'annotation',
  );
}

function find(node: Element, name: string): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === name ? child : find(child, name);
    if (found) return found;
  }
  return undefined;
}

/** What a formula says in one line of plain text: `x^2`, `(a+b)/c`, `∑_(i=1)^N x_i`. Takes presentation MathML. */
export function linearMath(math: readonly ElementContent[]): string {
  return textIn(math.map((node) => readableMath(structuredClone(node))))
    .replace(/\u2061/g, '')
    .replace(/[\s\u00a0\u2000-\u200b]+/g, ' ')
    .trim();
}

/** Presentation MathML, changed so that its text alone can be read, without anything that is meant for a style sheet. */
export function readableMath(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  return write(clean(node), false);
}

/**
 * A formula that says nothing by place (`x`, `a + b`, `θ ∈ ℝ`) as letters in italics, which need no MathML at all: some
 * readers take that away with all that it holds. undefined for every other formula.
 */
export function asLetters(math: readonly ElementContent[]): ElementContent[] | undefined {
  const row = math
    .filter((node) => node.type === 'element')
    .map((node) => readableMath(structuredClone(node)));
  const made: ElementContent[] = [];
  const enter = (nodes: readonly ElementContent[]): boolean =>
    nodes.every((node) => {
      if (node.type !== 'element') {
        made.push(node);
        return true;
      }
      if (node.tagName === 'mrow') return enter(node.children);
      if (!TOKENS.has(node.tagName)) return false;
      const said = textIn([node]).replace(/\u2061/g, '');
      const isLetter =
        node.tagName === 'mi' && /^\p{L}$/u.test(said) && stringOf(node.properties.mathVariant) === '';
      // Letters of the mathematical alphabets are what they are; Unicode has its capital Greek upright, as TeX does.
      made.push(isLetter && /[A-Za-zα-ωϑϕϖϱϵ]/.test(said) ? element('i', {}, [said]) : text(said));
      return true;
    });
  return enter(row) ? made : undefined;
}

function clean(node: Element): Element {
  delete node.properties.className;
  delete node.properties.style;
  delete node.properties.href;
  if (TOKENS.has(node.tagName)) {
    // KaTeX puts what is over a relation into the relation; there it is not drawn by every browser.
    const [only] = node.children;
    if (node.children.length === 1 && only?.type === 'element' && SCRIPTS.has(only.tagName))
      return clean(only);
    writeAlphabet(node);
    // KaTeX builds `mod` of letters within one operator; a token holds text alone.
    node.children = [text(textIn(node.children))];
    return node;
  }
  node.children = node.children.flatMap((child) => (child.type === 'element' ? [clean(child)] : []));
  return node;
}

/** @param tight within a script or the like, where no spaces are written around operators. */
function write(node: Element, tight: boolean): Element {
  const [first, second, third] = node.children.filter((child) => child.type === 'element');
  switch (node.tagName) {
    case 'mphantom':
      // It leaves room and says nothing: its text must not be read.
      return element('mspace', { width: `${(0.5 * textIn([node]).length).toFixed(1)}em` });
    case 'mfrac': {
      if (!first || !second) return node;
      node.children = isStack(node)
        ? [write(first, true), after(' choose ', write(second, true))]
        : [part(write(first, true)), after('/', part(write(second, true)))];
      return node;
    }
    case 'msqrt': {
      const inner = row(node.children, true);
      const held = element('mrow', {}, inner);
      node.children = isSimple(inner) ? [unread('√'), held] : [unread('√('), held, unread(')')];
      return node;
    }
    case 'mroot': {
      if (!first || !second) return node;
      const base = grouped(write(first, true));
      node.children = [base, around('^(1/', write(second, true), ')')];
      return node;
    }
    case 'mtable':
      return table(node, tight);
    default:
  }
  if (SCRIPTS.has(node.tagName) && first && second) {
    const base = write(first, true);
    const isAccent = ACCENTS.test(textIn([second]));
    const signs = SIGNS[node.tagName] ?? [];
    node.children = [isBase(base) ? base : grouped(base)];
    for (const [at, script] of [second, third].entries()) {
      if (!script) continue;
      const written = write(script, true);
      const said = textIn([written]);
      if (said === '') node.children.push(written);
      else if (isAccent && at === 0) node.children.push(accent(written));
      else if (PRIMES.test(said)) node.children.push(written);
      else if (/^[′″‴⁗]/.test(said)) node.children.push(primed(written));
      else node.children.push(after(signs[at] ?? '', grouped(written)));
    }
    return node;
  }
  if (!TOKENS.has(node.tagName)) node.children = row(node.children, tight);
  return node;
}

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  msub: ['_'],
  munder: ['_'],
  msup: ['^'],
  mover: ['^'],
  msubsup: ['_', '^'],
  munderover: ['_', '^'],
};

/** Signs that ASCII has in another meaning become those that are only accents: `xˆ`, which is no power. */
function accent(node: Element): Element {
  const letters: Readonly<Record<string, string>> = { '^': 'ˆ', '~': '˜' };
  const change = (inner: Element): void => {
    for (const child of inner.children) {
      if (child.type === 'text') child.value = letters[child.value] ?? child.value;
      else if (child.type === 'element') change(child);
    }
  };
  change(node);
  return node;
}

/** Children side by side, with spaces and parentheses where the line would be misread without. */
function row(children: readonly ElementContent[], tight: boolean): ElementContent[] {
  const items = children.filter((child) => child.type === 'element').map((child) => write(child, tight));
  const made: ElementContent[] = [];
  let before: Element | undefined;
  let earlier: Element | undefined;
  for (const [at, item] of items.entries()) {
    if (textIn([item]) === '') {
      if (before && item.tagName === 'mspace' && isWide(item) && !endsIn(before, /[\s\u00a0]$/))
        made.push(text(' '));
      made.push(item);
      continue;
    }
    const fraction = core(item);
    if (
      fraction.tagName === 'mfrac' &&
      !isStack(fraction) &&
      (isOperand(before, 'end') || isOperand(nextOf(items, at), 'start'))
    ) {
      const first = fraction.children[0];
      const second = fraction.children[1];
      if (first?.type === 'element' && second?.type === 'element')
        fraction.children = [around('(', first, ''), around('', second, ')')];
    }
    if (before && needsSpace(before, item, tight, isPrefix(before, earlier))) made.push(text(' '));
    made.push(item);
    earlier = before;
    before = item;
  }
  return made;
}

function nextOf(items: readonly Element[], at: number): Element | undefined {
  for (let next = at + 1; next < items.length; next++) {
    const item = items[next];
    if (item && textIn([item]) !== '') return item;
  }
  return undefined;
}

/** Cells with commas and rows with semicolons; columns that are only aligned, as of `align`, with spaces. */
function table(node: Element, tight: boolean): Element {
  const columns = stringOf(node.properties.columnAlign ?? node.properties.columnalign);
  const isAligned =
    !/^(?:center|left)( (?:center|left|right))+$/.test(columns) ||
    stringOf(node.properties.columnSpacing ?? node.properties.columnspacing) === '0em';
  let open: Element | undefined;
  for (const line of node.children) {
    if (line.type !== 'element') continue;
    let cell: Element | undefined;
    for (const next of line.children) {
      if (next.type !== 'element') continue;
      next.children = row(next.children, tight);
      if (textIn([next]).trim() === '') continue;
      if (cell) separate(cell, isAligned ? '' : ',');
      else if (open) separate(open, ';');
      cell = next;
    }
    open = cell ?? open;
  }
  return node;
}

function separate(cell: Element, sign: string): void {
  const isEnded = /[,;:.]\s*$/.test(textIn([cell]));
  cell.children.push(...(sign === '' || isEnded ? [] : [unread(sign)]), text(' '));
}

/** In parentheses, unless it is one thing anyway. */
function grouped(node: Element): Element {
  return isSimple([node]) ? node : around('(', node, ')');
}

/** A part of a fraction: what holds together more closely than the line of a fraction stands alone. */
function part(node: Element): Element {
  const inner = core(node);
  const base = inner.children[0];
  const isBound =
    inner.tagName === 'msqrt' || (SCRIPTS.has(inner.tagName) && base?.type === 'element' && !isBetween(base));
  return isBound ? node : grouped(node);
}

/** `f′′^2`: MathML has primes and powers in one script. */
function primed(node: Element): Element {
  const at = node.children.findIndex((child) => !PRIMES.test(textIn([child])));
  const rest = element('mrow', {}, node.children.slice(at));
  return element('mrow', {}, [...node.children.slice(0, at), after('^', grouped(rest))]);
}

function after(sign: string, node: Element): Element {
  return around(sign, node, '');
}

// What it holds stays a row of its own: a sign that begins it, as in `−x`, is to stay the first of its row.
function around(opening: string, node: Element, closing: string): Element {
  return element('mrow', {}, [
    ...(opening === '' ? [] : [unread(opening)]),
    node,
    ...(closing === '' ? [] : [unread(closing)]),
  ]);
}

/**
 * Text that is there for who reads the text alone. Each layer hides it by itself, for sanitisers take some away:
 * `mpadded` has no width even where `maction` is not known; `mphantom` is not seen, nor read out, where the attributes
 * of `mpadded` are lost; `maction` shows the first of its children alone, which has no width and no sign. `mtext` is like
 * a space to the rules of MathML, so the form and the spacing of operators beside it stay.
 */
function unread(sign: string): Element {
  const hidden = element('maction', {}, [element('mtext'), element('mtext', {}, [sign])]);
  return element('mpadded', { width: '0', height: '0', depth: '0' }, [element('mphantom', {}, [hidden])]);
}
