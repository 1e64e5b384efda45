'use client';

import { useId, useRef, useState, type ReactNode } from 'react';
import { answerOf, Button, useI18n } from '../desk';

export interface Picture {
  id: string;
  src: string;
  width: number;
  height: number;
}

/** A picture that is chosen from the device and uploaded at once; what it is for is saved with the form. */
export function PictureField({
  label,
  hint,
  picture,
  onChange,
  error,
  isSquare = false,
  standIn,
}: {
  label: string;
  hint?: string;
  picture: Omit<Picture, 'id'> | null;
  onChange: (picture: Picture | null) => void;
  error?: string | undefined;
  isSquare?: boolean;
  /** What is shown where there is no picture, here as elsewhere. */
  standIn: ReactNode;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function upload(file: File) {
    setBusy(true);
    setFailure(null);
    try {
      const response = await fetch(`/api/media/?name=${encodeURIComponent(file.name.normalize('NFC'))}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream', 'X-Language': i18n.locale },
        body: file,
      });
      const answer = answerOf<Picture>(i18n, response.status, await response.text());
      if (answer.ok) onChange(answer.value);
      else setFailure(answer.message);
    } catch {
      setFailure(t('request.offline'));
    } finally {
      setBusy(false);
    }
  }

  const wrong = failure ?? error;
  return (
    <div className="field picture-field" role="group" aria-labelledby={`${id}-label`}>
      <span className="field-label" id={`${id}-label`}>
        {label}
      </span>
      <div className="picture-field-row">
        {picture === null ? (
          standIn
        ) : (
          <img
            className={isSquare ? 'picture picture-square' : 'picture'}
            src={picture.src}
            width={picture.width}
            height={picture.height}
            alt={t('admin.pictureNow')}
          />
        )}
        <div className="buttons">
          <Button
            isBusy={isBusy}
            aria-describedby={hint ? `${id}-hint` : undefined}
            onClick={() => {
              if (!isBusy) input.current?.click();
            }}
          >
            {isBusy
              ? t('admin.pictureUploading')
              : picture === null
                ? t('admin.pictureChoose')
                : t('admin.pictureReplace')}
          </Button>
          {picture !== null && (
            <Button tone="quiet" onClick={() => onChange(null)}>
              {t('admin.pictureRemove')}
            </Button>
          )}
        </div>
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          tabIndex={-1}
          aria-label={label}
          accept="image/png,image/jpeg,image/webp,image/gif,image/avif,image/heic,image/heif"
          onChange={(event) => {
            const file = event.target.files?.[0];
            // So that the same file can be chosen again after a failure.
            event.target.value = '';
            if (file) void upload(file);
          }}
        />
      </div>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <p className="field-error" role="alert">
        {wrong}
      </p>
    </div>
  );
}
