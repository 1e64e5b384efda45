'use client';

import { useEffect, useState } from 'react';
import { call, useI18n } from '@/components/desk';
import type { MessageKey } from '@/lib/i18n';

const PAUSE = 350;

const PROBLEMS: Record<string, MessageKey> = {
  'address-taken': 'details.addressTaken',
  'address-reserved': 'details.addressReserved',
  'address-invalid': 'details.addressInvalid',
};

/** What an address would be, and what is wrong with it. */
export interface AddressAnswer {
  path: string | null;
  /** A sentence. */
  problem: string | null;
  /** Whether the trouble is only that another post has it, or once had it. */
  isTaken: boolean;
}

/**
 * Asks, a moment after the last change, whether a post can have an address.
 *
 * @param place null while it is not complete.
 * @returns the answer about exactly this place, or null while there is none yet.
 */
export function useAddressCheck(
  postId: string,
  place: { categoryId: string | null; month: string | null; slug: string } | null,
): AddressAnswer | null {
  const i18n = useI18n();
  const query =
    place &&
    new URLSearchParams({
      ...(place.categoryId !== null && { categoryId: place.categoryId }),
      ...(place.month !== null && { month: place.month }),
      slug: place.slug,
    }).toString();
  const [found, setFound] = useState<{ query: string; answer: AddressAnswer } | null>(null);
  useEffect(() => {
    if (query === null) return;
    const gone = new AbortController();
    const timer = setTimeout(() => {
      void call<Omit<AddressAnswer, 'isTaken'>>(
        i18n,
        'GET',
        `/api/posts/${postId}/address/?${query}`,
        undefined,
        {
          signal: gone.signal,
        },
      ).then((answer) => {
        if (gone.signal.aborted) return;
        if (answer.ok) {
          const { path, problem } = answer.value;
          const sentence = problem && i18n.t(PROBLEMS[problem] ?? 'details.addressInvalid');
          setFound({ query, answer: { path, problem: sentence, isTaken: problem === 'address-taken' } });
        }
        // Without a connection the question is open; saving asks again.
        else if (answer.status !== 0)
          setFound({ query, answer: { path: null, problem: answer.message, isTaken: false } });
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [i18n, postId, query]);
  return found !== null && found.query === query ? found.answer : null;
}
