import { completionKeymap } from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
  insertTab,
} from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { deleteMarkupBackward } from '@codemirror/lang-markdown';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, Prec, type Extension, type StateCommand } from '@codemirror/state';
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  keymap,
  placeholder,
  rectangularSelection,
  type KeyBinding,
} from '@codemirror/view';
import type { I18n } from '@/lib/i18n';
import { actionKeys } from './commands/actions';
import { continueList, indentItem, outdentItem } from './commands/lists';
import { cellBelow, nextCell, previousCell } from './commands/tables';
import { completion } from './completion';
import { composition } from './composition';
import { tellListeners } from './listeners';
import { smartPaste } from './paste';
import { phrases } from './phrases';
import { lineLooks } from './lines';
import { markdownSyntax } from './syntax';
import { look } from './theme';
import type { SourceHooks } from './types';
import { surroundSelection } from './typing';

export interface SourceSetup {
  i18n: I18n;
  /** Language of the text, BCP 47. */
  language: string;
  nonce: string;
  /** Accessible name. */
  label: string;
  /** Id of the element that says how to leave the editor with the keyboard. */
  describedBy: string;
  placeholder: string;
  /** Whether Tab writes white space outside of lists and tables too, and not only there. */
  tabIndents: boolean;
  hooks: () => SourceHooks;
}

/** The first command that has something to do. */
function firstOf(...commands: StateCommand[]): StateCommand {
  return (target) => commands.some((command) => command(target));
}

function keys(tabIndents: boolean): KeyBinding[] {
  const indent: StateCommand = (target) =>
    target.state.selection.ranges.some((range) => !range.empty) ? indentMore(target) : insertTab(target);
  return [
    { key: 'Enter', run: firstOf(cellBelow, continueList) },
    { key: 'Backspace', run: deleteMarkupBackward },
    {
      key: 'Tab',
      run: firstOf(nextCell, indentItem, ...(tabIndents ? [indent] : [])),
      shift: firstOf(previousCell, outdentItem, ...(tabIndents ? [indentLess] : [])),
    },
    ...actionKeys,
  ];
}

/** Everything that makes a text editor of CodeMirror for posts. Extensions of others go before it. */
export function sourceSetup(setup: SourceSetup): Extension {
  const { i18n, language, nonce, label, describedBy, hooks } = setup;
  return [
    EditorView.cspNonce.of(nonce),
    phrases(i18n.t),
    look,
    markdownSyntax(),
    lineLooks,
    history({ newGroupDelay: 700 }),
    EditorState.allowMultipleSelections.of(true),
    EditorState.lineSeparator.of('\n'),
    indentUnit.of('  '),
    EditorState.tabSize.of(4),
    EditorView.lineWrapping,
    drawSelection(),
    dropCursor(),
    rectangularSelection(),
    crosshairCursor(),
    indentOnInput(),
    bracketMatching(),
    highlightSelectionMatches({ minSelectionLength: 2, maxMatches: 200 }),
    search({ top: true }),
    completion,
    composition,
    placeholder(setup.placeholder),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-describedby': describedBy,
      lang: language,
      // It can be focused anyway; tools that check pages look for it.
      tabindex: '0',
      spellcheck: 'true',
      autocapitalize: 'sentences',
      autocorrect: 'on',
      writingsuggestions: 'false',
    }),
    smartPaste({ i18n, hooks }),
    surroundSelection,
    tellListeners,
    Prec.high(keymap.of([...completionKeymap])),
    keymap.of([...keys(setup.tabIndents), ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
  ];
}
