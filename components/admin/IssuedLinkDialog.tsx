'use client';

import { useState } from 'react';
import type { IssuedLink } from '@/lib/members/types';
import { Button, Dialog, TextField, useI18n } from '../desk';

/** A one-time link to pass on. It is shown this once: only its digest is kept. */
export function IssuedLinkDialog({
  title,
  link: { link, expiresAt },
  onClose,
}: {
  title: string;
  link: IssuedLink;
  onClose: () => void;
}) {
  const { t, format } = useI18n();
  const [isCopied, setCopied] = useState(false);
  return (
    <Dialog title={title} onClose={onClose}>
      <TextField
        label={t('admin.link')}
        hint={t('admin.linkHint', { until: format.dateTime(new Date(expiresAt)) })}
        className="control mono"
        value={link}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <div className="buttons dialog-end">
        <p role="status" className="field-hint">
          {isCopied ? t('post.copied') : ''}
        </p>
        <Button
          tone="primary"
          onClick={() => {
            // There is none without https; the link can be selected all the same.
            const { clipboard } = navigator as { clipboard?: Clipboard };
            void clipboard?.writeText(link).then(
              () => setCopied(true),
              () => setCopied(false),
            );
          }}
        >
          {t('admin.copyLink')}
        </Button>
      </div>
    </Dialog>
  );
}
