'use client';

import { useEffect, useState } from 'react';
import { call, useI18n } from '@/components/desk';
import { identified } from '@/lib/papers/identifiers';
import type { FoundPapers, KnownPaper } from '@/lib/papers/types';
import { lineOf } from './papers';
import { useOptions } from './useOptions';

/** Milliseconds without a key after which papers are looked for. */
const PAUSE = 200;

/** The input and what was found for what is typed in it. */
export function PaperInputBox({
  id,
  ref,
  error,
  onPick,
  onMeant,
  onNew,
}: {
  id: string;
  ref: React.RefObject<HTMLInputElement | null>;
  error: string | undefined;
  onPick: (paper: KnownPaper) => void;
  /** Enter on an id or an address for which nothing is chosen. */
  onMeant: (typed: string) => void;
  onNew: (typed: string) => void;
}) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<{ of: string; papers: KnownPaper[] }>({ of: '', papers: [] });
  const words = typed.trim();

  useEffect(() => {
    if (words === '') return;
    const asked = new AbortController();
    const timer = setTimeout(() => {
      void call<FoundPapers>(i18n, 'GET', `/api/papers/?q=${encodeURIComponent(words)}`, undefined, {
        signal: asked.signal,
      }).then((answer) => {
        if (!asked.signal.aborted) setFound({ of: words, papers: answer.ok ? answer.value.papers : [] });
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [i18n, words]);

  const isAnswered = words !== '' && found.of === words;
  const papers = isAnswered ? found.papers : [];
  const options = [...papers, ...(isAnswered ? [null] : [])];
  const take = () => {
    setTyped('');
    close();
    return words;
  };
  const { field, list, show, open, close } = useOptions({
    id,
    options,
    onPick: (option) => {
      const text = take();
      if (option) onPick(option);
      else onNew(text);
    },
    onEnter: () => {
      if (words === '') return;
      if (identified(words)) onMeant(take());
      else open();
    },
  });

  return (
    <>
      <input
        ref={ref}
        id={id}
        className="control"
        data-place="papers"
        {...field}
        spellCheck={false}
        aria-describedby={`${id}-hint ${id}-error`}
        aria-invalid={error ? true : undefined}
        maxLength={2_000}
        onChange={({ target }) => {
          setTyped(target.value);
          show(true);
        }}
        // What is typed stays.
        onBlur={close}
        onFocus={open}
      />
      {list(
        t('details.papers'),
        (paper) => paper?.id ?? '',
        (paper) =>
          paper ? (
            <span className="paper-name">
              {paper.title}
              <small>{lineOf(paper, i18n)}</small>
              {paper.reviews.length > 0 ? (
                <small>
                  {t('paperField.reviewed', {
                    names: format.list([...new Set(paper.reviews.flatMap(({ authors }) => authors))]),
                    count: paper.posts,
                  })}
                </small>
              ) : null}
            </span>
          ) : (
            t('paperField.new', { typed: words.length > 60 ? `${words.slice(0, 60)}…` : words })
          ),
      )}
      <p className="field-hint" id={`${id}-hint`}>
        {t('paperField.hint')}
      </p>
      <p className="field-error" id={`${id}-error`} role="alert">
        {error}
      </p>
    </>
  );
}
