'use client';

import { useState } from 'react';
import { Button, useI18n } from '@/components/desk';

/** An address to pass on, whole and selectable, with a button that copies it. */
export function Copy({ text, label }: { text: string; label: string }) {
  const { t } = useI18n();
  const [said, setSaid] = useState('');
  return (
    <div className="copy">
      <input
        className="control"
        readOnly
        value={text}
        aria-label={label}
        onFocus={({ target }) => target.select()}
      />
      <Button
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setSaid(t('details.copied')),
            // Refused by the browser: it stands there to be copied by hand.
            () => setSaid(t('details.copyByHand')),
          );
        }}
      >
        {t('details.copy')}
      </Button>
      <span role="status" className="field-hint">
        {said}
      </span>
    </div>
  );
}
