'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { MediaDetail, MediaItem, MediaUse } from '@/lib/media/views';
import {
  Button,
  call,
  Dialog,
  FormFailure,
  useAction,
  useI18n,
  type Answer,
  type CallFailure,
} from '../desk';
import { DateTime, hrefOf } from '../ui';
import { sizeText } from './size';

/** A picture of the library: what is known of it, where it is used, and what can be done with it. */
export function MediaDialog({
  item,
  onClose,
  onDeleted,
}: {
  item: MediaItem;
  onClose: () => void;
  onDeleted: (item: MediaItem) => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const [answer, setAnswer] = useState<Answer<MediaDetail> | null>(null);
  useEffect(() => {
    const away = new AbortController();
    const { signal } = away;
    void call<MediaDetail>(i18n, 'GET', `/api/media/${item.id}/`, undefined, { signal }).then((it) => {
      if (!signal.aborted) setAnswer(it);
    });
    return () => away.abort();
  }, [i18n, item.id]);
  const detail = answer?.ok ? answer.value : null;
  return (
    <Dialog title={item.name} onClose={onClose} isWide>
      <div className="media-detail">
        <a className="media-picture" href={item.src} target="_blank" rel="noopener">
          <img
            src={item.variants[1]?.src ?? item.thumbnail}
            alt={item.name}
            width={item.width}
            height={item.height}
          />
        </a>
        <div>
          <Facts item={item} addresses={detail?.addresses ?? []} />
          <h3>{t('images.uses')}</h3>
          <div role="status">{answer === null ? <p>{t('images.usesLoading')}</p> : null}</div>
          <FormFailure failure={answer?.ok === false ? answer : null} />
          {detail && <Uses detail={detail} />}
          <div className="buttons media-acts">
            <CopyButton text={`![](${item.src})`} />
            {detail && <DeleteButton detail={detail} onDeleted={onDeleted} />}
          </div>
        </div>
      </div>
    </Dialog>
  );
}

function Uses({ detail: { uses, hiddenUses } }: { detail: MediaDetail }) {
  const { t } = useI18n();
  return (
    <>
      {uses.length === 0 && hiddenUses === 0 && <p>{t('images.noUses')}</p>}
      {uses.length > 0 && (
        <ul className="media-uses">
          {uses.map((use, index) => (
            <li key={index}>
              <Use use={use} />
            </li>
          ))}
        </ul>
      )}
      {hiddenUses > 0 && <p>{t('images.hiddenUses', { count: hiddenUses })}</p>}
    </>
  );
}

function Facts({ item, addresses }: { item: MediaItem; addresses: readonly string[] }) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <dl className="media-facts">
      <dt>{t('images.pixels', { width: item.width, height: item.height })}</dt>
      <dd>
        {item.type.replace('image/', '').toUpperCase()}, {sizeText(i18n, item.size)}
      </dd>
      <dt>{t('images.uploadedBy')}</dt>
      <dd>
        {item.owner ?? t('images.imported')}, <DateTime date={new Date(item.createdAt)} i18n={i18n} short />
      </dd>
      <dt>{t('images.address')}</dt>
      <dd className="media-address">{item.src}</dd>
      {addresses.length > 0 && (
        <>
          <dt>{t('images.oldAddresses')}</dt>
          {addresses.map((address) => (
            <dd key={address} className="media-address">
              {address}
            </dd>
          ))}
        </>
      )}
    </dl>
  );
}

function Use({ use }: { use: MediaUse }) {
  const { t } = useI18n();
  if (use.kind === 'logo') return t('images.useLogo');
  if (use.kind === 'avatar') {
    return <a href={hrefOf(`/authors/${use.handle}/`)}>{t('images.useAvatar', { name: use.name })}</a>;
  }
  const title = use.title || t('images.untitled');
  const href = use.translationId !== null ? `/write/${use.translationId}/` : use.path && hrefOf(use.path);
  const where = {
    public: t('images.wherePublic'),
    draft: t('images.whereDraft'),
    past: t('images.wherePast'),
  };
  return (
    <>
      {href === null ? (
        <span lang={use.language}>{title}</span>
      ) : (
        <a href={href} lang={use.language}>
          {title}
        </a>
      )}{' '}
      <span className="media-where">
        {use.kind === 'lead' ? t('images.useLead') : t('images.useText')}, {where[use.where]}
      </span>
    </>
  );
}

function CopyButton({ text }: { text: string }) {
  const { t } = useI18n();
  const [message, setMessage] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setMessage(t('images.copied'));
    } catch {
      setMessage(t('images.copyFailed'));
    }
  };
  return (
    <>
      <Button onClick={() => void copy()}>{t('images.copy')}</Button>
      <span className="media-said" role="status">
        {message}
      </span>
    </>
  );
}

function DeleteButton({ detail, onDeleted }: { detail: MediaDetail; onDeleted: (item: MediaItem) => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { item, uses, hiddenUses, mayDelete } = detail;
  const [isAsking, setAsking] = useState(false);
  const act = useCallback(() => call<undefined>(i18n, 'DELETE', `/api/media/${item.id}/`), [i18n, item.id]);
  const { run, isRunning, failure } = useAction(act, () => onDeleted(item));
  if (uses.length > 0 || hiddenUses > 0) return null;
  if (!mayDelete) return <p className="field-hint">{t('images.mayNotDelete')}</p>;
  if (!isAsking) {
    return (
      <Button tone="danger" onClick={() => setAsking(true)}>
        {t('images.delete')}
      </Button>
    );
  }
  return (
    <Confirm isRunning={isRunning} failure={failure} onYes={() => void run()} onNo={() => setAsking(false)} />
  );
}

function Confirm({
  isRunning,
  failure,
  onYes,
  onNo,
}: {
  isRunning: boolean;
  failure: CallFailure | null;
  onYes: () => void;
  onNo: () => void;
}) {
  const { t } = useI18n();
  const keep = useRef<HTMLButtonElement>(null);
  // The button that asked is gone, and the focus with it.
  useEffect(() => keep.current?.focus(), []);
  return (
    <div className="media-confirm" role="group" aria-label={t('images.delete')}>
      <p>{t('images.deleteConfirm')}</p>
      <div className="buttons">
        <Button onClick={onNo} ref={keep}>
          {t('images.deleteNo')}
        </Button>
        <Button tone="danger" isBusy={isRunning} onClick={onYes}>
          {t('images.deleteYes')}
        </Button>
      </div>
      <FormFailure failure={failure} />
    </div>
  );
}
