'use client';

import { useCallback, useState } from 'react';
import { Button, call, FormFailure, TextField, useAction, useI18n } from '../desk';
import { FormSection } from '../forms';

/** An editor's feed of drafts that wait for approval: its address is shown once, when it is made. */
export function ReviewFeed({ since: given }: { since: string | null }) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const [since, setSince] = useState(given);
  const [url, setUrl] = useState<string | null>(null);
  const make = useAction(
    useCallback(() => call<{ url: string }>(i18n, 'POST', '/api/review-feed/'), [i18n]),
    (made) => {
      setUrl(made.url);
      setSince(new Date().toISOString());
    },
  );
  const end = useAction(
    useCallback(() => call<undefined>(i18n, 'DELETE', '/api/review-feed/'), [i18n]),
    () => {
      setUrl(null);
      setSince(null);
    },
  );
  return (
    <div className="sheet" id="review-feed">
      <FormSection title={t('profile.reviewFeed')} note={t('profile.reviewFeedNote')}>
        {url !== null && (
          <TextField
            label={t('profile.reviewFeedAddress')}
            hint={t('profile.reviewFeedOnce')}
            className="control mono"
            value={url}
            readOnly
            onFocus={(event) => event.target.select()}
          />
        )}
        <p role="status">
          {since === null
            ? t('profile.reviewFeedNone')
            : t('profile.reviewFeedSince', { when: format.dateTime(new Date(since)) })}
        </p>
        <FormFailure failure={make.failure ?? end.failure} />
        <div className="buttons">
          <Button isBusy={make.isRunning} onClick={() => void make.run()}>
            {since === null ? t('profile.reviewFeedMake') : t('profile.reviewFeedRenew')}
          </Button>
          {since !== null && (
            <Button tone="danger" isBusy={end.isRunning} onClick={() => void end.run()}>
              {t('profile.reviewFeedEnd')}
            </Button>
          )}
        </div>
      </FormSection>
    </div>
  );
}
