import {
  pickedCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { languages } from '@codemirror/language-data';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { SyntaxNode } from '@lezer/common';
import { footnoteLabels } from '../commands/insert';
import { outlineOf } from '../headings';
import { environments, latexCommands } from './latex';

/** Characters before the cursor that are looked at for an opening dollar that is not closed yet. */
const reach = 2_000;

/** Whether a place is in a formula, or behind an opening mark of one that is still being written. */
export function isInFormula(state: EditorState, at: number): boolean {
  if (isInside(state, at, 'InlineMath', 'MathBlock')) return true;
  if (isInside(state, at, 'InlineCode', 'FencedCode', 'CodeBlock')) return false;
  const line = state.doc.lineAt(at);
  let text = state.sliceDoc(Math.max(line.from, at - reach), at);
  // A paragraph goes on over lines.
  for (let { number } = line; number > 1 && text.length < reach; number--) {
    const above = state.doc.line(number - 1);
    if (above.text.trim() === '') break;
    text = `${above.text}\n${text}`;
  }
  let open = false;
  for (const [mark] of text.matchAll(/\\[$\\]|\$\$?|\\\(|\\\[|\\\)|\\\]|`[^`]*`/g)) {
    if (mark.startsWith('$')) open = !open;
    else if (mark === '\\(' || mark === '\\[') open = true;
    else if (mark === '\\)' || mark === '\\]') open = false;
  }
  return open;
}

function isInside(state: EditorState, at: number, ...names: string[]): boolean {
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(at, -1); node; node = node.parent) {
    if (names.includes(node.name) && node.from < at && (node.to > at || isOpen(state, node))) return true;
  }
  return false;
}

/** A block that its end of the document or a blank line ends, without a mark. */
function isOpen(state: EditorState, node: SyntaxNode): boolean {
  if (node.name === 'MathBlock') return node.getChildren('MathMark').length < 2;
  return node.name === 'FencedCode' && node.getChildren('CodeMark').length < 2;
}

function isInCode(state: EditorState, at: number): boolean {
  return isInside(state, at, 'InlineCode', 'FencedCode', 'CodeBlock');
}

/** Hangul is being put together: nothing may open, and nothing be taken. */
function isComposing(context: CompletionContext): boolean {
  return context.view?.composing === true || context.view?.compositionStarted === true;
}

type Source = (context: CompletionContext) => CompletionResult | null | Promise<CompletionResult | null>;

/** `\alp` in a formula. */
export const latexSource: Source = (context) => {
  const word = context.matchBefore(/\\[A-Za-z]*/);
  if (!word || isComposing(context) || (word.text === '\\' && !context.explicit)) return null;
  if (context.state.sliceDoc(word.from - 1, word.from) === '\\' || !isInFormula(context.state, word.from))
    return null;
  return {
    from: word.from,
    options: [
      ...latexCommands(),
      { label: '\\begin', detail: '…', boost: 10, apply: '\\begin{', type: 'begin' },
    ],
    validFor: /^\\[A-Za-z]*$/,
  };
};

/** `\begin{al` in a formula. */
export const environmentSource: Source = (context) => {
  const word = context.matchBefore(/\\begin\{[A-Za-z]*\*?/);
  if (!word || isComposing(context) || !isInFormula(context.state, word.from)) return null;
  const from = word.from + '\\begin{'.length;
  return {
    from,
    options: environments.map(([name, argument], index) => ({
      label: name,
      boost: -index,
      apply: (view, completion, start, end) => applyEnvironment(view, completion, start, end, argument),
    })),
    validFor: /^[A-Za-z]*\*?$/,
  };
};

/** On a line of its own: the pair on two lines and the cursor between them; in a sentence, all in the line. */
function applyEnvironment(
  view: EditorView,
  completion: Completion,
  from: number,
  to: number,
  argument: string,
): void {
  const { state } = view;
  const line = state.doc.lineAt(from);
  const begin = from - '\\begin{'.length;
  const after = state.sliceDoc(to, line.to);
  const isAlone = state.sliceDoc(line.from, begin).trim() === '' && /^\}?\s*$/.test(after);
  const indent = /^[\s>]*/.exec(line.text)?.[0] ?? '';
  const closing = after.startsWith('}') ? 1 : 0;
  const lead = `${completion.label}}${argument}${isAlone ? `\n${indent}` : ' '}`;
  const tail = `${isAlone ? `\n${indent}` : ' '}\\end{${completion.label}}`;
  view.dispatch({
    changes: { from, to: to + closing, insert: lead + tail },
    selection: { anchor: from + lead.length },
    annotations: pickedCompletion.of(completion),
    userEvent: 'input.complete',
    scrollIntoView: true,
  });
}

let emoji: Promise<readonly Completion[]> | undefined;

/** `:smile`; the character is written, not its name. */
export const emojiSource: Source = async (context) => {
  const word = context.matchBefore(/:[a-z0-9_+-]{2,}/);
  if (!word || isComposing(context)) return null;
  const before = context.state.sliceDoc(word.from - 1, word.from);
  // Not in `12:30pm`, `a:bc`, `https:`.
  if (/[\w:/]/.test(before) || isInCode(context.state, word.from) || isInFormula(context.state, word.from))
    return null;
  // A quarter of a megabyte of names, when someone asks for them.
  emoji ??= import('gemoji').then(({ gemoji }) =>
    gemoji.flatMap(({ emoji: character, names, tags, description }) =>
      [...new Set([...names, ...tags])].map((name) => ({
        label: `:${name}:`,
        displayLabel: `:${name}: ${names.includes(name) ? '' : description}`.trim(),
        detail: character,
        apply: character,
        boost: names.includes(name) ? 1 : 0,
      })),
    ),
  );
  const options = await emoji;
  return context.aborted ? null : { from: word.from, options, validFor: /^:[\w+-]*:?$/ };
};

/** Names of languages behind a fence. */
export const languageSource: Source = (context) => {
  const line = context.state.doc.lineAt(context.pos);
  const fence = /^[\s>]*(?:[-+*]\s+|\d+[.)]\s+)?(?:`{3,}|~{3,})[ \t]*/.exec(line.text)?.[0];
  if (fence === undefined || isComposing(context)) return null;
  const from = line.from + fence.length;
  const typed = context.state.sliceDoc(from, context.pos);
  if (context.pos < from || /[^\w+#.-]/.test(typed) || (typed === '' && !context.explicit)) return null;
  return { from, options: languageNames(), validFor: /^[\w+#.-]*$/ };
};

/** Those that papers' code is in come first. */
const common = [
  'python',
  'bash',
  'json',
  'javascript',
  'typescript',
  'c++',
  'c',
  'java',
  'rust',
  'go',
  'sql',
  'r',
  'julia',
  'matlab',
  'latex',
  'yaml',
  'diff',
];
let names: readonly Completion[] | undefined;

function languageNames(): readonly Completion[] {
  names ??= [
    ...common.map((label, index) => ({ label, boost: 50 - index })),
    ...languages
      .map(({ name }) => name.toLowerCase())
      .filter((name) => !common.includes(name) && !name.includes(' '))
      .map((label) => ({ label })),
    { label: 'bibtex' },
    { label: 'text' },
  ];
  return names;
}

/** Labels of notes behind `[^`. */
export const footnoteSource: Source = (context) => {
  const word = context.matchBefore(/\[\^[^\]\s[]*/);
  if (!word || isComposing(context) || isInCode(context.state, word.from)) return null;
  const typed = word.text.slice(2);
  const labels = footnoteLabels(context.state.doc.toString()).filter((label) => label !== typed);
  const closing = context.state.sliceDoc(context.pos, context.pos + 1) === ']' ? '' : ']';
  return {
    from: word.from + 2,
    options: labels.map((label) => ({ label, apply: label + closing })),
    validFor: /^[^\]\s[]*$/,
  };
};

/** Headings of the post behind `](#`. */
export const headingSource: Source = (context) => {
  const word = context.matchBefore(/\]\(#[^\s)]*/);
  if (!word || isComposing(context) || isInCode(context.state, word.from)) return null;
  const closing = context.state.sliceDoc(context.pos, context.pos + 1) === ')' ? '' : ')';
  return {
    from: word.from + 3,
    options: outlineOf(context.state.doc).map(({ id, text }) => ({
      label: id,
      displayLabel: text === '' ? id : text,
      apply: id + closing,
    })),
    validFor: /^[^\s)]*$/,
  };
};

export const sources: readonly Source[] = [
  latexSource,
  environmentSource,
  emojiSource,
  languageSource,
  footnoteSource,
  headingSource,
];
