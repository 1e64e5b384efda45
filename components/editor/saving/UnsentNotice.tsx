'use client';

import { useEffect, useState } from 'react';
import { useI18n } from '../../desk';
import { unsentDrafts, type UnsentDraft } from './storage';

/**
 * For the page on which one signs out: names what this browser keeps and the server does not have. It stays there,
 * and is sent once the same member has signed in again and opened the text.
 */
export function UnsentNotice({ memberId }: { memberId: string }) {
  const { t } = useI18n();
  const [drafts, setDrafts] = useState<UnsentDraft[]>([]);
  useEffect(() => {
    void unsentDrafts(memberId).then(setDrafts);
  }, [memberId]);
  return (
    <div role="alert">
      {drafts.length > 0 ? (
        <div className="notice notice-attention">
          <p>{t('saving.unsent', { count: drafts.length })}</p>
          <ul>
            {drafts.map(({ translationId, title }) => (
              <li key={translationId}>
                <a href={`/write/${translationId}/`}>{title === '' ? t('saving.untitled') : title}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
