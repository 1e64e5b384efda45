'use client';

import { useId, useRef, useState } from 'react';
import { Icon } from '@/components/ui';
import { isComposing, useI18n } from '@/components/desk';
import { cleanTag, matchingTags } from './tags';
import { useOptions } from './useOptions';

/**
 * Tags: those that there are, by typing a part of them, and new ones. The field belongs to the browser, so that a
 * composition of Hangul is never disturbed; nothing happens on a key that belongs to one.
 */
export function TagField({
  value,
  known,
  onChange,
  error,
}: {
  value: string[];
  /** Names of existing tags. */
  known: string[];
  onChange: (tags: string[]) => void;
  error: string | undefined;
}) {
  const { t } = useI18n();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');

  const name = cleanTag(typed);
  const found = matchingTags(known, value, typed);
  const isNew = name !== '' && !found.includes(name) && !value.includes(name);
  const options = [...found.map((tag) => ({ tag, isNew: false })), ...(isNew ? [{ tag: name, isNew }] : [])];

  const add = (tag: string) => {
    if (input.current) input.current.value = '';
    setTyped('');
    close();
    const clean = cleanTag(tag);
    if (clean === '' || value.includes(clean)) return;
    onChange([...value, clean]);
    setSaid(t('details.tagAdded', { name: clean }));
  };
  const remove = (tag: string) => {
    onChange(value.filter((other) => other !== tag));
    setSaid(t('details.tagRemoved', { name: tag }));
    input.current?.focus();
  };

  const { field, list, show, close } = useOptions({
    id,
    options,
    onPick: ({ tag }) => {
      add(tag);
      input.current?.focus();
    },
    onEnter: () => add(typed),
  });

  return (
    <div className="field">
      <label htmlFor={id}>{t('details.tags')}</label>
      <div className="tag-box" data-invalid={error ? true : undefined}>
        <ul className="tag-list" aria-label={t('details.tagsChosen')}>
          {value.map((tag) => (
            <li key={tag}>
              <span>{tag}</span>
              <button
                type="button"
                onClick={() => remove(tag)}
                aria-label={t('details.tagRemove', { name: tag })}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
        <input
          ref={input}
          id={id}
          className="tag-input"
          data-place="tags"
          {...field}
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={error ? true : undefined}
          maxLength={80}
          onChange={(event) => {
            const { value: text } = event.target;
            setTyped(text);
            show(text !== '');
            // A comma that ended a composition came without a key of its own.
            if (/[,，、]/u.test(text) && !(event.nativeEvent as InputEvent).isComposing) add(text);
          }}
          onKeyDown={(event) => {
            field.onKeyDown(event);
            if (isComposing(event) || event.key !== 'Backspace' || event.currentTarget.value !== '') return;
            const last = value.at(-1);
            if (last !== undefined) remove(last);
          }}
          onBlur={() => {
            close();
            if (typed !== '') add(typed);
          }}
        />
      </div>
      {list(
        t('details.tags'),
        ({ tag }) => tag,
        ({ tag, isNew: isMade }) => (isMade ? t('details.tagNew', { name: tag }) : tag),
      )}
      <p className="field-hint" id={`${id}-hint`}>
        {t('details.tagsHint')}
      </p>
      <p className="field-error" id={`${id}-error`} role="alert">
        {error}
      </p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}
