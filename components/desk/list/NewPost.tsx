'use client';

import { useCallback, useState } from 'react';
import { languageName } from '@/lib/i18n';
import { call } from '../call';
import { Button, FormFailure, SelectField } from '../Form';
import { useI18n } from '../I18n';
import { leaveFor } from '../leave';
import { useAction } from '../useAction';

interface Made {
  translationId: string;
}

function useNewPost(kind: 'post' | 'page', isStep: boolean) {
  const i18n = useI18n();
  return useAction(
    useCallback(
      (language: string, categoryId: string | null) =>
        call<Made>(i18n, 'POST', '/api/posts/', { kind, language, ...(categoryId && { categoryId }) }),
      [i18n, kind],
    ),
    useCallback(({ translationId }: Made) => leaveFor(`/write/${translationId}/`, isStep), [isStep]),
  );
}

/** One button that begins a text, and beside it the language that it will be in. */
export function NewPost({
  kind = 'post',
  languages,
  preferred,
}: {
  kind?: 'post' | 'page';
  /** Of the site. */
  languages: string[];
  /** The member's own. */
  preferred: string;
}) {
  const { t, locale } = useI18n();
  const [language, setLanguage] = useState(
    languages.includes(preferred) ? preferred : (languages[0] ?? 'ko'),
  );
  const { run, isRunning, failure } = useNewPost(kind, true);
  return (
    <form
      className="new-post"
      onSubmit={(event) => {
        event.preventDefault();
        void run(language, null);
      }}
    >
      {languages.length > 1 ? (
        <select
          className="control"
          aria-label={t('desk.newLanguage')}
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
        >
          {languages.map((code) => (
            <option key={code} value={code}>
              {languageName(code, locale)}
            </option>
          ))}
        </select>
      ) : null}
      <Button type="submit" tone="primary" isBusy={isRunning}>
        {kind === 'page' ? t('desk.newPage') : t('desk.newPost')}
      </Button>
      <FormFailure failure={failure} />
    </form>
  );
}

/** The same with a category, on a page of its own; Back from the editor does not come here again. */
export function NewPostForm({
  languages,
  preferred,
  categories,
}: {
  languages: string[];
  preferred: string;
  categories: { id: string; name: string }[];
}) {
  const { t, locale } = useI18n();
  const [language, setLanguage] = useState(
    languages.includes(preferred) ? preferred : (languages[0] ?? 'ko'),
  );
  const [categoryId, setCategory] = useState('');
  const { run, isRunning, failure } = useNewPost('post', false);
  return (
    <form
      className="desk-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void run(language, categoryId || null);
      }}
    >
      <fieldset className="field">
        <legend>{t('desk.newLanguage')}</legend>
        <div className="choices">
          {languages.map((code) => (
            <label key={code}>
              <input
                type="radio"
                name="language"
                value={code}
                checked={code === language}
                onChange={() => setLanguage(code)}
              />
              <span lang={code}>{languageName(code, code)}</span>
              {code === locale ? null : <small>{languageName(code, locale)}</small>}
            </label>
          ))}
        </div>
      </fieldset>
      <SelectField
        label={t('desk.newCategory')}
        hint={t('desk.newCategoryHint')}
        value={categoryId}
        onChange={(event) => setCategory(event.target.value)}
      >
        <option value="">{t('desk.newCategoryLater')}</option>
        {categories.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <FormFailure failure={failure} />
      <div className="buttons">
        <Button type="submit" tone="primary" isBusy={isRunning}>
          {t('desk.newStart')}
        </Button>
        <a className="button button-quiet" href="/write/">
          {t('desk.newBack')}
        </a>
      </div>
    </form>
  );
}
