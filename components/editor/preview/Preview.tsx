'use client';

import { useEffect, useRef } from 'react';
import { Button, useI18n } from '@/components/desk';
import { usePreview } from './store';
import type { PreviewStore } from './types';

/** Characters from which a title is set smaller, as on the page. */
const LONG_TITLE = 80;

/**
 * The article as readers will see it, following the source. Scrolls by itself, so the frame gives it a height. While it
 * is hidden (`hidden`, or a hidden parent) nothing is drawn; what changed meanwhile shows when it is seen again.
 */
export function Preview({
  store,
  title,
  summary = '',
  language,
}: {
  store: PreviewStore;
  title: string;
  /** Shown below the title where there is one. */
  summary?: string;
  /** Of the text. */
  language: string;
}) {
  const { t } = useI18n();
  const { status, words, outline } = usePreview(store);
  const pane = useRef<HTMLElement>(null);
  const article = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (pane.current === null || article.current === null) return undefined;
    return store.attach(pane.current, article.current);
  }, [store]);

  const isEmpty = status === 'ready' && words === 0 && outline.length === 0;
  return (
    // A region that scrolls is reached by the keyboard.
    <section className="live-preview" ref={pane} aria-label={t('livePreview.label')} tabIndex={0}>
      {status === 'stopped' && <p className="notice">{t('livePreview.stopped')}</p>}
      {status === 'failed' && (
        <div className="notice">
          <p>{t('livePreview.failed')}</p>
          <Button onClick={store.retry}>{t('livePreview.retry')}</Button>
        </div>
      )}
      <div className="live-preview-page" lang={language}>
        <h1 className={title.length > LONG_TITLE ? 'long' : undefined}>
          {title.trim() === '' ? (
            <span className="live-preview-blank">{t('livePreview.untitled')}</span>
          ) : (
            title
          )}
        </h1>
        {summary.trim() !== '' && <p className="live-preview-summary">{summary}</p>}
        {status === 'waiting' && <p className="live-preview-blank">{t('livePreview.waiting')}</p>}
        {isEmpty && <p className="live-preview-blank">{t('livePreview.empty')}</p>}
        <div className="prose" ref={article} />
      </div>
    </section>
  );
}
