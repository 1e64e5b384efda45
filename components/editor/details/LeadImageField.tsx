'use client';

import { useEffect, useState } from 'react';
import { Button, call, useI18n } from '@/components/desk';
import { MediaPicker } from '@/components/media';
import type { MediaDetail } from '@/lib/media/views';

/** The picture that lists and shared links show. */
export function LeadImageField({
  value,
  onChange,
  error,
}: {
  /** Id of a picture. */
  value: string | null;
  onChange: (id: string | null) => void;
  error: string | undefined;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const [isPicking, setPicking] = useState(false);
  const [shown, setShown] = useState<{ id: string; src: string; name: string } | null>(null);
  useEffect(() => {
    if (value === null || shown?.id === value) return;
    const gone = new AbortController();
    void call<MediaDetail>(i18n, 'GET', `/api/media/${value}/`, undefined, { signal: gone.signal }).then(
      (answer) => {
        if (answer.ok) {
          setShown({ id: value, src: answer.value.item.thumbnail, name: answer.value.item.name });
        }
      },
    );
    return () => gone.abort();
  }, [i18n, value, shown]);

  return (
    <div className="field" role="group" aria-label={t('details.leadImage')}>
      <span className="field-label">{t('details.leadImage')}</span>
      {value !== null && shown?.id === value ? (
        <figure className="lead-image">
          <img src={shown.src} alt="" />
          <figcaption>{shown.name}</figcaption>
        </figure>
      ) : null}
      <div className="buttons">
        <Button data-place="leadImage" onClick={() => setPicking(true)}>
          {t(value === null ? 'details.leadChoose' : 'details.leadChange')}
        </Button>
        {value === null ? null : (
          <Button tone="quiet" onClick={() => onChange(null)}>
            {t('details.leadRemove')}
          </Button>
        )}
      </div>
      <p className="field-hint">{t('details.leadHint')}</p>
      <p className="field-error" role="alert">
        {error}
      </p>
      {isPicking ? (
        <MediaPicker
          title={t('details.leadImage')}
          onPick={({ id, src, name }) => {
            setShown({ id, src, name });
            onChange(id);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </div>
  );
}
