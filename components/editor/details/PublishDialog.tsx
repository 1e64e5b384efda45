'use client';

import { useState } from 'react';
import { Button, Dialog, FormFailure, useI18n } from '@/components/desk';
import { localizePath, hrefOf, type MessageKey } from '@/lib/i18n';
import { CheckList } from './CheckList';
import { checkItems } from './checks';
import { Copy } from './Copy';
import { PreviewLinks } from './PreviewLinks';
import { PublishActions } from './PublishActions';
import { ReviewActions } from './ReviewActions';
import type { PublishDialogProps } from './types';
import { useSettled, useSteps, type Done, type Step } from './usePublishing';

const DONE = {
  publish: 'details.donePublish',
  schedule: 'details.doneSchedule',
  unschedule: 'details.doneUnschedule',
  hide: 'details.doneHide',
  show: 'details.doneShow',
  'request-review': 'details.doneRequest',
  'withdraw-review': 'details.doneWithdraw',
  'return-to-writer': 'details.doneReturn',
} as const satisfies Record<Step, MessageKey>;

/** What is left to do before readers see a text, and everything that brings it to them or takes it away. */
export function PublishDialog(props: PublishDialogProps) {
  const { view, details, path, site, text, earlier = null, save, onJump, onChanged, onClose } = props;
  const { t, format } = useI18n();
  const [done, setDone] = useState<Done | null>(null);
  const settled = useSettled(save);
  const steps = useSteps(view, save, async (what) => {
    setDone(what);
    await onChanged();
  });

  if (done !== null) {
    const isSeen = done.step === 'publish' || done.step === 'show';
    const href = hrefOf(done.href ?? localizePath(path, view.language));
    return (
      <Dialog title={t('details.publishTitle')} onClose={onClose}>
        <p role="status" className="publish-done">
          {t(DONE[done.step], { at: done.at ? format.dateTime(done.at) : '' })}
        </p>
        {isSeen ? (
          <>
            <Copy text={site.origin + href} label={t('details.pageAddress')} />
            <div className="buttons dialog-buttons">
              <a className="button button-primary" href={href}>
                {t('details.pageOpen')}
              </a>
              <Button onClick={onClose}>{t('desk.close')}</Button>
            </div>
          </>
        ) : (
          <div className="buttons dialog-buttons">
            {done.step === 'hide' ? (
              <Button isBusy={steps.isRunning} onClick={() => void steps.run('show')}>
                {t('desk.undo')}
              </Button>
            ) : null}
            <Button onClick={onClose}>{t('desk.close')}</Button>
          </div>
        )}
        <FormFailure failure={steps.failure} />
      </Dialog>
    );
  }

  const { failure, version } = settled;
  const items = checkItems(details, view.kind === 'page', text);
  const isIncomplete = items.some(({ level }) => level === 'blocking');
  const isBlocked = version === null || isIncomplete;
  const hasChanges = view.published !== null || (version !== null && version !== view.draft.version);
  return (
    <Dialog title={t('details.publishTitle')} onClose={onClose}>
      <section aria-label={t('details.checks')} className="publish-checks">
        <h3>{t('details.checks')}</h3>
        <FormFailure failure={failure} />
        {failure !== null ? <Button onClick={settled.again}>{t('details.again')}</Button> : null}
        <p role="status" className="visually-hidden">
          {version === null && failure === null ? t('details.checking') : ''}
        </p>
        <CheckList
          items={items}
          onJump={(place) => {
            onClose();
            // A dialog that closes gives the focus back first.
            requestAnimationFrame(() => onJump(place));
          }}
        />
      </section>
      <ReviewActions view={view} isBlocked={isBlocked} hasChanges={hasChanges} steps={steps} />
      {isIncomplete ? <p className="field-hint">{t('details.blocked')}</p> : null}
      <PublishActions
        earlier={earlier}
        view={view}
        site={site}
        isBlocked={isBlocked}
        hasChanges={hasChanges}
        steps={steps}
      />
      <FormFailure failure={steps.failure} fields={['at', 'note']} />
      {view.may.share ? <PreviewLinks translationId={view.translationId} origin={site.origin} /> : null}
    </Dialog>
  );
}
