'use client';

import { useId } from 'react';
import { Button, Field, SelectField, TextField, useI18n } from '@/components/desk';
import { slugOf } from '@/lib/i18n';
import type { DetailChoices, PostDetails } from '@/lib/writing/types';
import { latinSlug } from './naming';
import type { AddressAnswer } from './useAddressCheck';

/** Category, month and name of a post, and the address that they make. */
export function AddressFields({
  form,
  isPage,
  categories,
  origin,
  path,
  suggestion,
  check,
  errors,
  onChange,
  onFollow,
}: {
  /** As it would be saved. */
  form: PostDetails;
  isPage: boolean;
  categories: DetailChoices['categories'];
  origin: string;
  /** Address as it is saved, without language prefix, decoded. */
  path: string;
  /** What the title gives; empty where it gives nothing. */
  suggestion: string;
  /** What the server says of the address; null while it has not answered. */
  check: AddressAnswer | null;
  errors: Partial<Record<keyof PostDetails, string>>;
  onChange: (changed: Partial<PostDetails>) => void;
  /** The slug is to go with the title again. */
  onFollow: () => void;
}) {
  const { t } = useI18n();
  const id = useId();
  const latin = latinSlug(form.slug);
  const isComplete = form.slug !== '' && (isPage || (form.categoryId !== null && form.month !== null));
  const shown = check?.path ?? path;
  return (
    <>
      {isPage ? null : (
        <div className="field-row">
          <SelectField
            label={t('details.category')}
            data-place="category"
            value={form.categoryId ?? ''}
            error={errors.categoryId}
            onChange={({ target }) => onChange({ categoryId: target.value || null })}
          >
            <option value="">{t('details.categoryNone')}</option>
            {categories.map((category) => (
              <option key={category.id} value={category.id}>
                {category.name}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('details.month')}
            data-place="month"
            type="month"
            placeholder="2026-11"
            pattern="\d{4}-\d{2}"
            value={form.month ?? ''}
            error={errors.month}
            onChange={({ target }) => onChange({ month: target.value || null })}
          />
        </div>
      )}
      <Field
        label={t('details.slug')}
        error={(isComplete ? check?.problem : null) ?? errors.slug}
        hint={
          <span className="address" id={`${id}-address`} aria-live="polite">
            {!isComplete
              ? t(isPage ? 'details.addressNeedsSlug' : 'details.addressNeedsAll')
              : check === null
                ? t('details.addressChecking')
                : check.problem === null
                  ? `${origin}${shown}`
                  : ''}
          </span>
        }
      >
        {(control) => (
          <input
            className="control"
            type="text"
            data-place="slug"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={120}
            value={form.slug}
            {...control}
            onChange={({ target }) => onChange({ slug: target.value })}
            onBlur={({ target }) => {
              const clean = slugOf(target.value);
              if (clean === '') onFollow();
              else if (clean !== target.value) onChange({ slug: clean });
            }}
          />
        )}
      </Field>
      {(suggestion !== '' && suggestion !== form.slug) || latin ? (
        <div className="slug-ways">
          {suggestion !== '' && suggestion !== form.slug ? (
            <Button tone="quiet" onClick={onFollow}>
              {t('details.slugFromTitle', { slug: suggestion })}
            </Button>
          ) : null}
          {latin ? (
            <Button tone="quiet" onClick={() => onChange({ slug: latin })}>
              {t('details.slugLatin', { slug: latin })}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
