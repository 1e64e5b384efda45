import { diff } from '@codemirror/merge';
import { Annotation, Transaction, type ChangeSpec, type Extension, type Text } from '@codemirror/state';
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { DraftKeeper, ReplacementReason } from './types';

/** Marks changes that came from the keeper, which it need not be told of. */
const fromKeeper = Annotation.define<boolean>();

/**
 * Ties a keeper to the document of the source editor: tells it what was typed, and puts into the document what comes
 * from elsewhere. While a syllable is being composed, the keeper gets the document without it, and the document is not
 * touched.
 */
export function draftKeeping(keeper: DraftKeeper): Extension {
  return ViewPlugin.define((view) => new Keeping(view, keeper), {
    eventHandlers: {
      compositionstart() {
        this.begin();
      },
      compositionupdate(event) {
        this.data = event.data;
      },
      compositionend() {
        this.end();
      },
    },
  });
}

class Keeping {
  /** Where the syllable stands, and what stood there before it. */
  private composed: { from: number; to: number; before: Text } | null = null;
  /** The syllable, as the browser last told. */
  data = '';
  /** The document without the syllable, as it was last told. */
  private final: Text | null = null;
  private waiting: { source: string; reason: ReplacementReason } | null = null;
  private readonly unsubscribe: () => void;
  private isDestroyed = false;

  constructor(
    private readonly view: EditorView,
    private readonly keeper: DraftKeeper,
  ) {
    this.unsubscribe = keeper.onReplace(({ source }, reason) => {
      if (this.composed) this.waiting = { source, reason };
      else replaceText(view, source, reason);
    });
    // What was recovered before the editor was there.
    queueMicrotask(() => {
      if (!this.isDestroyed) replaceText(view, keeper.text().source, 'recovered');
    });
  }

  begin() {
    const { from, to } = this.view.state.selection.main;
    this.composed = { from, to, before: this.view.state.doc.slice(from, to) };
    this.data = '';
  }

  end() {
    this.composed = null;
    // The last change of a composition may reach the document after its end.
    setTimeout(() => {
      if (this.isDestroyed || this.composed) return;
      this.tell();
      if (this.waiting) replaceText(this.view, this.waiting.source, this.waiting.reason);
      this.waiting = null;
    });
  }

  update({ docChanged, changes, transactions }: ViewUpdate) {
    if (!docChanged) return;
    if (this.composed) {
      const { from, to, before } = this.composed;
      this.composed = { from: changes.mapPos(from, -1), to: changes.mapPos(to, 1), before };
    }
    if (!transactions.every((transaction) => transaction.annotation(fromKeeper))) this.tell();
  }

  destroy() {
    this.isDestroyed = true;
    this.unsubscribe();
  }

  private tell() {
    const { doc } = this.view.state;
    if (this.composed === null) {
      this.final = doc;
      this.keeper.setSource(doc);
      return;
    }
    const { from, to, before } = this.composed;
    const { head } = this.view.state.selection.main;
    const start = Math.max(0, head - this.data.length);
    // The syllable before this one may have ended before it had reached the document; then the place is a late one.
    const isLate = doc.sliceString(from, to) !== this.data && doc.sliceString(start, head) === this.data;
    const final = isLate ? doc.replace(start, head, before) : doc.replace(from, to, before);
    if (!this.final?.eq(final)) this.final = final;
    this.keeper.setSource(this.final, doc);
  }
}

/** Makes a document into another by as few changes as may be, so that caret and scroll position stay with their text. */
export function replaceText(view: EditorView, source: string, reason: ReplacementReason): void {
  const before = view.state.doc.toString();
  if (before === source) return;
  const changes: ChangeSpec[] = diff(before, source, { scanLimit: 1_000, timeout: 200 }).map((change) => ({
    from: change.fromA,
    to: change.toA,
    insert: source.slice(change.fromB, change.toB),
  }));
  view.dispatch({
    changes,
    annotations: [
      fromKeeper.of(true),
      // What somebody else wrote is not one's own to take back by a key; everything else is.
      Transaction.addToHistory.of(reason !== 'renewed'),
    ],
  });
}
