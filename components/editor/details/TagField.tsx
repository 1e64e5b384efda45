'use client';

import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '@/components/ui';
import { isComposing, useI18n } from '@/components/desk';
import { cleanTag, matchingTags } from './tags';

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
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [said, setSaid] = useState('');

  const name = cleanTag(typed);
  const found = matchingTags(known, value, typed);
  const isNew = name !== '' && !found.includes(name) && !value.includes(name);
  const options = [...found.map((tag) => ({ tag, isNew: false })), ...(isNew ? [{ tag: name, isNew }] : [])];
  const isListed = isOpen && options.length > 0;

  const add = (tag: string) => {
    if (input.current) input.current.value = '';
    setTyped('');
    setActive(-1);
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

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const count = options.length;
      if (count > 0) setActive(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
    } else if (event.key === 'Enter') {
      // Never sends a form around it.
      event.preventDefault();
      add(options[active]?.tag ?? typed);
    } else if (event.key === 'Escape' && isListed) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      setActive(-1);
    } else if (event.key === 'Backspace' && event.currentTarget.value === '') {
      const last = value.at(-1);
      if (last !== undefined) remove(last);
    }
  };

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
          type="text"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={isListed}
          aria-controls={`${id}-list`}
          aria-activedescendant={isListed && active >= 0 ? `${id}-${active}` : undefined}
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={error ? true : undefined}
          maxLength={80}
          onChange={(event) => {
            const { value: text } = event.target;
            setTyped(text);
            setOpen(text !== '');
            setActive(-1);
            // A comma that ended a composition came without a key of its own.
            if (/[,，、]/u.test(text) && !(event.nativeEvent as InputEvent).isComposing) add(text);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setOpen(false);
            if (typed !== '') add(typed);
          }}
        />
      </div>
      <ul
        className="tag-options"
        role="listbox"
        id={`${id}-list`}
        aria-label={t('details.tags')}
        hidden={!isListed}
      >
        {options.map(({ tag, isNew: isMade }, index) => (
          <li
            key={tag}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            // Before the field loses the focus, which would take what is typed so far.
            onPointerDown={(event) => {
              event.preventDefault();
              add(tag);
              input.current?.focus();
            }}
          >
            {isMade ? t('details.tagNew', { name: tag }) : tag}
          </li>
        ))}
      </ul>
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
