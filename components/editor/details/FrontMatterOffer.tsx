'use client';

import { useCallback, useEffect, useState } from 'react';
import { Button, call, FormFailure, useI18n, type CallFailure } from '@/components/desk';
import type { PastedFrontMatter, PostDetails } from '@/lib/writing/types';
import { detailsFrom, type StoredDetails } from './form';
import type { FrontMatterOfferProps } from './types';

interface Line {
  key: string;
  label: string;
  value: string;
}

/** Front matter that was pasted with a text, offered as details of the post: each line can be left out. */
export function FrontMatterOffer({ view, choices, text, onTake, onLeave }: FrontMatterOfferProps) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const [found, setFound] = useState<PastedFrontMatter | null>(null);
  const [isRead, setRead] = useState(false);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const read = useCallback(
    (signal: AbortSignal) =>
      call<PastedFrontMatter | null>(
        i18n,
        'POST',
        `/api/translations/${view.translationId}/front-matter/`,
        { text },
        { signal },
      ),
    [i18n, view.translationId, text],
  );
  useEffect(() => {
    const gone = new AbortController();
    void read(gone.signal).then((answer) => {
      if (gone.signal.aborted) return;
      if (answer.ok) setFound(answer.value);
      else setFailure(answer);
      setRead(true);
    });
    return () => gone.abort();
  }, [read]);

  if (!isRead) return null;
  const details: Partial<PostDetails> = found
    ? revived({ ...view.details, ...found.details }, Object.keys(found.details))
    : {};
  const nameOf = (id: string) => choices.members.find((member) => member.id === id)?.name ?? id;
  const lines: Line[] = found
    ? [
        { key: 'title', label: t('details.frontPostTitle'), value: found.title ?? '' },
        {
          key: 'categoryId',
          label: t('details.category'),
          value: choices.categories.find(({ id }) => id === details.categoryId)?.name ?? '',
        },
        { key: 'month', label: t('details.month'), value: details.month ?? '' },
        { key: 'slug', label: t('details.slug'), value: details.slug ?? '' },
        { key: 'tags', label: t('details.tags'), value: format.list(details.tags ?? []) },
        {
          key: 'authorIds',
          label: t('details.authors'),
          value: format.list((details.authorIds ?? []).map(nameOf)),
        },
        {
          key: 'publishedAt',
          label: t('details.date'),
          value: details.publishedAt ? format.dateTime(details.publishedAt) : '',
        },
        { key: 'summary', label: t('details.summary'), value: found.summary ?? '' },
      ].filter(({ value }) => value !== '')
    : [];
  const unknown = found ? [...found.unknown.authors, found.unknown.category ?? ''].filter(Boolean) : [];
  const isFirst = view.details.publishedAt === null;
  const isTaken = (key: string) => lines.some((line) => line.key === key) && !left.includes(key);

  return (
    <section className="notice front-matter" aria-label={t('details.frontTitle')}>
      <h2>{t('details.frontTitle')}</h2>
      <FormFailure failure={failure} />
      {failure === null && lines.length === 0 ? <p>{t('details.frontNothing')}</p> : null}
      {lines.length > 0 ? (
        <>
          <p>{t('details.frontText')}</p>
          <ul>
            {lines.map(({ key, label, value }) => (
              <li key={key}>
                <label>
                  <input
                    type="checkbox"
                    checked={!left.includes(key)}
                    onChange={({ target }) =>
                      setLeft(target.checked ? left.filter((other) => other !== key) : [...left, key])
                    }
                  />
                  <span>{label}</span>
                  <strong>{value}</strong>
                </label>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {unknown.length > 0 ? (
        <p className="field-hint">{t('details.frontUnknown', { names: format.list(unknown) })}</p>
      ) : null}
      <div className="buttons">
        {lines.length > 0 ? (
          <Button
            tone="primary"
            onClick={() =>
              onTake({
                ...(isTaken('publishedAt') &&
                  isFirst &&
                  details.publishedAt && { date: details.publishedAt }),
                ...(isTaken('title') && found?.title && { title: found.title }),
                ...(isTaken('summary') && found?.summary && { summary: found.summary }),
                details: Object.fromEntries(
                  Object.entries(details).filter(
                    ([key]) => isTaken(key) && !(isFirst && key === 'publishedAt'),
                  ),
                ),
              })
            }
          >
            {t('details.frontTake')}
          </Button>
        ) : null}
        <Button tone="quiet" onClick={onLeave}>
          {t('details.frontLeave')}
        </Button>
      </div>
    </section>
  );
}

/** Only `keys` of the details, with a date that is one. */
function revived(stored: StoredDetails, keys: string[]): Partial<PostDetails> {
  return Object.fromEntries(Object.entries(detailsFrom(stored)).filter(([key]) => keys.includes(key)));
}
