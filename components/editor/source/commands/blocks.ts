import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type Line,
  type StateCommand,
} from '@codemirror/state';

/** Kinds of lists. */
export type ListKind = 'bullet' | 'number' | 'task';
/** Kinds of callouts, as they stand in the source. */
export const calloutKinds = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

const quotes = /^(?:[ \t]{0,3}>[ \t]?)*/;
const item = /^([ \t]*)(?:([-+*])|(\d{1,9})([.)]))(?:[ \t]+(?:(\[[ xX]\])(?:[ \t]+|$))?|$)/;
const heading = /^(#{1,6})(?:[ \t]+|$)/;

/** A line in its parts: quote marks, then the rest. */
function parts(text: string) {
  const quote = quotes.exec(text)?.[0] ?? '';
  return { quote, rest: text.slice(quote.length) };
}

/** Lines that a selection touches; one that only begins on a line does not touch it. */
export function selectedLines(state: EditorState): Line[] {
  const lines = new Map<number, Line>();
  for (const { from, to } of state.selection.ranges) {
    const first = state.doc.lineAt(from);
    const last = state.doc.lineAt(to);
    for (let number = first.number; number <= last.number; number++) {
      const line = state.doc.line(number);
      if (to > from && number > first.number && line.from === to) continue;
      lines.set(number, line);
    }
  }
  return [...lines.values()];
}

/** Gives lines another text; cursors behind what changes stay behind it. */
function rewrite(
  lines: readonly Line[],
  change: (rest: string, index: number) => string | null,
): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const filled = lines.filter((line) => line.text.trim() !== '');
    const changes: ChangeSpec[] = [];
    (filled.length > 0 ? filled : lines).forEach((line, index) => {
      const { quote, rest } = parts(line.text);
      const made = change(rest, index);
      if (made === null || made === rest) return;
      // Only what differs, at the front: the words and the cursor in them stay.
      let kept = 0;
      while (kept < Math.min(made.length, rest.length) && made.at(-1 - kept) === rest.at(-1 - kept)) kept++;
      changes.push({
        from: line.from + quote.length,
        to: line.to - kept,
        insert: made.slice(0, made.length - kept),
      });
    });
    const set = state.changes(changes);
    dispatch(
      state.update({
        changes: set,
        selection: EditorSelection.create(
          state.selection.ranges.map((range) =>
            EditorSelection.range(set.mapPos(range.anchor, 1), set.mapPos(range.head, 1)),
          ),
          state.selection.mainIndex,
        ),
        userEvent: 'input',
        scrollIntoView: true,
      }),
    );
    return true;
  };
}

/** The level of the heading on a line, 0 for none. */
export function headingLevel(text: string): number {
  return heading.exec(parts(text).rest)?.[1]?.length ?? 0;
}

/** Makes headings of the selected lines; those that have this level already become text. 0 always makes text. */
export function setHeading(level: number): StateCommand {
  return (target) => {
    const lines = selectedLines(target.state);
    const isSet = lines.every((line) => line.text.trim() === '' || headingLevel(line.text) === level);
    return rewrite(lines, (rest) => {
      const text = rest.replace(heading, '');
      return level === 0 || (isSet && text.trim() !== '') ? text : `${'#'.repeat(level)} ${text}`;
    })(target);
  };
}

/** The kind of list that a line is an item of. */
export function listKind(text: string): ListKind | null {
  const match = item.exec(parts(text).rest);
  if (!match) return null;
  return match[5] ? 'task' : match[2] ? 'bullet' : 'number';
}

/** Makes items of the selected lines, or text of them when all are of this kind. */
export function toggleList(kind: ListKind): StateCommand {
  return (target) => {
    const lines = selectedLines(target.state);
    const filled = lines.filter((line) => line.text.trim() !== '');
    const isSet = filled.length > 0 && filled.every((line) => listKind(line.text) === kind);
    let number = 0;
    return rewrite(lines, (rest) => {
      const indent = /^[ \t]*/.exec(rest)?.[0] ?? '';
      const text = rest.replace(item, '').replace(/^[ \t]+/, '');
      if (isSet) return indent + text;
      number++;
      const marker = kind === 'bullet' ? '- ' : kind === 'task' ? '- [ ] ' : `${String(number)}. `;
      return `${indent}${marker}${text}`;
    })(target);
  };
}

/** Whether a line stands in a quote. */
export function isQuoted(text: string): boolean {
  return /^[ \t]{0,3}>/.test(text);
}

/** Puts the selected lines into a quote, blank ones between them too, or takes them out. */
export const toggleQuote: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const lines = selectedLines(state);
  const isSet = lines.every((line) => isQuoted(line.text));
  const changes = state.changes(
    lines.map((line) => {
      if (!isSet) return { from: line.from, insert: line.text === '' && lines.length > 1 ? '>' : '> ' };
      const mark = /^[ \t]{0,3}>[ \t]?/.exec(line.text)?.[0].length ?? 0;
      return { from: line.from, to: line.from + mark };
    }),
  );
  dispatch(
    state.update({
      changes,
      selection: EditorSelection.range(
        changes.mapPos(state.selection.main.anchor, 1),
        changes.mapPos(state.selection.main.head, 1),
      ),
      userEvent: 'input',
      scrollIntoView: true,
    }),
  );
  return true;
};

/** Makes a callout of the selected lines; in one, changes its kind. */
export function insertCallout(kind: CalloutKind): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const lines = selectedLines(state);
    const [first] = lines;
    const last = lines.at(-1);
    if (!first || !last) return false;
    for (let { number } = first; number >= 1; number--) {
      const line = state.doc.line(number);
      if (!isQuoted(line.text)) break;
      const mark = /^([ \t]{0,3}>[ \t]*)\[!\w+\]/.exec(line.text);
      if (mark) {
        const from = line.from + (mark[1]?.length ?? 0);
        const to = line.from + mark[0].length;
        dispatch(state.update({ changes: { from, to, insert: `[!${kind}]` }, userEvent: 'input' }));
        return true;
      }
    }
    const gap = first.number > 1 && state.doc.line(first.number - 1).text.trim() !== '' ? '\n' : '';
    const body = lines.map((line) =>
      line.text === '' && lines.length > 1 ? '>' : `> ${line.text.replace(/^[ \t]{0,3}>[ \t]?/, '')}`,
    );
    const insert = `${gap}> [!${kind}]\n${body.join('\n')}`;
    dispatch(
      state.update({
        changes: { from: first.from, to: last.to, insert },
        selection: EditorSelection.cursor(first.from + insert.length),
        userEvent: 'input',
        scrollIntoView: true,
      }),
    );
    return true;
  };
}
