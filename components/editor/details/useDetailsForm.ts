'use client';

import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { PostDetails } from '@/lib/writing/types';
import { changes } from './form';
import { followsTitle, suggestedSlug } from './naming';
import type { DetailsPanelProps } from './types';
import { useAddressCheck } from './useAddressCheck';
import { useSavedDetails } from './useSavedDetails';
import { dayOf } from '@/lib/i18n';

/** Milliseconds without a change after which the form saves itself. */
const PAUSE = 800;

/** Numbers that are tried behind a slug that is taken. */
const MOST_TURNS = 20;

export type DetailsState = 'saved' | 'changed' | 'saving' | 'failed' | 'conflict';

/**
 * The form of the details. The slug goes with the title until somebody writes another. Saves itself while nobody has
 * ever read the post; afterwards it waits to be told, since a change is seen at once.
 */
export function useDetailsForm({
  ref,
  view,
  site,
  title,
  onSaved,
  offered = null,
}: Pick<DetailsPanelProps, 'ref' | 'view' | 'site' | 'title' | 'onSaved' | 'offered'>) {
  const isPage = view.kind === 'page';
  const saved = useSavedDetails(view, onSaved);
  const { base, typed, conflict, failure, isSaving, send, idle, change } = saved;
  const wasPublic = base.publishedAt !== null;
  const [isTouched, setTouched] = useState(false);
  const [today] = useState(() => dayOf(new Date(), site.timeZone));
  const { followed, suggestion, setFollowing, giveWay } = useFollowedSlug(view, title, typed.slug, today);

  const edit = (part: Partial<PostDetails>) => {
    if (part.slug !== undefined) setFollowing(false);
    setTouched(true);
    change(part);
  };
  const [taken, setTaken] = useState(offered);
  if (offered !== taken) {
    setTaken(offered);
    if (offered !== null) edit(offered);
  }

  const form = completed(typed, followed, isPage ? null : today.slice(0, 7));
  const isPlaced = form.slug !== '' && (isPage || form.categoryId !== null);
  const check = useAddressCheck(view.postId, isPlaced ? form : null);
  if (check?.isTaken) giveWay();
  const canMove = !isPlaced || (check !== null && check.problem === null);
  // A wrong address does not keep the rest from being saved.
  const wanted = canMove
    ? form
    : { ...form, categoryId: base.categoryId, month: base.month, slug: base.slug };
  const changed = changes(base, wanted);
  const isOwed = !wasPublic && conflict === null && changes(base, form).length > 0;

  const latest = useRef({ isOwed, form, wanted, base, send });
  useEffect(() => {
    latest.current = { isOwed, form, wanted, base, send };
  });
  const waits =
    isOwed &&
    changed.length > 0 &&
    (isTouched || title !== view.draft.title) &&
    (!isPlaced || check !== null) &&
    failure === null &&
    !isSaving;
  const what = JSON.stringify(wanted);
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => {
      const now = latest.current;
      void now.send(now.base, now.wanted);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [what, waits]);

  useImperativeHandle(
    ref,
    () => ({
      settle: async () => {
        await idle();
        // Until what the last answer changed has been drawn.
        await new Promise((drawn) => setTimeout(drawn));
        const now = latest.current;
        // With the address as it is typed: the server says what is wrong with it.
        return !now.isOwed || now.send(now.base, now.form);
      },
    }),
    [idle],
  );

  // What the form would fill in by itself is not yet anybody's wish.
  const isWanted = isTouched || title !== view.draft.title;
  const isChanged = changes(base, form).length > 0 && isWanted;

  return {
    ...saved,
    form,
    wanted,
    changed,
    check,
    suggestion,
    state: stateOf({ ...saved, isChanged }),
    wasPublic,
    isPage,
    edit,
    follow: () => {
      setFollowing(true);
      setTouched(true);
    },
    reset: () => {
      setFollowing(false);
      saved.reset();
    },
  };
}

/** The slug that the title gives, for as long as nobody has chosen another. */
function useFollowedSlug(
  { kind, details, draft }: DetailsPanelProps['view'],
  title: string,
  typed: string,
  today: string,
) {
  const isPage = kind === 'page';
  const [isFollowing, setFollowing] = useState(
    () => details.publishedAt === null && followsTitle(details.slug, draft.title, isPage),
  );
  const suggestion = suggestedSlug(title, typed, today, isPage);
  const [turn, setTurn] = useState({ of: suggestion, n: 1 });
  const n = turn.of === suggestion ? turn.n : 1;
  const numbered = suggestion !== '' && n > 1 ? `${suggestion}-${n}` : suggestion;
  return {
    suggestion,
    /** Empty where somebody has chosen, or the title gives none. */
    followed: isFollowing ? numbered : '',
    setFollowing,
    /** What nobody chose gives way to another post that has it: `whisper-2`. */
    giveWay: () => {
      if (isFollowing && n < MOST_TURNS) setTurn({ of: suggestion, n: n + 1 });
    },
  };
}

/** What was filled in, with what the form fills in by itself: the slug of the title, the month of today. */
function completed(typed: PostDetails, slug: string, month: string | null): PostDetails {
  return { ...typed, month: month && (typed.month ?? month), slug: slug === '' ? typed.slug : slug };
}

function stateOf({
  conflict,
  isSaving,
  failure,
  isChanged,
}: Pick<ReturnType<typeof useSavedDetails>, 'conflict' | 'isSaving' | 'failure'> & {
  isChanged: boolean;
}): DetailsState {
  if (conflict) return 'conflict';
  if (isSaving) return 'saving';
  if (failure) return 'failed';
  return isChanged ? 'changed' : 'saved';
}
