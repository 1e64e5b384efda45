'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { UploadedImage } from '@/lib/media/views';
import { useI18n } from '../desk';
import { refusalOf } from './refusal';
import { uploadImage } from './upload';

/** One file on its way to the library. */
export interface PendingUpload {
  id: number;
  name: string;
  /** 0 to 1. */
  progress: number;
  /** Why it failed. */
  message: string | null;
}

/** Uploads to the library, one after the other; what failed stays in the list until it is put away. */
export function useUploads(onUploaded: (image: UploadedImage) => void) {
  const i18n = useI18n();
  const [pending, setPending] = useState<readonly PendingUpload[]>([]);
  const chain = useRef(Promise.resolve());
  const away = useRef(new AbortController());
  const next = useRef(1);
  const told = useRef(onUploaded);
  useEffect(() => {
    told.current = onUploaded;
  }, [onUploaded]);
  useEffect(() => {
    const controller = new AbortController();
    away.current = controller;
    return () => controller.abort();
  }, []);

  const change = useCallback((id: number, facts: Partial<PendingUpload>) => {
    setPending((all) => all.map((one) => (one.id === id ? { ...one, ...facts } : one)));
  }, []);
  const forget = useCallback((id: number) => {
    setPending((all) => all.filter((one) => one.id !== id));
  }, []);
  const add = useCallback(
    (files: readonly File[]) => {
      for (const file of files) {
        const id = next.current;
        next.current += 1;
        const message = refusalOf(file, i18n);
        setPending((all) => [...all, { id, name: file.name.normalize('NFC'), progress: 0, message }]);
        if (message !== null) continue;
        chain.current = chain.current.then(async () => {
          const { signal } = away.current;
          const answer = await uploadImage(i18n, file, {
            signal,
            onProgress: (progress) => change(id, { progress }),
          });
          if (signal.aborted) return;
          if (!answer.ok) {
            change(id, { message: answer.message });
            return;
          }
          forget(id);
          told.current(answer.value);
        });
      }
    },
    [i18n, change, forget],
  );
  return { pending, add, forget };
}
