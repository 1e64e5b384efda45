'use client';

import { languageName, languages } from '@/lib/i18n';
import { TextAreaField, TextField, useI18n, type CallFailure } from '../desk';

/** One text in each language of the interface, side by side where there is room. */
export function ByLanguage({
  label,
  name,
  values,
  onChange,
  failure,
  isLong = false,
  placeholder,
  autoComplete,
  required,
}: {
  label: string;
  /** Of the inputs: `names` makes `names.ko` and `names.en`, as failures name them. */
  name: string;
  values: Readonly<Record<string, string>>;
  onChange: (values: Record<string, string>) => void;
  failure?: CallFailure | null;
  isLong?: boolean;
  placeholder?: string;
  autoComplete?: string;
  /** Whether the first language has to be filled in. */
  required?: boolean;
}) {
  const { locale, t } = useI18n();
  return (
    <div className="by-language">
      {languages.map((language, index) => {
        const field = `${name}.${language}`;
        const shared = {
          label: t('admin.inLanguage', { label, language: languageName(language, locale) }),
          name: field,
          lang: language,
          value: values[language] ?? '',
          error: failure?.field === field ? failure.message : undefined,
          placeholder,
          autoComplete: autoComplete ?? 'off',
          required: required && index === 0,
        };
        const change = (value: string) => onChange({ ...values, [language]: value });
        return isLong ? (
          <TextAreaField key={language} {...shared} onChange={(event) => change(event.target.value)} />
        ) : (
          <TextField key={language} {...shared} onChange={(event) => change(event.target.value)} />
        );
      })}
    </div>
  );
}
