import type { Extension } from '@codemirror/state';
import { useSyncExternalStore } from 'react';
import type { I18n } from '@/lib/i18n';
import type { PreviewOptions, PreviewState, PreviewStore } from './types';

const EMPTY: PreviewState = {
  status: 'waiting',
  isPending: false,
  outline: [],
  problems: [],
  words: 0,
  minutes: 0,
};

/** A preview store for one translation; make one for each editor, outside of rendering (`useState(() => …)`). */
export function createPreviewStore(setup: {
  i18n: I18n;
  translationId: string;
  options: PreviewOptions;
}): PreviewStore {
  void setup;
  const extension: Extension = [];
  return {
    subscribe: () => () => undefined,
    getState: () => EMPTY,
    extension,
    setOptions: () => undefined,
    noteImage: () => undefined,
    jumpTo: () => undefined,
    checkAgain: () => undefined,
  };
}

/** What is known of the text now; renders again when it changes. */
export function usePreview(store: PreviewStore): PreviewState {
  return useSyncExternalStore(store.subscribe, store.getState, store.getState);
}
