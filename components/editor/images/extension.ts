import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  keymap,
  showTooltip,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type Tooltip,
  type ViewUpdate,
} from '@codemirror/view';
import type { I18n } from '@/lib/i18n';
import { imageHistory } from './history';
import { placeholdersIn } from './placeholders';
import { imageAt } from './syntax';
import type { ImageUploads, Upload } from './types';

/** Says that something about an upload is different, so that its place is drawn anew. */
export const refreshPlaceholders = StateEffect.define();

export interface ExtensionSetup {
  i18n: I18n;
  uploads: Pick<ImageUploads, 'insertFiles' | 'openImage'>;
  uploadOf: (key: string) => Upload | null;
  addressOf: (key: string) => string | null;
  onView: (view: EditorView | null) => void;
  /** The text changed, or a composition is over. `isRelevant`: places for pictures may have come. */
  onText: (isRelevant: boolean) => void;
  onUndo: (view: EditorView) => void;
}

/** Milliseconds after the end of a composition until the editor has taken it in. */
const COMPOSED = 80;

/** What the source editor needs in order to take pictures. */
export function imageUploads(setup: ExtensionSetup): Extension {
  const { uploads } = setup;
  let after: ReturnType<typeof setTimeout> | undefined;
  return [
    imageHistory(setup.addressOf),
    ViewPlugin.define((view) => {
      setup.onView(view);
      return {
        destroy: () => {
          clearTimeout(after);
          setup.onView(null);
        },
      };
    }),
    places(setup),
    caretTooltip(setup),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      setup.onText(bringsPlaces(update));
      if (update.transactions.some((transaction) => transaction.isUserEvent('undo'))) {
        setup.onUndo(update.view);
      }
    }),
    EditorView.domEventHandlers({
      paste: (event) => {
        const files = filesOf(event.clipboardData);
        if (files.length === 0) return false;
        event.preventDefault();
        uploads.insertFiles(files);
        return true;
      },
      drop: (event, view) => {
        const files = filesOf(event.dataTransfer);
        if (files.length === 0) return false;
        event.preventDefault();
        uploads.insertFiles(files, view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? undefined);
        return true;
      },
      dragover: (event) => {
        // Without this the browser would open what is dropped.
        if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
        return false;
      },
      compositionend: () => {
        clearTimeout(after);
        after = setTimeout(() => setup.onText(false), COMPOSED);
        return false;
      },
    }),
    keymap.of([
      {
        key: 'Mod-Alt-g',
        run: (view) => {
          if (imageAtCaret(view.state) === null) return false;
          uploads.openImage();
          return true;
        },
      },
    ]),
  ];
}

function bringsPlaces(update: ViewUpdate): boolean {
  let found = false;
  update.changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => {
    found ||= inserted.length > 7 && inserted.toString().includes('upload:');
  });
  return found;
}

const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];

/** How each place for a picture looks, with what becomes of it. */
function places({ i18n, uploadOf }: ExtensionSetup): Extension {
  const build = (view: EditorView): DecorationSet => {
    const decorations = view.visibleRanges.flatMap(({ from, to }) => {
      const text = view.state.sliceDoc(from, to);
      if (!text.includes('](upload:')) return [];
      return placeholdersIn(text, from).flatMap((place) => {
        const upload = uploadOf(place.key);
        const mark = Decoration.mark({ class: 'cm-upload' }).range(place.from, place.to);
        if (upload === null) return [mark];
        const widget = Decoration.widget({ widget: new StateWidget(stateText(i18n, upload)), side: 1 });
        return [mark, widget.range(place.to)];
      });
    });
    return Decoration.set(decorations, true);
  };
  return ViewPlugin.define(
    (view) => ({
      decorations: build(view),
      update(update: ViewUpdate) {
        const isDifferent = update.transactions.some((transaction) =>
          transaction.effects.some((effect) => effect.is(refreshPlaceholders)),
        );
        if (isDifferent || update.docChanged || update.viewportChanged) this.decorations = build(update.view);
      },
    }),
    { decorations: (plugin) => plugin.decorations },
  );
}

function stateText({ t, format }: I18n, { state, progress }: Upload): string {
  if (state === 'uploading') {
    return progress < 1 ? `${format.number(Math.floor(progress * 100))}%` : t('images.processing');
  }
  return state === 'waiting'
    ? t('images.waiting')
    : state === 'interrupted'
      ? t('images.interrupted')
      : state === 'failed'
        ? t('images.failed')
        : '';
}

class StateWidget extends WidgetType {
  constructor(readonly text: string) {
    super();
  }

  override eq(other: StateWidget): boolean {
    return other.text === this.text;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'cm-upload-state';
    element.textContent = this.text;
    // The list of uploads says it; here it would be read with the text.
    element.ariaHidden = 'true';
    return element;
  }

  override updateDOM(element: HTMLElement): boolean {
    element.textContent = this.text;
    return true;
  }
}

/** Lines around the caret within which an image is looked for: the longest form has a caption of its own. */
const REACH = 8;

function imageAtCaret(state: EditorState): { from: number } | null {
  const { main } = state.selection;
  if (!main.empty) return null;
  const line = state.doc.lineAt(main.head);
  if (!/!\[|<img|<fig|<\/fig|^\s*[*_]/i.test(line.text)) return null;
  const first = state.doc.line(Math.max(1, line.number - REACH)).from;
  const last = state.doc.line(Math.min(state.doc.lines, line.number + REACH)).to;
  const image = imageAt(state.sliceDoc(first, last), main.head - first);
  return image === null || image.src.startsWith('upload:') ? null : { from: first + image.from };
}

/** A button above the image that the caret is in. */
function caretTooltip({ i18n, uploads }: ExtensionSetup): Extension {
  const create = (): ReturnType<Tooltip['create']> => {
    const dom = document.createElement('div');
    dom.className = 'cm-image-tooltip';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-quiet';
    button.textContent = i18n.t('images.edit');
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => uploads.openImage());
    dom.append(button);
    return { dom };
  };
  const tooltipOf = (state: EditorState, before: Tooltip | null): Tooltip | null => {
    const image = imageAtCaret(state);
    if (image === null) return null;
    return before?.pos === image.from ? before : { pos: image.from, above: true, create };
  };
  const field = StateField.define<Tooltip | null>({
    create: (state) => tooltipOf(state, null),
    update: (value, transaction) =>
      transaction.docChanged || transaction.selection ? tooltipOf(transaction.state, value) : value,
    provide: (self) => showTooltip.from(self),
  });
  return field;
}
