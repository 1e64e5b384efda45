'use client';

import { useCallback, useState } from 'react';
import { languageName, languages } from '@/lib/i18n';
import { Button, call, FormFailure, TextField, useAction, useI18n } from '../desk';
import { FieldsForm, leaveFor, textsOf, wrongIn } from '../forms';
import { NewPasswordField } from './NewPasswordField';
import { EmailField } from './EmailField';

interface Input {
  token: string;
  email: string;
  password: string;
  names: Record<string, string>;
  siteName: Record<string, string>;
  language: string;
  timeZone: string;
}

const FIELDS = ['email', 'password', 'names', 'siteName'];

/** Names the blog and makes its first administrator. */
export function SetupForm({ token, least }: { token: string; least: number }) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const [known, setKnown] = useState<readonly string[]>([]);
  const { run, isRunning, failure } = useAction(
    useCallback((body: Input) => call<{ next: string }>(i18n, 'POST', '/api/setup/', body), [i18n]),
    ({ next }) => leaveFor(next),
  );
  const wrong = wrongIn(failure);
  return (
    <FieldsForm
      failure={failure}
      onTyped={(field) => {
        setKnown([field('email'), ...Object.values(textsOf(field, 'names', languages))]);
      }}
      onFields={(field) => {
        void run({
          token,
          email: field('email'),
          password: field('password'),
          names: textsOf(field, 'names', languages),
          siteName: textsOf(field, 'siteName', languages),
          language: locale,
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        });
      }}
    >
      <fieldset className="entry-part">
        <legend>{t('entry.partBlog')}</legend>
        <NamesFields label={t('entry.blogName')} name="siteName" error={wrong('siteName')} />
      </fieldset>
      <fieldset className="entry-part">
        <legend>{t('entry.partYou')}</legend>
        <NamesFields label={t('entry.yourName')} name="names" error={wrong('names')} autoComplete="name" />
        <EmailField label={t('entry.email')} hint={t('entry.emailHint')} error={wrong('email')} />
        <NewPasswordField label={t('entry.password')} least={least} known={known} error={wrong('password')} />
      </fieldset>
      <FormFailure failure={failure} fields={FIELDS} />
      <div className="entry-end">
        <Button type="submit" tone="primary" isBusy={isRunning}>
          {t('entry.setUp')}
        </Button>
      </div>
    </FieldsForm>
  );
}

/** A name in each language; one of them is enough. */
export function NamesFields({
  label,
  name,
  error,
  autoComplete = 'off',
  values = {},
}: {
  label: string;
  name: string;
  error: string | undefined;
  autoComplete?: string;
  values?: Readonly<Record<string, string>>;
}) {
  const { t, locale } = useI18n();
  return (
    <div className="by-language">
      {languages.map((language, index) => (
        <TextField
          key={language}
          label={t('entry.inLanguage', { label, language: languageName(language, locale) })}
          name={`${name}.${language}`}
          lang={language}
          maxLength={200}
          autoComplete={language === locale ? autoComplete : 'off'}
          defaultValue={values[language]}
          error={index === 0 ? error : undefined}
        />
      ))}
    </div>
  );
}
