import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { DragEvent } from 'react';
import type { UploadedImage } from '@/lib/media/views';
import { uploadImage, type UploadOptions } from '../../media';
import type { PastedImage } from '../source';
import { imageUploads, refreshPlaceholders } from './extension';
import { imageInserted, notAStep } from './history';
import {
  fillChanges,
  insertion,
  nameInAlt,
  placeholderFor,
  placeholdersIn,
  removalChanges,
  uploadAddress,
} from './placeholders';
import { UploadQueue } from './queue';
import { imageAt, imagesIn, writeImage, type ImageFacts, type ImageInText } from './syntax';
import type { ImageUploads, ImageUploadsSetup, ImageUploadsState } from './types';

/** Uploads for one text; make one for each editor, outside of rendering (`useState(() => …)`). */
export function createImageUploads(setup: ImageUploadsSetup): ImageUploads {
  return new Uploads(setup);
}

/** Where an image in the text is, for the dialog that changes it. */
interface Chosen extends ImageInText {
  /** As it was written when the dialog was opened. */
  written: string;
}

class Uploads implements ImageUploads {
  readonly extension: Extension;
  readonly #setup: ImageUploadsSetup;
  readonly #queue: UploadQueue;
  readonly #listeners = new Set<() => void>();
  /** Where the pictures are whose upload was finished here, by key. */
  readonly #addresses = new Map<string, string>();
  /** Finished while a syllable was being composed; their places are filled afterwards. */
  readonly #unfilled = new Set<string>();
  #state: ImageUploadsState = { uploads: [], dialog: null, image: null };
  #view: EditorView | null = null;
  #chosen: Chosen | null = null;
  #isLooking = false;

  constructor(setup: ImageUploadsSetup) {
    this.#setup = setup;
    const { i18n } = setup;
    const send = (file: File, options: UploadOptions) => uploadImage(i18n, file, options);
    this.#queue = new UploadQueue({
      i18n,
      upload: setup.upload ?? send,
      onChange: () => this.#publish(),
      onDone: (key, image) => this.#arrived(key, image),
    });
    this.extension = imageUploads({
      i18n,
      uploads: this,
      uploadOf: (key) => this.#queue.get(key),
      addressOf: (key) => this.#addresses.get(key) ?? null,
      onView: (view) => this.#meet(view),
      onText: (isRelevant) => this.#lookSoon(isRelevant),
      onUndo: (view) => queueMicrotask(() => this.#sweep(view)),
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getState = (): ImageUploadsState => this.#state;

  takePasted = (images: PastedImage[], view: EditorView): void => {
    for (const { marker, file } of images) {
      const key = newKey();
      const text = view.state.doc.toString();
      const at = text.indexOf(marker);
      if (at < 0) continue;
      view.dispatch({
        changes: { from: at, to: at + marker.length, insert: uploadAddress(key) },
        annotations: notAStep,
      });
      this.#queue.add(key, file);
    }
    this.#look();
  };

  insertFiles = (files: readonly File[], pos?: number): void => {
    const view = this.#view;
    if (!view || view.state.readOnly || files.length === 0) return;
    const { i18n } = this.#setup;
    const all = files.map((file) => ({ file, key: newKey() }));
    const { spec, starts } = insertion(
      view.state,
      pos ?? view.state.selection.main.to,
      all.map(({ file, key }) => placeholderFor(key, file.name.normalize('NFC'), i18n.locale)),
    );
    // Known before they are in the text, so that nothing takes them for left over.
    for (const { key, file } of all) this.#queue.add(key, file);
    view.dispatch({
      ...spec,
      effects: all.map(({ key }, index) => imageInserted.of({ key, pos: starts[index] ?? 0 })),
      userEvent: 'input.image',
    });
    view.focus();
  };

  insertImage = (image: UploadedImage): void => {
    const view = this.#view;
    this.close();
    if (!view || view.state.readOnly) return;
    this.#setup.onImage?.(image.src, image);
    const { spec, starts } = insertion(view.state, view.state.selection.main.to, [`![](${image.src})`]);
    view.dispatch({ ...spec, userEvent: 'input.image' });
    const at = starts[0] ?? 0;
    this.#openAt(view, at);
  };

  openPicker = (): void => this.#dialog('picker');

  openImage = (): void => {
    if (this.#view) this.#openAt(this.#view, this.#view.state.selection.main.head);
  };

  close = (): void => this.#dialog(null);

  writeImage = (facts: ImageFacts): void => {
    const view = this.#view;
    const chosen = this.#chosen;
    this.close();
    if (!view || !chosen) return;
    // It may have moved since, for an upload may have been finished above it.
    const { from, to, written } = chosen;
    const text = view.state.doc.toString();
    const at = text.startsWith(written, from) ? from : text.indexOf(written);
    if (at < 0) return;
    view.dispatch({
      changes: { from: at, to: at + (to - from), insert: writeImage(facts) },
      userEvent: 'input.image',
      scrollIntoView: true,
    });
  };

  cancel = (key: string): void => this.#queue.cancel(key);
  retry = (key: string): void => this.#queue.retry(key);
  dismiss = (key: string): void => this.#queue.forget(key);

  resume = (key: string, file: File): void => {
    this.#queue.add(key, file);
    this.#look();
  };

  remove = (key: string): void => {
    const view = this.#view;
    if (view) {
      const changes = removalChanges(view.state.doc.toString(), key);
      if (changes.length > 0) view.dispatch({ changes, userEvent: 'delete.image' });
    }
    this.#queue.forget(key);
  };

  setAlt = (key: string, alt: string): void => {
    const view = this.#view;
    const src = this.#addresses.get(key);
    if (!view || src === undefined) return;
    const changes = imagesIn(view.state.doc.toString())
      .filter((image) => image.src === src && image.alt === '')
      .map((image) => ({ from: image.from, to: image.to, insert: writeImage({ ...image, alt }) }));
    if (changes.length > 0) view.dispatch({ changes, userEvent: 'input.image' });
  };

  dropTarget = {
    onDragOver: (event: DragEvent): void => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop: (event: DragEvent): void => {
      const files = [...event.dataTransfer.files];
      if (files.length === 0) return;
      event.preventDefault();
      this.insertFiles(files);
    },
  };

  destroy = (): void => this.#queue.destroy();

  #openAt(view: EditorView, pos: number): void {
    const text = view.state.doc.toString();
    const image = imageAt(text, pos);
    if (!image) return;
    this.#chosen = { ...image, written: text.slice(image.from, image.to) };
    this.#dialog('image');
  }

  #dialog(dialog: ImageUploadsState['dialog']): void {
    if (dialog !== 'image') this.#chosen = null;
    this.#state = { ...this.#state, dialog, image: this.#chosen };
    for (const listener of this.#listeners) listener();
  }

  #publish(): void {
    this.#state = { ...this.#state, uploads: this.#queue.uploads };
    this.#view?.dispatch({ effects: refreshPlaceholders.of(null) });
    for (const listener of this.#listeners) listener();
  }

  #meet(view: EditorView | null): void {
    this.#view = view;
    this.#lookSoon(true);
  }

  /** Not at once: the editor may be in the middle of an update that others have yet to hear of. */
  #lookSoon(isRelevant: boolean): void {
    if (this.#isLooking || (!isRelevant && this.#queue.uploads.length === 0)) return;
    this.#isLooking = true;
    queueMicrotask(() => {
      this.#isLooking = false;
      this.#look();
    });
  }

  #arrived(key: string, image: UploadedImage): void {
    this.#addresses.set(key, image.src);
    this.#setup.onImage?.(image.src, image);
    this.#unfilled.add(key);
    this.#look();
  }

  /** Compares the text with what is known: fills places, finds those that are left over, and those that are gone. */
  #look(): void {
    const view = this.#view;
    if (!view) return;
    const text = view.state.doc.toString();
    const inText = new Set<string>();
    for (const { key, alt } of placeholdersIn(text)) {
      inText.add(key);
      if (this.#addresses.has(key)) this.#unfilled.add(key);
      else if (this.#queue.get(key) === null) this.#queue.addInterrupted(key, nameInAlt(alt) ?? alt);
    }
    for (const { key, state, image } of this.#queue.uploads) {
      const isThere = inText.has(key) || text.includes(uploadAddress(key)) || isShown(text, image);
      if (state === 'interrupted' && !isThere) this.#queue.forget(key);
      else this.#queue.setInText(key, isThere);
    }
    this.#fill(view);
  }

  #fill(view: EditorView): void {
    // A change during a composition would end it in the middle of a syllable.
    if (view.composing || view.compositionStarted) return;
    for (const key of this.#unfilled) {
      this.#unfilled.delete(key);
      const src = this.#addresses.get(key);
      const changes = src === undefined ? [] : fillChanges(view.state.doc.toString(), key, src);
      if (changes.length > 0) view.dispatch({ changes, annotations: notAStep });
    }
  }

  /** After an undo: addresses whose image was taken away around them. */
  #sweep(view: EditorView): void {
    if (this.#view !== view) return;
    const text = view.state.doc.toString();
    const changes = [...this.#addresses.values()].flatMap((src) => {
      const at = text.indexOf(src);
      const isBare = at >= 0 && !/[(<"'=]$/.test(text.slice(0, at)) && !text.slice(0, at).endsWith(']: ');
      return isBare ? [{ from: at, to: at + src.length }] : [];
    });
    if (changes.length > 0) view.dispatch({ changes, annotations: notAStep });
  }
}

const isShown = (text: string, image: UploadedImage | null): boolean =>
  image !== null && text.includes(image.src);

/** Long enough to be unique among the uploads of a text, short enough to look at. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => (byte % 36).toString(36)).join('');
}
