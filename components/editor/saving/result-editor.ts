import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, keymap } from '@codemirror/view';
import { chosen, proposal, type Choice, type Place, type Stretch } from './merge';

interface Range {
  from: number;
  to: number;
}

const setRanges = StateEffect.define<Range[]>();

/** Where the places to decide about stand in the merged text; they go along with what is typed. */
const ranges = StateField.define<Range[]>({
  create: () => [],
  update(value, { changes, effects, docChanged }) {
    for (const effect of effects) if (effect.is(setRanges)) return effect.value;
    if (!docChanged) return value;
    return value.map(({ from, to }) => ({ from: changes.mapPos(from, -1), to: changes.mapPos(to, 1) }));
  },
  provide: (field) =>
    EditorView.decorations.compute([field], (state) =>
      Decoration.set(
        state.field(field).flatMap(({ from, to }) => (from < to ? [PLACE.range(from, to)] : [])),
        true,
      ),
    ),
});

const PLACE = Decoration.mark({ class: 'cm-merged-place' });

/** @returns the places to decide about, in order. */
export function placesOf(stretches: Stretch[]): Place[] {
  return stretches.flatMap((it) => (it.isAgreed ? [] : [it.place]));
}

/** The merged text as it is proposed at first, in an editor of its own. */
export function resultEditor(parent: HTMLElement, stretches: Stretch[], extensions: Extension): EditorView {
  let doc = '';
  const found: Range[] = [];
  for (const it of stretches) {
    const from = doc.length;
    doc += it.isAgreed ? it.text : chosen(it.place, proposal(it.place));
    if (!it.isAgreed) found.push({ from, to: doc.length });
  }
  const view = new EditorView({
    parent,
    doc,
    extensions: [history(), keymap.of([...standardKeymap, ...historyKeymap]), ranges, extensions],
  });
  view.dispatch({ effects: setRanges.of(found) });
  return view;
}

/** Makes one place of the merged text into what was chosen, whatever was typed there before, and shows it. */
export function choose(view: EditorView, index: number, place: Place, choice: Choice): void {
  const all = view.state.field(ranges);
  const range = all[index];
  if (range === undefined) return;
  const insert = chosen(place, choice);
  const shift = insert.length - (range.to - range.from);
  view.dispatch({
    changes: { ...range, insert },
    effects: [
      setRanges.of(
        all.map(({ from, to }, at) => {
          if (at < index) return { from, to };
          return at === index ? { from, to: from + insert.length } : { from: from + shift, to: to + shift };
        }),
      ),
      EditorView.scrollIntoView(range.from, { y: 'center' }),
    ],
  });
}
