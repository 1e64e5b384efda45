'use client';

import { TextField, useI18n } from '@/components/desk';
import { formats, fromInput, toInput } from '@/lib/i18n';

/** A moment, entered by the member's clock and shown by the site's too where the two differ. */
export function DateField({
  label,
  value,
  siteZone,
  error,
  isRequired = false,
  onChange,
}: {
  label: string;
  value: Date | null;
  /** IANA. */
  siteZone: string;
  error?: string | undefined;
  isRequired?: boolean;
  /** Null for what is no date. */
  onChange: (at: Date | null) => void;
}) {
  const { t, timeZone, locale } = useI18n();
  const there = value && formats(locale, siteZone).dateTime(value);
  const isElsewhere =
    siteZone !== timeZone && value !== null && toInput(value, siteZone) !== toInput(value, timeZone);
  return (
    <TextField
      label={label}
      type="datetime-local"
      required={isRequired}
      error={error}
      hint={isElsewhere ? t('details.timeThere', { zone: timeZone, site: siteZone, at: there ?? '' }) : null}
      // What is half entered has no value; the browser keeps it.
      defaultValue={value === null ? '' : toInput(value, timeZone)}
      onChange={({ target }) => onChange(fromInput(target.value, timeZone))}
    />
  );
}
