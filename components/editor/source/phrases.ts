import { EditorState, type Extension } from '@codemirror/state';
import type { Translate } from '@/lib/i18n';

/** What CodeMirror itself says, in the member's language. */
export function phrases(t: Translate): Extension {
  return EditorState.phrases.of({
    Find: t('editor.find'),
    Replace: t('editor.replaceWith'),
    next: t('editor.findNext'),
    previous: t('editor.findPrevious'),
    all: t('editor.selectMatches'),
    'match case': t('editor.matchCase'),
    regexp: t('editor.regularExpression'),
    'by word': t('editor.wholeWords'),
    replace: t('editor.replace'),
    'replace all': t('editor.replaceAll'),
    close: t('editor.close'),
    'replaced match on line $': t('editor.replacedOn', { line: '$' }),
    'replaced $ matches': t('editor.replacedAll', { count: '$' }),
    'current match': t('editor.currentMatch'),
    'on line': t('editor.onLine'),
    Completions: t('editor.completions'),
    'Control character': t('editor.controlCharacter'),
    'Selection deleted': t('editor.selectionDeleted'),
    'Go to line': t('editor.goToLine'),
    go: t('editor.go'),
    Diagnostics: t('editor.diagnostics'),
    'No diagnostics': t('editor.noDiagnostics'),
  });
}
