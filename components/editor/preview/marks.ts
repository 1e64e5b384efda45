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

function diagnosticOf(problem: PreviewProblem, { doc }: EditorState, i18n: I18n): Diagnostic {
  const line = doc.line(Math.min(doc.lines, Math.max(1, problem.line)));
  const at = problem.detail === '' ? -1 : line.text.indexOf(problem.detail);
  const begin = line.from + (at < 0 ? line.text.length - line.text.trimStart().length : at);
  const end = at < 0 ? line.to : begin + problem.detail.length;
  return {
    from: Math.min(begin, line.to),
    to: Math.max(begin, end),
    severity: isSevere(problem) ? 'error' : 'warning',
    message: describeProblem(problem, i18n),
  };
}
