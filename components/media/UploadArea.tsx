'use client';

import { useId, useRef, useState, type ReactNode } from 'react';
import { Button, useI18n } from '../desk';
import { Icon } from '../ui';
import { ACCEPTED_IMAGES } from './upload';
import type { PendingUpload } from './upload-many';

/** A place for files: a button that opens the device's own chooser, and everything in it takes what is dropped or pasted. */
export function UploadArea({
  label,
  isSeveral = true,
  pending,
  onFiles,
  onForget,
  children,
}: {
  /** Of the button. */
  label: string;
  isSeveral?: boolean;
  pending: readonly PendingUpload[];
  onFiles: (files: File[]) => void;
  onForget: (id: number) => void;
  children?: ReactNode;
}) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null | undefined): boolean => {
    const files = [...(list ?? [])].slice(0, isSeveral ? undefined : 1);
    if (files.length > 0) onFiles(files);
    return files.length > 0;
  };
  return (
    <div
      className="upload-area"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (take(event.dataTransfer.files)) event.preventDefault();
      }}
      onPaste={(event) => {
        if (take(event.clipboardData.files)) event.preventDefault();
      }}
    >
      <div className="upload-choose">
        <input
          ref={input}
          type="file"
          accept={ACCEPTED_IMAGES}
          multiple={isSeveral}
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            take(event.target.files);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
        <Button tone="primary" aria-describedby={hint} onClick={() => input.current?.click()}>
          <Icon name="upload" />
          {label}
        </Button>
        <p className="field-hint" id={hint}>
          {t('images.dropHint')}
        </p>
      </div>
      <Pending pending={pending} onForget={onForget} />
      {children}
    </div>
  );
}

function Pending({
  pending,
  onForget,
}: {
  pending: readonly PendingUpload[];
  onForget: (id: number) => void;
}) {
  const { t } = useI18n();
  return (
    <ul className="upload-list" aria-label={t('images.tray')} hidden={pending.length === 0}>
      {pending.map(({ id, name, progress, message }) => (
        <li key={id} className="upload" data-state={message === null ? 'uploading' : 'failed'}>
          <span className="upload-name">{name}</span>
          {message === null ? (
            <progress value={progress} aria-label={t('images.progressOf', { name })} />
          ) : (
            <>
              <span className="upload-message" role="alert">
                {message}
              </span>
              <Button tone="quiet" aria-label={t('images.dismissOf', { name })} onClick={() => onForget(id)}>
                {t('images.dismiss')}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
