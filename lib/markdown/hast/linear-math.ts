import type { Element, ElementContent } from 'hast';
import { writeAlphabet } from './math-alphabets';
import { element, stringOf, text } from './tree';

/**
 * Formulas that can be read where MathML is not drawn. The signs that a drawing says by place (`x^2`, `(a)/(b)`, `√(x)`,
 * the ends of rows) are put into the MathML as text that is invisible and has no width where it is drawn: a reader that
 * takes the tags away and keeps the text shows a line that can be read, once. Spaces need no element at all: MathML
 * draws no text outside of its tokens.
 */

const TOKENS = new Set(['mi', 'mn', 'mo', 'mtext', 'ms']);
const SCRIPTS = new Set(['msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover']);
/** Elements that only hold others together. */
const GROUPS = new Set(['mrow', 'mstyle', 'mpadded', 'menclose']);

const OPEN = '([{⟨⌊⌈⟦';
const CLOSE = ')]}⟩⌋⌉⟧';
const ACCENTS = /^(?:[\^ˆ~˜¯ˉ‾_˙¨ˇ˘´`˚→←↔⏞⏟⎴⎵⏠⏡]|[\u0300-\u036f]|[\u20d0-\u20ff])$/u;
const PRIMES = /^[′″‴⁗']+$/;
/** Relations and operations that stand between two things, with a space on either side. */
const BETWEEN =
  /^(?:[=<>+\-−±∓×·⋅÷≔≕]|:=|[\u2190-\u21ff\u2208-\u220d\u2227-\u222a\u2237-\u22ee\u2295-\u22a8\u27f5-\u27ff\u2a7d-\u2aff])$/u;
const BIG = /^[∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂⨀⨄⨆]$/u;

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

function needsSpace(before: Element, item: Element, tight: boolean, beforeIsPrefix: boolean): boolean {
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
function isPrefix(sign: Element, before: Element | undefined): boolean {
  return /^[+\-−±∓]$/.test(textIn([sign])) && !isOperand(before, 'end');
}

function isBetween(node: Element): boolean {
  if (node.tagName === 'mo') return BETWEEN.test(textIn([node]));
  const base = node.children[0];
  return SCRIPTS.has(node.tagName) && base?.type === 'element' && isBetween(core(base));
}

/** Whether a fraction beside it would seem to hold it: `2 1/2`, `a/b c`. */
function isOperand(node: Element | undefined, end: 'start' | 'end'): boolean {
  if (!node) return false;
  const said = textIn([node]).replace(/[\s\u00a0\u2061]/g, '');
  return end === 'end' ? /[\p{L}\p{N}\p{Sk})\]}⟩!′‾∞∅]$/u.test(said) : /^[\p{L}\p{N}([{⟨√∑∏∫]/u.test(said);
}

function isBig(node: Element): boolean {
  const first = node.children[0];
  if (node.tagName === 'mo') return false;
  return SCRIPTS.has(node.tagName) && first?.type === 'element' && BIG.test(textIn([first]));
}

function isCompound(node: Element): boolean {
  return SCRIPTS.has(node.tagName) || ['mfrac', 'msqrt', 'mroot', 'mtable'].includes(node.tagName);
}

function isWord(node: Element): boolean {
  return TOKENS.has(node.tagName) && node.tagName !== 'mn' && [...textIn([node])].length > 1;
}

function isWide({ properties }: Element): boolean {
  return Number.parseFloat(stringOf(properties.width)) > 0.1;
}

/** A fraction without a line, as of a binomial. */
function isStack({ properties }: Element): boolean {
  return /^0/.test(stringOf(properties.lineThickness ?? properties.linethickness));
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

function isSimple(nodes: readonly ElementContent[]): boolean {
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
function isBase(node: Element): boolean {
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
function core(node: Element): Element {
  if (!GROUPS.has(node.tagName)) return node;
  const full = node.children.filter(
    (child): child is Element => child.type === 'element' && textIn([child]) !== '',
  );
  const [only] = full;
  return full.length === 1 && only ? core(only) : node;
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

function endsIn(node: Element, pattern: RegExp): boolean {
  return pattern.test(textIn([node]));
}

function textIn(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textIn(node.children) : ''))
    .join('');
}
