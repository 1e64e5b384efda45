'use client';

import { useCallback, useState } from 'react';
import { localized, slugOf } from '@/lib/i18n';
import type { ManagedCategory } from '@/lib/posts/views';
import { Button, call, Dialog, FormFailure, TextField, useAction, useI18n } from '../desk';
import { ByLanguage, useFocusOnFailure, wrongIn } from '../forms';

interface Saved {
  categories: ManagedCategory[];
  moved?: number;
}

/** Adds a category, or changes one. */
export function CategoryForm({
  category,
  onClose,
  onSaved,
}: {
  /** Null for a new one. */
  category: ManagedCategory | null;
  onClose: () => void;
  onSaved: (answer: Saved, name: string) => void;
}) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const [names, setNames] = useState<Record<string, string>>(category?.names ?? {});
  const [descriptions, setDescriptions] = useState<Record<string, string>>(category?.descriptions ?? {});
  // Made from the name until somebody writes one.
  const [slug, setSlug] = useState<string | null>(category?.slug ?? null);
  const shownSlug = slug ?? slugOf(names['en'] || localized(names, locale));
  const willMove = category !== null && category.posts > 0 && shownSlug !== category.slug;

  const { run, isRunning, failure } = useAction(
    useCallback(
      (body: { slug: string; names: Record<string, string>; descriptions: Record<string, string> }) =>
        category === null
          ? call<Saved>(i18n, 'POST', '/api/categories/', body)
          : call<Saved>(i18n, 'PUT', `/api/categories/${category.id}/`, body),
      [i18n, category],
    ),
    (answer) => onSaved(answer, localized(names, locale) || shownSlug),
  );
  const form = useFocusOnFailure(failure);
  const wrong = wrongIn(failure);

  return (
    <Dialog title={category === null ? t('admin.addCategory') : t('admin.changeCategory')} onClose={onClose}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run({ slug: shownSlug, names, descriptions });
        }}
      >
        <ByLanguage
          label={t('admin.categoryName')}
          name="names"
          values={names}
          onChange={setNames}
          failure={failure}
        />
        <TextField
          label={t('admin.categorySlug')}
          name="slug"
          className="control mono"
          value={shownSlug}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          hint={
            willMove
              ? t('admin.categoryWillMove', { count: category.posts, path: `/${shownSlug}/` })
              : t('admin.categorySlugHint', { path: `/${shownSlug || '…'}/` })
          }
          error={wrong('slug')}
          onChange={(event) => setSlug(event.target.value)}
        />
        <ByLanguage
          label={t('admin.categoryDescription')}
          name="descriptions"
          values={descriptions}
          onChange={setDescriptions}
          failure={failure}
          isLong
        />
        <FormFailure failure={failure} fields={failure?.field === undefined ? [] : [failure.field]} />
        <div className="buttons dialog-end">
          <Button onClick={onClose}>{t('admin.cancel')}</Button>
          <Button type="submit" tone="primary" isBusy={isRunning}>
            {t('admin.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
