'use client';

import { useCallback, useState } from 'react';
import { Button, call, FormFailure, useAction, useI18n } from '@/components/desk';
import type { PreviewLink } from '@/lib/writing/types';
import { Copy } from './Copy';

type Stored = Omit<PreviewLink, 'createdAt' | 'expiresAt'> & { createdAt: string; expiresAt: string };

/** A new link as it is told this once; only its digest is kept. */
interface NewLink extends Stored {
  url: string;
}

/** Links by which someone without an account sees the draft: made, listed, revoked. */
export function PreviewLinks({ translationId }: { translationId: string; origin: string }) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const [links, setLinks] = useState<Stored[] | null>(null);
  const [made, setMade] = useState<NewLink | null>(null);
  const address = `/api/translations/${translationId}/preview-links/`;

  const list = useAction(
    useCallback(() => call<Stored[]>(i18n, 'GET', address), [i18n, address]),
    setLinks,
  );
  const make = useAction(
    useCallback(() => call<NewLink>(i18n, 'POST', address), [i18n, address]),
    (link) => {
      setMade(link);
      setLinks((before) => [link, ...(before ?? [])]);
    },
  );
  const revoke = useAction(
    useCallback(
      async (id: string) => {
        const answer = await call<unknown>(i18n, 'DELETE', `/api/preview-links/${id}/`);
        return answer.ok ? { ok: true as const, value: id } : answer;
      },
      [i18n],
    ),
    (id) => {
      setMade((before) => (before?.id === id ? null : before));
      setLinks((before) => (before ?? []).filter((link) => link.id !== id));
    },
  );

  return (
    <details
      className="preview-links"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && links === null) void list.run();
      }}
    >
      <summary>{t('details.previewLinks')}</summary>
      <p className="field-hint">{t('details.previewText')}</p>
      <Button isBusy={make.isRunning} onClick={() => void make.run()}>
        {t('details.previewMake')}
      </Button>
      <div role="status">
        {made ? (
          <>
            <p>{t('details.previewOnce')}</p>
            <Copy text={made.url} label={t('details.previewAddress')} />
          </>
        ) : null}
      </div>
      <FormFailure failure={make.failure ?? revoke.failure ?? list.failure} />
      {links !== null && links.length > 0 ? (
        <ul className="lines">
          {links.map((link) => (
            <li key={link.id} className="preview-link">
              <span>
                {t('details.previewFrom', {
                  at: format.shortDateTime(new Date(link.createdAt)),
                  until: format.shortDateTime(new Date(link.expiresAt)),
                })}
                {link.createdBy ? ` · ${link.createdBy}` : ''}
              </span>
              <Button
                tone="quiet"
                isBusy={revoke.isRunning}
                aria-label={t('details.previewRevokeOf', {
                  at: format.shortDateTime(new Date(link.createdAt)),
                })}
                onClick={() => void revoke.run(link.id)}
              >
                {t('details.previewRevoke')}
              </Button>
            </li>
          ))}
        </ul>
      ) : links !== null ? (
        <p className="field-hint">{t('details.previewNone')}</p>
      ) : null}
    </details>
  );
}
