import type { Element, ElementContent, Root } from 'hast';
import rehypeKatex from 'rehype-katex';
import { VFile } from 'vfile';
import { report, type Context } from '../context';
import { LIMITS } from '../limits';
import { definitionIn, MacroTable, type MacroBudget } from '../macros';
import type { TypesetOutcome } from '../memo';
import { element, hasClass, lineOf, replace } from './tree';

/**
 * Formulas through rehype-katex, one by one, so that each is judged, limited and reported for itself. Runs after the
 * sanitiser; KaTeX gets text and has `trust` off.
 */
export function formulas(context: Context): (tree: Root) => void {
  const macros = new MacroTable(context.options.macros ?? {});
  const spent = { count: 0, characters: 0, elements: 0, expansion: 0 };

  return (tree) => {
    replace(tree, (node) => {
      // The pipeline's wrapper around one `code`; see mdast/formulas.ts.
      const code = node.children.length === 1 ? node.children[0] : undefined;
      if (code?.type !== 'element' || code.tagName !== 'code' || !hasClass(code, 'language-math'))
        return undefined;
      const display = hasClass(code, 'math-display');
      const first = code.children[0];
      const value = first?.type === 'text' ? first.value : '';
      const tex = typeof code.properties.dataTex === 'string' ? code.properties.dataTex : value;
      const line = lineOf(node);
      const ids = typeof code.properties.dataLabels === 'string' ? code.properties.dataLabels.split(' ') : [];

      // Marks of direction and joining mean nothing in TeX, and KaTeX complains of each in the server's log.
      const body = macros.takeDefinitions(value.replace(/\p{Cf}/gu, ''));
      if (body.trim() === '' && value.trim() !== '') return [];
      if (
        ++spent.count > LIMITS.formulas ||
        tex.length > LIMITS.formula ||
        isNestedDeeply(body) ||
        (spent.characters += body.length) > LIMITS.formulasTogether ||
        spent.elements > LIMITS.formulaElements
      ) {
        report(context, 'formula-limit', line, tex);
        return [faulty(tex, display, context.labels.formulaLimit, '', ids, context)];
      }
      const budget: MacroBudget = {
        left: Math.min(LIMITS.expansion, LIMITS.expansionTogether - spent.expansion),
      };
      const before = budget.left;
      const defines = definitionIn(body);
      const outcome =
        defines === undefined
          ? typesetOnce(body, display, macros, budget, context)
          : { reason: `${defines} cannot stand here` };
      spent.expansion += before - Math.max(0, budget.left);
      if ('reason' in outcome) {
        const kind = budget.left < 0 ? 'formula-limit' : 'formula-faulty';
        report(context, kind, line, outcome.reason);
        const label = kind === 'formula-limit' ? context.labels.formulaLimit : context.labels.formulaFaulty;
        return [faulty(tex, display, label, outcome.reason, ids, context)];
      }
      spent.elements += outcome.elements;
      if (outcome.isExcessive || spent.elements > LIMITS.formulaElements) {
        report(context, 'formula-limit', line, tex);
        return [faulty(tex, display, context.labels.formulaLimit, '', ids, context)];
      }
      return [wrap(outcome.children, tex, display, ids, context)];
    });
  };
}

/** `typeset`, or what it gave before for the same formula, macros and room for them. */
function typesetOnce(
  tex: string,
  display: boolean,
  macros: MacroTable,
  budget: MacroBudget,
  { memo }: Context,
): TypesetOutcome {
  if (!memo) return typeset(tex, display, macros, budget);
  const key = `${String(display)}\0${macros.key}\0${tex}`;
  const known = memo.formulas.get(key);
  if (known && known.expansion <= budget.left) {
    budget.left -= known.expansion;
    return known.outcome;
  }
  const before = budget.left;
  const outcome = typeset(tex, display, macros, budget);
  // One that ran out of room may come out with more.
  if (budget.left >= 0) memo.formulas.set(key, { outcome, expansion: before - budget.left });
  return outcome;
}

function typeset(tex: string, display: boolean, macros: MacroTable, budget: MacroBudget): TypesetOutcome {
  const file = new VFile();
  const className = ['language-math', display ? 'math-display' : 'math-inline'];
  const tree: Root = { type: 'root', children: [element('code', { className }, [tex])] };
  const transform = rehypeKatex({
    macros: macros.forKatex(budget),
    trust: false,
    // Hangul inside of formulas is no mistake here.
    strict: 'ignore',
    maxExpand: 1_000,
    maxSize: 10,
    output: 'htmlAndMathml',
  });
  try {
    transform(tree, file);
  } catch (error) {
    // What KaTeX made is nested too deeply for the parser of its HTML.
    return { reason: reasonOf(error) };
  }
  const [message] = file.messages;
  if (message) return { reason: reasonOf(message.cause) };
  const children = tree.children as ElementContent[];
  return { children, ...measure(children) };
}

/** KaTeX's message without its name and the marks that it draws under the place. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message
    .replace(/^KaTeX parse error:\s*/, '')
    .replace(/[\u0332\u0000-\u001f]/g, '')
    .slice(0, 200);
}

/** Each pair of braces costs KaTeX a dozen elements inside each other and several calls on the stack. */
function isNestedDeeply(tex: string): boolean {
  let depth = 0;
  for (const [token] of tex.matchAll(
    /\\(?:left|begin)(?![A-Za-z])|\\(?:right|end)(?![A-Za-z])|\\[\s\S]|[{}]/g,
  )) {
    if (token === '{' || token === '\\left' || token === '\\begin') depth++;
    else if (token === '}' || token === '\\right' || token === '\\end') depth--;
    if (depth > LIMITS.formulaBraces) return true;
  }
  return false;
}

/** How much a formula became, and whether it has lengths that would draw over what is around it. */
function measure(nodes: ElementContent[]): { elements: number; isExcessive: boolean } {
  let elements = 0;
  let isExcessive = false;
  const pending: [ElementContent, number][] = nodes.map((node) => [node, 1]);
  for (let entry = pending.pop(); entry; entry = pending.pop()) {
    const [node, depth] = entry;
    if (node.type !== 'element') continue;
    elements++;
    const { style } = node.properties;
    if (depth > LIMITS.formulaDepth || (typeof style === 'string' && reachesOut(style))) isExcessive = true;
    for (const child of node.children) pending.push([child, depth + 1]);
  }
  return { elements, isExcessive };
}

// What KaTeX places with `top` and `height` grows with the rows of a matrix; what goes sideways does not.
const ROWS_LENGTH = 150;

function reachesOut(style: string): boolean {
  for (const [, name = '', written] of style.matchAll(/([a-z-]+):(-?[\d.]+)em/g)) {
    const length = Math.abs(Number(written));
    if (name === 'top' || name === 'vertical-align') {
      if (length > ROWS_LENGTH) return true;
    } else if (name.startsWith('margin') || name === 'left' || name === 'right') {
      if (length > LIMITS.formulaLength) return true;
    }
  }
  return false;
}

function wrap(
  children: ElementContent[],
  tex: string,
  display: boolean,
  ids: string[],
  context: Context,
): Element {
  // A long one scrolls in a box that the keyboard reaches; what stands at its edge is outside of the box.
  const box = { className: ['math-scroll'], tabIndex: 0, role: 'group', ariaLabel: context.labels.formula };
  return element(
    display ? 'div' : 'span',
    { className: ['math', display ? 'math-display' : 'math-inline'], ...idsOf(ids, context) },
    [...anchors(ids, context), ...(display ? [element('div', box, children)] : children)],
    { tex, display },
  );
}

function faulty(
  tex: string,
  display: boolean,
  label: string,
  reason: string,
  ids: string[],
  context: Context,
): Element {
  return element(
    display ? 'div' : 'span',
    { className: ['math', display ? 'math-display' : 'math-inline', 'math-error'], ...idsOf(ids, context) },
    [
      ...anchors(ids, context),
      element('code', {}, [tex]),
      ' ',
      element('small', { className: ['math-error-reason'] }, [reason === '' ? label : `${label}: ${reason}`]),
    ],
    { tex, display, faulty: true },
  );
}

function idsOf(ids: string[], context: Context): { id?: string } {
  return ids[0] === undefined ? {} : { id: (context.options.idPrefix ?? '') + ids[0] };
}

/** A block with several labels is found by each. */
function anchors(ids: string[], context: Context): Element[] {
  return ids.slice(1).map((id) => element('span', { id: (context.options.idPrefix ?? '') + id }));
}
