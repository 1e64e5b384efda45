'use client';

import { Field, useI18n } from '@/components/desk';
import type { KeptField } from './types';

/** The summary that lists and feeds show. The control owns its text, so that Hangul is composed undisturbed. */
export function SummaryField({ value, field }: { value: string; field: KeptField }) {
  const { t } = useI18n();
  return (
    <Field
      label={t('details.summary')}
      hint={
        <span className="summary-hint">
          <span>{t('details.summaryHint')}</span>
          <span className="count">{t('details.summaryCount', { count: [...value].length })}</span>
        </span>
      }
    >
      {(control) => (
        <textarea
          {...field}
          className="control"
          data-place="summary"
          rows={4}
          maxLength={1000}
          {...control}
        />
      )}
    </Field>
  );
}
