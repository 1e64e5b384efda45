'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { call, useAction, useI18n, type Answer, type CallFailure } from '@/components/desk';
import type { EditorView } from '@/lib/writing/types';

/** What can be done to the state of a text; the last part of its address. */
export type Step =
  | 'publish'
  | 'schedule'
  | 'unschedule'
  | 'hide'
  | 'show'
  | 'request-review'
  | 'withdraw-review'
  | 'return-to-writer';

/** What a step took with it. */
export interface StepInput {
  at?: Date;
  note?: string;
}

/** Something that was done, and where it can be seen. */
export interface Done {
  step: Step;
  /** Of the page, where readers see it now. */
  href: string | null;
  at: Date | null;
}

/** Steps that put a certain state of the draft before others, which is therefore saved first and named. */
const OF_DRAFT: readonly Step[] = ['publish', 'schedule', 'request-review'];

/** What stands in the way before anything is sent: the text could not be saved. */
const unsaved = (message: string): CallFailure => ({ ok: false, status: 0, code: 'unsaved', message });

/** Everything that changes who sees a text. One step at a time, whatever is pressed meanwhile. */
export function useSteps(
  { translationId }: Pick<EditorView, 'translationId'>,
  save: () => Promise<number | null>,
  onDone: (done: Done) => void | Promise<void>,
) {
  const i18n = useI18n();
  return useAction(
    useCallback(
      async (step: Step, input: StepInput = {}): Promise<Answer<Done>> => {
        const version = OF_DRAFT.includes(step) ? await save() : 0;
        if (version === null) return unsaved(i18n.t('details.unsaved'));
        const body = {
          ...(OF_DRAFT.includes(step) && { draftVersion: version }),
          ...(input.at && { at: input.at.toISOString() }),
          ...(input.note !== undefined && { note: input.note }),
        };
        const answer = await call<{ href?: string } | undefined>(
          i18n,
          'POST',
          `/api/translations/${translationId}/${step}/`,
          body,
        );
        if (!answer.ok) return answer;
        return { ok: true, value: { step, href: answer.value?.href ?? null, at: input.at ?? null } };
      },
      [i18n, translationId, save],
    ),
    onDone,
  );
}

/**
 * Brings everything typed to the server as soon as the dialog is open, so that it is about what is published.
 *
 * @returns `version` of the draft there, null while it is under way; `failure` where it could not be saved.
 */
export function useSettled(save: () => Promise<number | null>) {
  const i18n = useI18n();
  const [state, setState] = useState<{ version: number | null; failure: CallFailure | null }>({
    version: null,
    failure: null,
  });
  const [round, setRound] = useState(0);
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    let isGone = false;
    void latest.current().then((version) => {
      if (isGone) return;
      setState({ version, failure: version === null ? unsaved(i18n.t('details.unsaved')) : null });
    });
    return () => {
      isGone = true;
    };
  }, [i18n, round]);
  return {
    ...state,
    again: () => {
      setState({ version: null, failure: null });
      setRound(round + 1);
    },
  };
}
