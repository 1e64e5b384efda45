import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { I18n } from '@/lib/i18n';
import { describeProblem, isSevere } from './problems';
import type { PreviewProblem } from './types';

/** A column beside the source that marks lines with problems. */
export function problemMarks(): Extension {
  return lintGutter();
}

/** Marks problems in the source, each on what it is about where that stands on its line. */
export function markProblems(view: EditorView, problems: readonly PreviewProblem[], i18n: I18n): void {
  const diagnostics = problems.map((problem) => diagnosticOf(problem, view.state, i18n));
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

/** Characters behind the beginning of a line in which what a problem is about is looked for; a formula has several lines. */
const REACH = 4_000;
/** Characters of a line that are marked where that is not found. */
const MOST = 80;

function diagnosticOf(problem: PreviewProblem, { doc }: EditorState, i18n: I18n): Diagnostic {
  const line = doc.line(Math.min(doc.lines, Math.max(1, problem.line)));
  const { from, to } = placeOf(problem, doc.sliceString(line.from, line.from + REACH), line.length);
  return {
    from: line.from + from,
    to: line.from + to,
    severity: isSevere(problem) ? 'error' : 'warning',
    message: describeProblem(problem, i18n),
  };
}

/**
 * Where in a text that begins with the problem's line it lies.
 *
 * @param length of that line.
 */
export function placeOf(
  { kind, detail }: Pick<PreviewProblem, 'kind' | 'detail'>,
  text: string,
  length: number,
): { from: number; to: number } {
  const isFormula = kind === 'formula-faulty' || kind === 'formula-limit';
  // KaTeX says the place as `… at position 3: …a + \foo…`.
  const told = isFormula
    ? (/ at (?:position \d+|end of input): …?([\s\S]+?)…?$/.exec(detail)?.[1] ?? detail)
    : detail.replace(/^<(\w+)[^>]*>$/, '<$1');
  // Only a formula goes on in the lines below.
  const at = told === '' ? -1 : (isFormula ? text : text.slice(0, length)).indexOf(told);
  if (at >= 0) return { from: at, to: at + told.length };
  const begin = Math.min(length, text.length - text.trimStart().length);
  return { from: begin, to: Math.min(length, begin + MOST) };
}
