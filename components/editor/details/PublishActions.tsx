'use client';

import { useId, useState } from 'react';
import { Button, useI18n } from '@/components/desk';
import { formats, type MessageKey } from '@/lib/i18n';
import type { EditorView } from '@/lib/writing/types';
import { DateField } from './DateField';
import type { SiteFacts } from './types';
import type { useSteps } from './usePublishing';

interface Props {
  view: EditorView;
  site: SiteFacts;
  /** When a first publication is to have been. */
  earlier: Date | null;
  isBlocked: boolean;
  /** Whether readers see something else than the draft. */
  hasChanges: boolean;
  steps: ReturnType<typeof useSteps>;
}

/** Publishing now or at a time, taking from readers and showing again: what the state of the text allows. */
export function PublishActions(props: Props) {
  const { view, hasChanges, steps } = props;
  const { t } = useI18n();
  const { may, schedule } = view;
  const mayPublish = may.publish || may.approve;
  return (
    <section className="publish-actions" aria-label={t('details.publishing')}>
      <h3>{t('details.publishing')}</h3>
      {schedule !== null ? <Schedule {...props} mayPublish={mayPublish} at={schedule.at} /> : null}
      {view.isPublic && !hasChanges && schedule === null ? <p>{t('details.upToDate')}</p> : null}
      {mayPublish && (!view.isPublic || hasChanges) ? <Publish {...props} /> : null}
      {may.hide && view.state === 'hidden' ? (
        <div className="publish-other">
          <p>{t('details.hiddenText')}</p>
          <Button isBusy={steps.isRunning} onClick={() => void steps.run('show')}>
            {t('details.show')}
          </Button>
        </div>
      ) : null}
      {may.hide && view.isPublic ? (
        <div className="publish-other">
          <p>{t('details.hideText')}</p>
          <Button tone="danger" isBusy={steps.isRunning} onClick={() => void steps.run('hide')}>
            {t('details.hide')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** When it will be published, and as which text. */
function Schedule({ view, site, steps, mayPublish, at }: Props & { mayPublish: boolean; at: Date }) {
  const { t, format, locale, timeZone } = useI18n();
  const there = formats(locale, site.timeZone).dateTime(at);
  return (
    <div className="notice">
      <p>
        {t('details.scheduled', { at: format.dateTime(at) })}
        {site.timeZone === timeZone ? '' : ` (${t('details.timeSite', { at: there })})`}
      </p>
      {view.schedule?.isOlderThanDraft ? <p>{t('details.scheduleOlder')}</p> : null}
      {mayPublish ? (
        <Button isBusy={steps.isRunning} onClick={() => void steps.run('unschedule')}>
          {t('details.unschedule')}
        </Button>
      ) : null}
    </div>
  );
}

/** Characters of what readers are told about a correction. */
const LONGEST_NOTE = 300;

type Mistake = 'past' | 'future' | 'missing';

const MISTAKES = {
  past: 'details.timePast',
  future: 'details.timeFuture',
  missing: 'details.timeMissing',
} as const satisfies Record<Mistake, MessageKey>;

/** What the button does that makes a text public: the words say it. */
function publishWord(view: EditorView, isLater: boolean): MessageKey {
  if (isLater) return view.schedule === null ? 'details.schedule' : 'details.reschedule';
  if (view.review.requestedAt !== null && view.may.approve) return 'details.approve';
  return view.isPublic ? 'details.publishChanges' : 'details.publishNow';
}

function Publish({ view, site, earlier, isBlocked, steps: { run, isRunning, failure } }: Props) {
  const { t, timeZone } = useI18n();
  const [isLater, setLater] = useState(false);
  const isFirst = view.details.publishedAt === null;
  const [at, setAt] = useState(isFirst ? earlier : null);
  const [mistake, setMistake] = useState<Mistake | null>(null);
  const [note, setNote] = useState('');
  const noteId = useId();
  const error = mistake ? t(MISTAKES[mistake]) : failure?.field === 'at' ? failure.message : undefined;
  const choose = (moment: Date | null) => {
    setAt(moment);
    setMistake(null);
  };
  const publish = () => {
    const isAhead = at !== null && at.getTime() > Date.now();
    if (!isLater && isAhead) setMistake('future');
    else if (!isLater) void run('publish', { ...(at !== null && { at }), ...(note !== '' && { note }) });
    else if (at === null) setMistake('missing');
    else if (!isAhead) setMistake('past');
    else void run('schedule', { at });
  };
  const date = (label: string) => (
    <DateField
      key={String(isLater)}
      label={label}
      value={at}
      siteZone={site.timeZone}
      error={error}
      onChange={choose}
    />
  );
  return (
    <>
      <fieldset className="field">
        <legend className="visually-hidden">{t('details.when')}</legend>
        <div className="choices">
          {[false, true].map((choice) => (
            <label key={String(choice)}>
              <input
                type="radio"
                name="when"
                checked={choice === isLater}
                onChange={() => {
                  setLater(choice);
                  choose(null);
                }}
              />
              {t(choice ? 'details.whenLater' : 'details.whenNow')}
            </label>
          ))}
        </div>
      </fieldset>
      {isLater ? (
        date(t('details.scheduleAt', { zone: timeZone }))
      ) : isFirst ? (
        <details className="publish-earlier" open={earlier !== null}>
          <summary>{t('details.earlier')}</summary>
          {date(t('details.earlierAt', { zone: timeZone }))}
        </details>
      ) : null}
      {view.isPublic && !isLater ? (
        <div className="field">
          <label htmlFor={noteId}>{t('details.changeNote')}</label>
          <input
            id={noteId}
            className="control"
            type="text"
            maxLength={LONGEST_NOTE}
            value={note}
            aria-describedby={`${noteId}-hint`}
            onChange={({ target }) => {
              setNote(target.value);
            }}
          />
          <p className="field-hint" id={`${noteId}-hint`}>
            {t('details.changeNoteHint')}
          </p>
        </div>
      ) : null}
      <div className="buttons">
        <Button tone="primary" disabled={isBlocked} isBusy={isRunning} onClick={publish}>
          {t(publishWord(view, isLater))}
        </Button>
      </div>
    </>
  );
}
