import katex from 'katex';

/** Characters that macros may still expand to. */
export interface MacroBudget {
  left: number;
}

interface Macro {
  body: string;
  parameters: number;
}

/** The part of KaTeX's expander that a macro written as a function sees. */
interface Expander {
  consumeArgs(count: number): { text: string }[][];
}

const NAME = /^\\(?:[A-Za-z@]+|[^A-Za-z])$/;

/**
 * Macros of the site and of one post. KaTeX counts expansions but not what they expand to, and keeps definitions in
 * the object that it was given; so it is given functions that count, in a new object for each formula, and
 * definitions inside formulas are taken out and kept here, from their place on to the end of the post.
 */
export class MacroTable {
  readonly #macros = new Map<string, Macro>();
  #key: string | undefined;

  /** Everything that the table holds, as a text: equal tables have equal keys. */
  get key(): string {
    this.#key ??= JSON.stringify(
      [...this.#macros].map(([name, { body, parameters }]) => [name, body, parameters]),
    );
    return this.#key;
  }

  constructor(macros: Readonly<Record<string, string>>) {
    for (const [name, body] of Object.entries(macros)) {
      if (NAME.test(name)) this.#define(name, body, highestParameter(body));
    }
  }

  /** Takes `\newcommand`, `\renewcommand`, `\providecommand` and `\def` out of a formula; returns the rest of it. */
  takeDefinitions(tex: string): string {
    if (!/\\(?:(?:re)?newcommand|providecommand|g?def|DeclareMathOperator)\b/.test(tex)) return tex;
    let rest = '';
    let at = 0;
    DEFINITION.lastIndex = 0;
    for (let match = DEFINITION.exec(tex); match; match = DEFINITION.exec(tex)) {
      const end = closingBrace(tex, DEFINITION.lastIndex);
      if (end < 0) break;
      const name = match[2] ?? match[3] ?? match[5] ?? '';
      const body = tex.slice(DEFINITION.lastIndex, end);
      if (match[1]?.startsWith('\\Declare'))
        this.#define(name, `\\operatorname${match[1].endsWith('*') ? '*' : ''}{${body}}`, 0);
      else if (!(match[1]?.startsWith('\\provide') && this.#macros.has(name))) {
        const parameters = match[5] === undefined ? Number(match[4] ?? 0) : (match[6]?.length ?? 0) / 2;
        this.#define(name, body, parameters);
      }
      rest += tex.slice(at, match.index);
      at = DEFINITION.lastIndex = end + 1;
    }
    return rest + tex.slice(at);
  }

  /** Macros for one formula, as KaTeX takes them. Expanding beyond the budget is a parse error. */
  forKatex(budget: MacroBudget): Record<string, (expander: object) => string> {
    const table: Record<string, (expander: object) => string> = {};
    for (const [name, macro] of this.#macros) {
      table[name] = (expander) => expand(macro, expander as Expander, budget);
    }
    return table;
  }

  #define(name: string, body: string, parameters: number): void {
    if (DEFINES.test(body) || this.#macros.size >= 500 || body.length > 2_000) return;
    this.#macros.set(name, { body, parameters });
    this.#key = undefined;
  }
}

// KaTeX's own macros define others, \\tag for one; so it is the author's text that must not, once definitions are out.
const DEFINES = /\\(?:[egx]?def|let|futurelet|global|long|(?:re)?newcommand|providecommand)(?![A-Za-z])/;

/** The first command in a formula that would define another, or undefined. */
export function definitionIn(tex: string): string | undefined {
  return DEFINES.exec(tex)?.[0];
}

const DEFINITION =
  /(?:(\\(?:newcommand|renewcommand|providecommand|DeclareMathOperator)\*?)\s*(?:\{\s*(\\(?:[A-Za-z@]+|[^A-Za-z]))\s*\}|(\\(?:[A-Za-z@]+|[^A-Za-z])))\s*(?:\[(\d)\])?\s*|\\g?def\s*(\\(?:[A-Za-z@]+|[^A-Za-z]))\s*((?:#\d)*)\s*)\{/g;

function highestParameter(body: string): number {
  return Math.max(0, ...[...body.matchAll(/#(\d)/g)].map(([, digit]) => Number(digit)));
}

/** Where the brace that was opened before `from` closes, or -1. */
function closingBrace(tex: string, from: number): number {
  let depth = 1;
  for (let i = from; i < tex.length; i++) {
    if (tex[i] === '\\') i++;
    else if (tex[i] === '{') depth++;
    else if (tex[i] === '}' && --depth === 0) return i;
  }
  return -1;
}

function expand(macro: Macro, expander: Expander, budget: MacroBudget): string {
  let body = macro.body;
  if (macro.parameters > 0) {
    // Tokens come last first.
    const values = expander
      .consumeArgs(macro.parameters)
      .map((tokens) => tokens.toReversed().map(written).join(''));
    let length = body.length;
    for (const [, digit] of body.matchAll(/#(\d)/g)) length += values[Number(digit) - 1]?.length ?? 0;
    charge(budget, length);
    body = body.replace(/#(\d)/g, (_, digit: string) => values[Number(digit) - 1] ?? '');
  } else charge(budget, body.length);
  return body;
}

function written(token: { text: string }): string {
  return /^\\[A-Za-z@]+$/.test(token.text) ? `${token.text} ` : token.text;
}

function charge(budget: MacroBudget, length: number): void {
  budget.left -= length + 1;
  if (budget.left < 0) throw refusal('Macros expand to too much');
}

// KaTeX's own class, which it reports in place; it is an Error, though its types do not say so.
function refusal(message: string): Error {
  return new katex.ParseError(message);
}
