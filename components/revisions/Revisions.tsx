'use client';

import { useCallback, useEffect, useState } from 'react';
import type { RevisionItem, RevisionView } from '@/lib/writing/types';
import { Button, call, Dialog, FormFailure, leaveFor, useAction, useI18n, type Answer } from '../desk';
import { Comparison } from './Comparison';
import { InlineDiff } from './InlineDiff';
import { RenderedComparison } from './RenderedComparison';
import { RevisionTable } from './RevisionTable';

/**
 * The history of a text: every revision with who made it, when and why; any two compared; any one put back into the
 * draft as a new one.
 */
export function Revisions({
  translationId,
  revisions,
  language,
  nonce,
  now,
}: {
  translationId: string;
  /** Newest first. */
  revisions: RevisionItem[];
  /** Of the text, BCP 47. */
  language: string;
  /** Of the page's content policy. */
  nonce: string;
  /** ISO 8601, the server's clock: times are told as seen from it. */
  now: string;
}) {
  const { t } = useI18n();
  const [newest, second] = revisions;
  const [pair, setPair] = useState({ before: (second ?? newest)?.id ?? '', after: newest?.id ?? '' });
  const [restoring, setRestoring] = useState<RevisionItem | null>(null);
  const label = (id: string) => {
    const item = revisions.find((it) => it.id === id);
    return item ? t('revisions.number', { number: item.number }) : '';
  };

  if (newest === undefined) return <p className="notice">{t('revisions.none')}</p>;
  return (
    <div className="revisions">
      <RevisionTable
        revisions={revisions}
        pair={pair}
        onPair={setPair}
        onRestore={setRestoring}
        language={language}
        now={now}
      />
      {revisions.length > 1 ? (
        <section aria-labelledby="compare-title" className="revisions-compare">
          <h2 id="compare-title">
            {t('revisions.compareTitle', { before: label(pair.before), after: label(pair.after) })}
          </h2>
          <Compared key={`${pair.before} ${pair.after}`} pair={pair} label={label} nonce={nonce} />
        </section>
      ) : null}
      {restoring ? (
        <RestoreDialog
          translationId={translationId}
          revision={restoring}
          onClose={() => setRestoring(null)}
        />
      ) : null}
    </div>
  );
}

/** Revisions never change, so one that was read is kept. */
const read = new Map<string, RevisionView>();

function Compared({
  pair,
  label,
  nonce,
}: {
  pair: { before: string; after: string };
  label: (id: string) => string;
  nonce: string;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const [view, setView] = useState<'source' | 'rendered'>('source');
  const [sides, setSides] = useState<{ before: RevisionView; after: RevisionView } | null>(null);
  const [failure, setFailure] = useState<Extract<Answer<never>, { ok: false }> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { before, after } = pair;

  useEffect(() => {
    let isOver = false;
    const ask = async (id: string): Promise<Answer<RevisionView>> => {
      const known = read.get(id);
      if (known) return { ok: true, value: known };
      const answer = await call<RevisionView>(i18n, 'GET', `/api/revisions/${id}/`);
      if (answer.ok) read.set(id, answer.value);
      return answer;
    };
    void Promise.all([ask(before), ask(after)]).then(([one, other]) => {
      if (isOver) return;
      if (one.ok && other.ok) setSides({ before: one.value, after: other.value });
      else setFailure(one.ok ? (other.ok ? null : other) : one);
    });
    return () => {
      isOver = true;
    };
  }, [i18n, before, after, attempt]);

  if (failure) {
    return (
      <>
        <FormFailure failure={failure} />
        <Button
          onClick={() => {
            setFailure(null);
            setAttempt(attempt + 1);
          }}
        >
          {t('revisions.again')}
        </Button>
      </>
    );
  }
  if (!sides) return <p aria-live="polite">{t('revisions.loading')}</p>;
  const [old, young] = [sides.before, sides.after];
  const names = { before: label(before), after: label(after) };
  return (
    <>
      <div className="buttons revisions-view" role="group" aria-label={t('revisions.view')}>
        <Button aria-pressed={view === 'source'} onClick={() => setView('source')}>
          {t('revisions.source')}
        </Button>
        <Button aria-pressed={view === 'rendered'} onClick={() => setView('rendered')}>
          {t('revisions.rendered')}
        </Button>
      </div>
      <dl className="revisions-fields">
        {old.title !== '' || young.title !== '' ? (
          <>
            <dt>{t('revisions.titleField')}</dt>
            <dd>
              <InlineDiff before={old.title} after={young.title} lang={young.language} />
            </dd>
          </>
        ) : null}
        {old.summary !== '' || young.summary !== '' ? (
          <>
            <dt>{t('revisions.summaryField')}</dt>
            <dd>
              <InlineDiff before={old.summary} after={young.summary} lang={young.language} />
            </dd>
          </>
        ) : null}
      </dl>
      {view === 'source' ? (
        <Comparison
          before={{ label: names.before, text: old.source }}
          after={{ label: names.after, text: young.source }}
          nonce={nonce}
          lang={young.language}
        />
      ) : (
        <RenderedComparison
          before={{ label: names.before, html: old.html }}
          after={{ label: names.after, html: young.html }}
          lang={young.language}
        />
      )}
    </>
  );
}

function RestoreDialog({
  translationId,
  revision,
  onClose,
}: {
  translationId: string;
  revision: RevisionItem;
  onClose: () => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const restore = useCallback(async (): Promise<Answer<unknown>> => {
    // What the draft is by now stays in the history, so the present version is the right one to build upon.
    const draft = await call<{ version: number }>(i18n, 'GET', `/api/drafts/${translationId}/`);
    if (!draft.ok) return draft;
    const body = { draftVersion: draft.value.version };
    return call(i18n, 'POST', `/api/revisions/${revision.id}/restore/`, body);
  }, [i18n, translationId, revision.id]);
  const { run, isRunning, failure } = useAction(
    restore,
    useCallback(() => leaveFor(`/write/${translationId}/`), [translationId]),
  );
  return (
    <Dialog title={t('revisions.restoreTitle', { number: revision.number })} onClose={onClose}>
      <p>{t('revisions.restoreExplained')}</p>
      <FormFailure failure={failure} />
      <div className="buttons">
        <Button tone="primary" isBusy={isRunning} onClick={() => void run()}>
          {t('revisions.restoreNow')}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          {t('revisions.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
