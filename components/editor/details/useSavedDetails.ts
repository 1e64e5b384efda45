'use client';

import { useCallback, useRef, useState } from 'react';
import { call, useI18n, type Answer, type CallFailure } from '@/components/desk';
import type { EditorView, PostDetails } from '@/lib/writing/types';
import { changes, detailsFrom, merge, type DetailField, type StoredDetails } from './form';

/** Two people changed the same fields of the details. */
export interface DetailsConflict {
  theirs: PostDetails;
  both: DetailField[];
}

interface Answered {
  path: string;
  details: StoredDetails;
}

/**
 * What the writer filled in, beside what the server has. Saves follow one another, each naming the version that it was
 * made from; what others changed meanwhile is put together with it, and what both changed waits for the writer.
 */
export function useSavedDetails(
  view: Pick<EditorView, 'postId' | 'details' | 'path'>,
  onSaved: (details: PostDetails, path: string) => void,
) {
  const i18n = useI18n();
  const { postId } = view;
  const [base, setBase] = useState(view.details);
  const [savedPath, setSavedPath] = useState(view.path);
  const [typed, setTyped] = useState(view.details);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const [conflict, setConflict] = useState<DetailsConflict | null>(null);
  const underWay = useRef<Promise<boolean> | null>(null);

  // The editor asked for everything anew, after a publication for instance.
  const [seen, setSeen] = useState(view.details);
  if (seen !== view.details) {
    setSeen(view.details);
    if (changes(base, view.details).length > 0 || base.version !== view.details.version) {
      setTyped(merge(base, typed, view.details).merged);
      setBase(view.details);
    }
    setSavedPath(view.path);
  }

  const change = useCallback((changed: Partial<PostDetails>) => {
    setTyped((before) => ({ ...before, ...changed }));
    setFailure(null);
  }, []);

  const put = useCallback(
    async (from: PostDetails, wanted: PostDetails): Promise<boolean> => {
      const ask = (details: PostDetails, { version }: PostDetails): Promise<Answer<Answered>> =>
        call<Answered>(i18n, 'PUT', `/api/posts/${postId}/details/`, { ...details, version });
      let answer = await ask(wanted, from);
      if (!answer.ok && answer.code === 'details-conflict') {
        const theirs = detailsFrom((answer.details as Answered).details);
        const { merged, both } = merge(from, wanted, theirs);
        if (both.length > 0) setConflict({ theirs, both });
        // They touched something else: both have their way.
        else answer = await ask(merged, theirs);
      }
      if (!answer.ok) {
        setFailure(answer);
        return false;
      }
      const saved = detailsFrom(answer.value.details);
      setBase(saved);
      setSavedPath(answer.value.path);
      // The server may have put it differently (spaces of a tag); what was typed since counts more.
      setTyped((now) => merge(wanted, now, saved).merged);
      onSaved(saved, answer.value.path);
      return true;
    },
    [i18n, postId, onSaved],
  );

  /** Saves `wanted`, made from `from`. @returns whether the server has it; not at all while another save is under way. */
  const send = useCallback(
    (from: PostDetails, wanted: PostDetails): Promise<boolean> => {
      if (underWay.current !== null) return Promise.resolve(false);
      setSaving(true);
      setFailure(null);
      const saving = put(from, wanted).finally(() => {
        underWay.current = null;
        setSaving(false);
      });
      underWay.current = saving;
      return saving;
    },
    [put],
  );

  const resolve = useCallback(
    (mine: boolean) => {
      if (conflict === null) return;
      const { theirs, both } = conflict;
      const { merged } = merge(base, typed, theirs);
      const chosen = Object.fromEntries(both.map((field) => [field, theirs[field]]));
      setBase(theirs);
      setTyped(mine ? merged : { ...merged, ...chosen });
      setConflict(null);
      setFailure(null);
    },
    [base, typed, conflict],
  );

  return {
    base,
    typed,
    savedPath,
    isSaving,
    failure,
    conflict,
    change,
    send,
    resolve,
    reset: useCallback(() => {
      setTyped(base);
      setFailure(null);
    }, [base]),
    /** Until the save that is under way has its answer. */
    idle: useCallback(() => underWay.current ?? Promise.resolve(true), []),
  };
}
