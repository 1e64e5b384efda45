'use client';

import { useId, useRef, useState } from 'react';
import { Button, isComposing, useI18n } from '../../desk';
import { ACCEPTED_IMAGES } from '../../media';
import { Icon } from '../../ui';
import type { ImageUploads, ImageUploadsState, Upload } from './types';

/** What is being uploaded into the text, and what has just been: how far, what went wrong, what can be done about it. */
export function UploadTray({ uploads, state }: { uploads: ImageUploads; state: ImageUploadsState }) {
  const { t } = useI18n();
  const id = useId();
  const all = state.uploads;
  const isActive = ({ state }: Upload) => state === 'waiting' || state === 'uploading';
  const isFailed = ({ state }: Upload) => state === 'failed' || state === 'interrupted';
  const finished = all.filter(({ state }) => state === 'done');
  const summary =
    all.length === 0
      ? ''
      : t('images.trayCount', {
          active: all.filter(isActive).length,
          done: finished.length,
          failed: all.filter(isFailed).length,
        });
  return (
    <section
      className="upload-tray"
      aria-labelledby={`${id}-title`}
      data-empty={all.length === 0 || undefined}
    >
      <header className="upload-tray-head">
        <h2 id={`${id}-title`}>{t('images.tray')}</h2>
        {/* Says only how many are where; progress would be read all the time. */}
        <p role="status">{summary}</p>
        {finished.length > 0 && (
          <Button tone="quiet" onClick={() => finished.forEach(({ key }) => uploads.dismiss(key))}>
            {t('images.dismissAll')}
          </Button>
        )}
      </header>
      <ul className="upload-list" aria-labelledby={`${id}-title`}>
        {all.map((upload) => (
          <Row key={upload.key} upload={upload} uploads={uploads} />
        ))}
      </ul>
    </section>
  );
}

function Row({ upload, uploads }: { upload: Upload; uploads: ImageUploads }) {
  const { t } = useI18n();
  const { key, name, state, progress, message, image } = upload;
  return (
    <li className="upload" data-state={state}>
      {image !== null && <img className="upload-picture" src={thumbnailOf(image)} alt="" />}
      <div className="upload-facts">
        <span className="upload-name">{name}</span>
        {state === 'uploading' && (
          <progress
            value={progress < 1 ? progress : undefined}
            aria-label={t('images.progressOf', { name })}
          />
        )}
        <span className="upload-message">
          {state === 'interrupted' ? t('images.interruptedText') : (message ?? wordsFor(t, upload))}
        </span>
        {state === 'done' && upload.isInText && <AltField upload={upload} uploads={uploads} />}
      </div>
      <div className="upload-acts">
        {(state === 'waiting' || state === 'uploading') && (
          <Button
            tone="quiet"
            aria-label={t('images.cancelOf', { name })}
            onClick={() => uploads.cancel(key)}
          >
            {t('images.cancel')}
          </Button>
        )}
        {state === 'failed' && upload.canRetry && (
          <Button aria-label={t('images.retryOf', { name })} onClick={() => uploads.retry(key)}>
            {t('images.retry')}
          </Button>
        )}
        {state === 'interrupted' && <ResumeButton upload={upload} uploads={uploads} />}
        {(state === 'failed' || state === 'interrupted') && (
          <Button
            tone="quiet"
            aria-label={t('images.removeOf', { name })}
            onClick={() => uploads.remove(key)}
          >
            {t('images.remove')}
          </Button>
        )}
        {state === 'done' && !upload.isInText && image !== null && (
          <Button
            aria-label={t('images.insertHereOf', { name })}
            onClick={() => {
              uploads.dismiss(key);
              uploads.insertImage(image);
            }}
          >
            {t('images.insertHere')}
          </Button>
        )}
        {state === 'done' && (
          <Button
            tone="quiet"
            className="icon-button"
            aria-label={t('images.dismissOf', { name })}
            onClick={() => uploads.dismiss(key)}
          >
            <Icon name="close" />
          </Button>
        )}
      </div>
    </li>
  );
}

const thumbnailOf = (image: NonNullable<Upload['image']>): string => image.variants[0]?.src ?? image.src;

function wordsFor(t: ReturnType<typeof useI18n>['t'], { state, progress, isInText }: Upload): string {
  if (state === 'waiting') return t('images.waiting');
  if (state === 'uploading') return progress < 1 ? t('images.uploading') : t('images.processing');
  if (state !== 'done') return '';
  return isInText ? t('images.done') : t('images.doneElsewhere');
}

/** Asks for the words while the picture is still in mind. */
function AltField({ upload: { key }, uploads }: { upload: Upload; uploads: ImageUploads }) {
  const { t } = useI18n();
  const id = useId();
  const [alt, setAlt] = useState('');
  const [written, setWritten] = useState('');
  const write = (): void => {
    const words = alt.trim();
    if (words === '' || words === written) return;
    uploads.setAlt(key, words);
    setWritten(words);
  };
  return (
    <form
      className="upload-alt"
      onSubmit={(event) => {
        event.preventDefault();
        write();
      }}
    >
      <label htmlFor={id}>{t('images.altLabel')}</label>
      <input
        className="control"
        id={id}
        value={alt}
        maxLength={1_000}
        placeholder={t('images.altShort')}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setAlt(event.target.value)}
        onBlur={write}
        onKeyDown={(event) => {
          // Enter ends a composition of Hangul first.
          if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
        }}
      />
      <Button type="submit" tone="quiet">
        {t('images.altSave')}
      </Button>
      <p className="visually-hidden" id={`${id}-hint`}>
        {t('images.altHint')}
      </p>
    </form>
  );
}

function ResumeButton({ upload: { key, name }, uploads }: { upload: Upload; uploads: ImageUploads }) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED_IMAGES}
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) uploads.resume(key, file);
        }}
      />
      <Button aria-label={t('images.resumeOf', { name })} onClick={() => input.current?.click()}>
        {t('images.resume')}
      </Button>
    </>
  );
}
