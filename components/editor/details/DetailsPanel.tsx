'use client';

import { Button, FormFailure, useI18n } from '@/components/desk';
import { languageName, type MessageKey } from '@/lib/i18n';
import type { KnownPaper } from '@/lib/papers/types';
import type { PostDetails } from '@/lib/writing/types';
import { AddressFields } from './AddressFields';
import { AuthorField } from './AuthorField';
import { DateField } from './DateField';
import { DetailsConflictNotice } from './DetailsConflictNotice';
import type { DetailField } from './form';
import { LeadImageField } from './LeadImageField';
import { PaperField } from './PaperField';
import { SummaryField } from './SummaryField';
import { TagField } from './TagField';
import type { DetailsPanelProps } from './types';
import { useDetailsForm, type DetailsState } from './useDetailsForm';
import { useKnownPapers } from './useKnownPapers';

const NAMES = {
  categoryId: 'details.category',
  month: 'details.month',
  slug: 'details.slug',
  tags: 'details.tags',
  authorIds: 'details.authors',
  paperIds: 'details.papers',
  leadMediaId: 'details.leadImage',
  publishedAt: 'details.date',
} as const satisfies Record<DetailField, MessageKey>;

/** Everything about a post that is not its text, as a form. */
export function DetailsPanel(props: DetailsPanelProps) {
  const { view, choices, site, summary, summaryField } = props;
  const { t, locale } = useI18n();
  const details = useDetailsForm(props);
  const papers = useKnownPapers(view.papers, details);
  const { form, edit, failure, isPage } = details;
  const errors: Partial<Record<keyof PostDetails, string>> =
    failure?.field === undefined ? {} : { [failure.field]: failure.message };

  return (
    <section className="details" aria-label={t('details.title')}>
      <AddressFields
        form={form}
        isPage={isPage}
        categories={choices.categories}
        origin={site.origin}
        path={details.savedPath}
        suggestion={details.suggestion}
        check={details.check}
        errors={errors}
        onChange={edit}
        onFollow={details.follow}
      />
      {isPage ? null : (
        <>
          <TagField
            value={form.tags}
            known={choices.tags}
            onChange={(tags) => edit({ tags })}
            error={errors.tags}
          />
          <AuthorField
            value={form.authorIds}
            members={choices.members}
            onChange={(authorIds) => edit({ authorIds })}
            error={errors.authorIds}
          />
          <PaperField
            value={form.paperIds}
            known={papers.known}
            onKnown={papers.know}
            onChange={(paperIds) => edit({ paperIds })}
            text={props.text}
            error={errors.paperIds}
          />
          <LeadImageField
            value={form.leadMediaId}
            onChange={(leadMediaId) => edit({ leadMediaId })}
            error={errors.leadMediaId}
          />
        </>
      )}
      <SummaryField value={summary} field={summaryField} />
      {details.wasPublic ? (
        <DateField
          key={details.base.publishedAt?.getTime()}
          label={t('details.date')}
          value={form.publishedAt}
          siteZone={site.timeZone}
          error={errors.publishedAt}
          onChange={(publishedAt) => {
            if (publishedAt !== null) edit({ publishedAt });
          }}
        />
      ) : null}
      <p className="details-language">
        {t('details.language', { language: languageName(view.language, locale) })}
      </p>
      <Saving details={details} choices={choices} papers={papers.known} />
    </section>
  );
}

const STATES = {
  saved: 'details.stateSaved',
  changed: 'details.stateChanged',
  saving: 'details.stateSaving',
  failed: 'details.stateFailed',
  conflict: 'details.stateConflict',
} as const satisfies Record<DetailsState, MessageKey>;

/** How the form stands with the server: what waits to be applied, what failed, what somebody else changed. */
function Saving({
  details,
  choices,
  papers,
}: Pick<DetailsPanelProps, 'choices'> & { papers: ReadonlyMap<string, KnownPaper> } & {
  details: ReturnType<typeof useDetailsForm>;
}) {
  const { t, format } = useI18n();
  const { base, wanted, changed, conflict, failure, form, state, wasPublic } = details;
  const send = () => void details.send(base, wanted);
  const to = changed.some((field) => field === 'categoryId' || field === 'month' || field === 'slug')
    ? details.check?.path
    : null;
  return (
    <>
      <FormFailure failure={conflict === null ? failure : null} fields={Object.keys(NAMES)} />
      {conflict !== null ? (
        <DetailsConflictNotice
          conflict={conflict}
          mine={form}
          choices={choices}
          nameOf={(field) => t(NAMES[field])}
          titleOf={(id) => papers.get(id)?.title ?? id}
          onResolve={details.resolve}
        />
      ) : wasPublic && changed.length > 0 ? (
        <div className="notice details-apply">
          <p>{t('details.applyText', { fields: format.list(changed.map((field) => t(NAMES[field]))) })}</p>
          {to ? <p>{t('details.applyMoves', { from: details.savedPath, to })}</p> : null}
          <div className="buttons">
            <Button tone="primary" isBusy={state === 'saving'} onClick={send}>
              {t('details.apply')}
            </Button>
            <Button tone="quiet" onClick={details.reset}>
              {t('details.reset')}
            </Button>
          </div>
        </div>
      ) : null}
      <div className="details-state">
        <p role="status">{t(STATES[state])}</p>
        {state === 'failed' && !wasPublic ? (
          <Button tone="quiet" onClick={send}>
            {t('details.again')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
