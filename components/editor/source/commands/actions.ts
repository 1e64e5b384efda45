import { redo, undo } from '@codemirror/commands';
import { openSearchPanel } from '@codemirror/search';
import type { StateCommand } from '@codemirror/state';
import type { Command, KeyBinding } from '@codemirror/view';
import { insertCallout, setHeading, toggleList, toggleQuote } from './blocks';
import { insertCodeBlock, insertFootnote, insertFormulaBlock, insertLink, insertMore } from './insert';
import { toggleMark } from './marks';
import { addColumn, addRow, insertTable } from './tables';

/** What can be done to the text with a key or a button, by name. `keys` is CodeMirror's notation. */
export const actions = {
  undo: { run: undo, keys: 'Mod-z' },
  redo: { run: redo, keys: 'Mod-Shift-z' },
  text: { run: setHeading(0), keys: 'Mod-Alt-0' },
  heading1: { run: setHeading(1), keys: 'Mod-Alt-1' },
  heading2: { run: setHeading(2), keys: 'Mod-Alt-2' },
  heading3: { run: setHeading(3), keys: 'Mod-Alt-3' },
  heading4: { run: setHeading(4), keys: 'Mod-Alt-4' },
  bold: { run: toggleMark('bold'), keys: 'Mod-b' },
  italic: { run: toggleMark('italic'), keys: 'Mod-i' },
  strikethrough: { run: toggleMark('strikethrough'), keys: 'Mod-Shift-x' },
  code: { run: toggleMark('code'), keys: 'Mod-e' },
  formula: { run: toggleMark('formula'), keys: 'Mod-Shift-e' },
  formulaBlock: { run: insertFormulaBlock, keys: 'Mod-Alt-e' },
  bulletList: { run: toggleList('bullet'), keys: 'Mod-Shift-8' },
  numberList: { run: toggleList('number'), keys: 'Mod-Shift-7' },
  taskList: { run: toggleList('task'), keys: 'Mod-Shift-9' },
  quote: { run: toggleQuote, keys: 'Mod-Shift-.' },
  callout: { run: insertCallout('NOTE'), keys: 'Mod-Alt-n' },
  link: { run: insertLink, keys: 'Mod-k' },
  table: { run: insertTable(3, 2), keys: 'Mod-Alt-t' },
  addRow: { run: addRow, keys: 'Mod-Alt-ArrowDown' },
  addColumn: { run: addColumn, keys: 'Mod-Alt-ArrowRight' },
  codeBlock: { run: insertCodeBlock, keys: 'Mod-Alt-c' },
  footnote: { run: insertFootnote, keys: 'Mod-Alt-f' },
  more: { run: insertMore, keys: 'Mod-Alt-Enter' },
  find: { run: openSearchPanel, keys: 'Mod-f' },
} satisfies Record<string, { run: Command | StateCommand; keys: string }>;

export type ActionName = keyof typeof actions;

/** Keys of the actions that CodeMirror's own keymaps do not have. */
export const actionKeys: readonly KeyBinding[] = Object.entries(actions)
  .filter(([name]) => !['undo', 'redo', 'find'].includes(name))
  .map(([, { run, keys }]) => ({ key: keys, run, preventDefault: true }));

const symbols: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Ctrl: '⌃',
  Enter: '↩',
  ArrowDown: '↓',
  ArrowRight: '→',
};

/** Keys as they are written for people: `Ctrl+Shift+X`, `⇧⌘X`. */
export function keysText(keys: string, isMac: boolean): string {
  const parts = keys.split('-').map((part) => (part.length === 1 ? part.toUpperCase() : part));
  if (!isMac) {
    const names: Readonly<Record<string, string>> = { Mod: 'Ctrl', ArrowDown: '↓', ArrowRight: '→' };
    return parts.map((part) => names[part] ?? part).join('+');
  }
  // Apple's order: control, option, shift, command, key.
  const order = ['Ctrl', 'Alt', 'Shift', 'Mod'];
  return parts
    .toSorted((a, b) => (order.indexOf(a) + 1 || 9) - (order.indexOf(b) + 1 || 9))
    .map((part) => symbols[part] ?? part)
    .join('');
}

/** The same for `aria-keyshortcuts`. */
export function ariaKeys(keys: string, isMac: boolean): string {
  return keys
    .split('-')
    .map((part) => (part === 'Mod' ? (isMac ? 'Meta' : 'Control') : part))
    .join('+');
}
