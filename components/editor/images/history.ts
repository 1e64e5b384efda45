import { invertedEffects } from '@codemirror/commands';
import { StateEffect, Transaction, type EditorState, type Extension } from '@codemirror/state';
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
    map: (value, changes) => ({ ...value, pos: changes.mapPos(value.pos, -1) }),
  });

/** Says that a placeholder was put at `pos`. */
export const imageInserted = define<Place>();
const imageRemoved = define<Place>();

interface Restored extends Place {
  /** As it was written; null where the step brings it back by itself. */
  text: string | null;
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
        if (effect.is(imageInserted)) return [imageRemoved.of(effect.value)];
        if (effect.is(imageRestored)) return [imageRemoved.of(effect.value)];
        if (!effect.is(imageRemoved)) return [];
        const place = placeOf(transaction.state, effect.value);
        const text = place && transaction.state.sliceDoc(place.from, place.to);
        return [imageRestored.of({ ...effect.value, pos: place?.from ?? effect.value.pos, text })];
      }),
    ),
    EditorView.updateListener.of(({ transactions, view }) => {
      const effects = transactions.flatMap((transaction) => transaction.effects);
      if (!effects.some((effect) => effect.is(imageRemoved) || effect.is(imageRestored))) return;
      // After everyone has heard of this update.
      queueMicrotask(() => {
        for (const effect of effects) {
          if (effect.is(imageRemoved)) remove(view, placeOf(view.state, effect.value));
          else if (effect.is(imageRestored)) restore(view, effect.value);
        }
      });
    }),
  ];
}

function remove(view: EditorView, place: { from: number; to: number } | null): void {
  if (place) view.dispatch({ changes: { from: place.from, to: place.to }, annotations: notAStep });
}

function restore(view: EditorView, { pos, text }: Restored): void {
  if (text === null) return;
  const from = Math.min(pos, view.state.doc.length);
  view.dispatch({ changes: { from, insert: text }, annotations: notAStep });
}
