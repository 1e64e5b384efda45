'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { listenToPage } from './browser-events';
import { createDraftKeeper, type KeeperOptions } from './keeper';
import type { DraftKeeper, SavingSnapshot } from './types';

/** The keeper of one draft, for as long as the component is there. `options` are taken once. */
export function useDraftKeeper(options: KeeperOptions): DraftKeeper {
  const [keeper] = useState(() => createDraftKeeper(options));
  useEffect(() => {
    const ignore = listenToPage(keeper);
    void keeper.start();
    return () => {
      keeper.stop();
      ignore();
    };
  }, [keeper]);
  return keeper;
}

/** How it stands with saving; draws anew when that changes, not at every key. */
export function useSavingSnapshot(keeper: DraftKeeper): SavingSnapshot {
  return useSyncExternalStore(keeper.subscribe, keeper.getSnapshot, keeper.getSnapshot);
}

/**
 * Ties title or summary to a control, which owns its value: nothing is written back while a syllable is being composed.
 *
 * @param onText called with every final value, and once with the one at the beginning if it was replaced.
 * @returns attributes for an `input` or `textarea`.
 */
export function useKeptField<Control extends HTMLInputElement | HTMLTextAreaElement>(
  keeper: DraftKeeper,
  field: 'title' | 'summary',
  onText?: (text: string) => void,
) {
  const control = useRef<Control>(null);
  const isComposing = useRef(false);
  const listener = useRef(onText);
  useEffect(() => {
    listener.current = onText;
  });

  useEffect(() => {
    const show = (text: string) => {
      if (control.current && !isComposing.current && control.current.value !== text)
        control.current.value = text;
      listener.current?.(text);
    };
    const text = keeper.text()[field];
    if (control.current && control.current.value !== text) show(text);
    return keeper.onReplace((replaced) => show(replaced[field]));
  }, [keeper, field]);

  const tell = (text: string) => {
    if (field === 'title') keeper.setTitle(text, isComposing.current);
    else keeper.setSummary(text, isComposing.current);
    if (!isComposing.current) listener.current?.(text);
  };

  return {
    ref: control,
    defaultValue: keeper.text()[field],
    onInput: (event: React.InputEvent<Control>) => tell(event.currentTarget.value),
    onCompositionStart: () => {
      isComposing.current = true;
    },
    onCompositionEnd: (event: React.CompositionEvent<Control>) => {
      isComposing.current = false;
      tell(event.currentTarget.value);
    },
  };
}
