import type { EditorState } from '@codemirror/state';
import { headingLevel, isQuoted, listKind } from './blocks';
import { nodeAround } from './insert';
import { enclosing, type Mark } from './marks';

/** What the cursor stands in, for buttons that show it. */
export interface Formats {
  bold: boolean;
  italic: boolean;
  strikethrough: boolean;
  code: boolean;
  formula: boolean;
  link: boolean;
  /** 0 for none. */
  heading: number;
  list: 'bullet' | 'number' | 'task' | null;
  quote: boolean;
  table: boolean;
}

/** Looks at the cursor's line and the syntax around it only, so it costs nothing while typing. */
export function formatsOf(state: EditorState): Formats {
  const { from, to, head } = state.selection.main;
  const { text } = state.doc.lineAt(head);
  const has = (mark: Mark): boolean => enclosing(state, from, to, mark) !== null;
  return {
    bold: has('bold'),
    italic: has('italic'),
    strikethrough: has('strikethrough'),
    code: has('code'),
    formula: has('formula') || nodeAround(state, 'MathBlock') !== null,
    link: nodeAround(state, 'Link') !== null,
    heading: headingLevel(text),
    list: listKind(text),
    quote: isQuoted(text),
    table: text.includes('|') && nodeAround(state, 'Table') !== null,
  };
}
