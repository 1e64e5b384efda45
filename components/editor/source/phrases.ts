import { EditorState, type Extension } from '@codemirror/state';
import type { Translate } from '@/lib/i18n';

/** What CodeMirror itself says, in the member's language. */
export function phrases(t: Translate): Extension {
  return EditorState.phrases.of({
    Find: t('source.find'),
    Replace: t('source.replaceWith'),
    next: t('source.findNext'),
    previous: t('source.findPrevious'),
    all: t('source.selectMatches'),
    'match case': t('source.matchCase'),
    regexp: t('source.regularExpression'),
    'by word': t('source.wholeWords'),
    replace: t('source.replace'),
    'replace all': t('source.replaceAll'),
    close: t('source.close'),
    'replaced match on line $': t('source.replacedOn', { line: '$' }),
    'replaced $ matches': t('source.replacedAll', { count: '$' }),
    'current match': t('source.currentMatch'),
    'on line': t('source.onLine'),
    Completions: t('source.completions'),
    'Control character': t('source.controlCharacter'),
    'Selection deleted': t('source.selectionDeleted'),
    'Go to line': t('source.goToLine'),
    go: t('source.go'),
    Diagnostics: t('source.diagnostics'),
    'No diagnostics': t('source.noDiagnostics'),
  });
}
