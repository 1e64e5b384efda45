import { invertedEffects } from '@codemirror/commands';
import {
  StateEffect,
  Transaction,
  type ChangeSet,
  type EditorState,
  type Extension,
} from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { imagesIn } from './syntax';

/*
 * A picture takes the place of its placeholder later, in a change that is no step of the history: otherwise undoing what
 * was typed meanwhile would first take the picture away. The step that put the placeholder there has then nothing left to
 * undo by itself, so it carries these effects: undone, the picture goes; redone, it comes back.
 */

interface Place {
  key: string;
  pos: number;
}

const define = <Value extends Place>() =>
  StateEffect.define<Value>({
    // While a step is undone, its places are of a text that may be longer than the present one.
    map: (value, changes) => ({
      ...value,
      pos: changes.mapPos(Math.min(value.pos, changes.length), -1),
    }),
  });

/** Says that a placeholder was put at `pos`. */
export const imageInserted = define<Place>();
const imageRemoved = define<Place>();

interface Restored extends Place {
  /** As it was written; null where the step brings it back by itself. */
  text: string | null;
  /** How much of what the step brings back by itself, such as empty lines between pictures, stood before it. */
  offset: number;
}

const imageRestored = define<Restored>();

/** For changes that are not a person's own steps. */
export const notAStep = Transaction.addToHistory.of(false);

/** @param addressOf where the picture of a key is, once it is there. */
export function imageHistory(addressOf: (key: string) => string | null): Extension {
  const placeOf = (state: EditorState, { key, pos }: Place) => {
    const src = addressOf(key);
    if (src === null) return null;
    const found = imagesIn(state.doc.toString()).filter((image) => image.src === src);
    return found.sort((one, other) => Math.abs(one.from - pos) - Math.abs(other.from - pos)).at(0) ?? null;
  };
  return [
    invertedEffects.of((transaction) =>
      transaction.effects.flatMap((effect): StateEffect<unknown>[] => {
        if (effect.is(imageInserted) || effect.is(imageRestored)) return [imageRemoved.of(effect.value)];
        if (!effect.is(imageRemoved)) return [];
        const { startState, changes } = transaction;
        const { key, pos } = effect.value;
        const place = placeOf(startState, effect.value);
        return [
          imageRestored.of({
            key,
            pos: place?.from ?? pos,
            text: place && startState.sliceDoc(place.from, place.to),
            offset: place ? deletedBefore(changes, place.from) : 0,
          }),
        ];
      }),
    ),
    EditorView.updateListener.of(({ transactions, changes, view }) => {
      const effects = transactions.flatMap((transaction) => transaction.effects);
      const removed = effects.flatMap((effect) => (effect.is(imageRemoved) ? [effect.value] : []));
      const restored = effects.flatMap((effect) => (effect.is(imageRestored) ? [effect.value] : []));
      if (removed.length + restored.length === 0) return;
      // After everyone has heard of this update.
      queueMicrotask(() => {
        for (const place of removed) remove(view, placeOf(view.state, place));
        restore(view, changes, restored);
      });
    }),
  ];
}

function remove(view: EditorView, place: { from: number; to: number } | null): void {
  if (place) view.dispatch({ changes: { from: place.from, to: place.to }, annotations: notAStep });
}

function restore(view: EditorView, step: ChangeSet, images: readonly Restored[]): void {
  const changes = images.flatMap(({ text, pos, offset }) => {
    if (text === null) return [];
    return [{ from: Math.min(placeAfter(step, offset) ?? pos, view.state.doc.length), insert: text }];
  });
  if (changes.length > 0) view.dispatch({ changes, annotations: notAStep });
}

function deletedBefore(changes: ChangeSet, pos: number): number {
  let length = 0;
  changes.iterChanges((from, to) => {
    if (to <= pos) length += to - from;
  });
  return length;
}

/** @returns where so much of what a step inserted ends, or null where it inserted nothing. */
function placeAfter(changes: ChangeSet, offset: number): number | null {
  let place: number | null = null;
  let before = 0;
  changes.iterChanges((_fromA, _toA, from, to) => {
    if (place === null || before < offset) place = from + Math.min(offset - before, to - from);
    before += to - from;
  });
  return place;
}
