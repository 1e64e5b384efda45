'use client';

import { useEffect, useRef, useState } from 'react';
import { Field, useI18n } from '@/components/desk';

/** The summary that lists and feeds show. The field holds the text itself, so that Hangul is composed undisturbed. */
export function SummaryField({ value, onChange }: { value: string; onChange: (summary: string) => void }) {
  const { t } = useI18n();
  const field = useRef<HTMLTextAreaElement>(null);
  const [count, setCount] = useState([...value].length);
  useEffect(() => {
    const element = field.current;
    // Only what came from elsewhere (a restored revision, a merge) is written into it.
    if (!element || element.value === value || element === document.activeElement) return;
    element.value = value;
  }, [value]);
  return (
    <Field
      label={t('details.summary')}
      hint={
        <span className="summary-hint">
          <span>{t('details.summaryHint')}</span>
          <span className="count">{t('details.summaryCount', { count })}</span>
        </span>
      }
    >
      {(control) => (
        <textarea
          ref={field}
          className="control"
          data-place="summary"
          rows={4}
          maxLength={1000}
          defaultValue={value}
          {...control}
          onChange={({ target }) => {
            setCount([...target.value].length);
            onChange(target.value);
          }}
        />
      )}
    </Field>
  );
}
