'use client';

import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Avatar, Icon } from '@/components/ui';
import { useI18n } from '@/components/desk';
import type { DetailChoices } from '@/lib/writing/types';
import { moved } from './form';

/** Authors in order: chosen from the members, moved up and down by buttons, which keep the focus. */
export function AuthorField({
  value,
  members,
  onChange,
  error,
}: {
  /** Ids, in order. */
  value: string[];
  members: DetailChoices['members'];
  onChange: (ids: string[]) => void;
  error: string | undefined;
}) {
  const { t } = useI18n();
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const select = useRef<HTMLSelectElement>(null);
  const [said, setSaid] = useState('');
  const member = (memberId: string) => members.find((one) => one.id === memberId);
  const nameOf = (memberId: string) => member(memberId)?.name ?? t('details.authorUnknown');
  const left = members.filter((one) => !value.includes(one.id));

  const move = (memberId: string, by: -1 | 1) => {
    const index = value.indexOf(memberId);
    if (index + by < 0 || index + by >= value.length) return;
    flushSync(() => {
      onChange(moved(value, index, by));
      setSaid(t('details.authorMoved', { name: nameOf(memberId), position: index + by + 1 }));
    });
    // The browser takes the focus from what is moved in the document.
    list.current?.querySelector<HTMLElement>(`[data-move="${CSS.escape(memberId)} ${by}"]`)?.focus();
  };

  return (
    <div className="field" role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-error`}>
      <span className="field-label" id={`${id}-label`}>
        {t('details.authors')}
      </span>
      <ol className="author-list" ref={list}>
        {value.map((memberId, index) => (
          <li key={memberId}>
            <Avatar author={{ name: nameOf(memberId), avatar: member(memberId)?.avatar ?? null }} size={28} />
            <span className="author-name">{nameOf(memberId)}</span>
            {(value.length < 2 ? [] : ([-1, 1] as const)).map((by) => (
              <button
                key={by}
                type="button"
                className="button button-quiet icon-button"
                data-move={`${memberId} ${by}`}
                aria-disabled={index + by < 0 || index + by >= value.length || undefined}
                aria-label={t(by < 0 ? 'details.authorUp' : 'details.authorDown', { name: nameOf(memberId) })}
                onClick={() => move(memberId, by)}
              >
                <Icon name={by < 0 ? 'arrowUp' : 'arrowDown'} />
              </button>
            ))}
            <button
              type="button"
              className="button button-quiet icon-button"
              aria-label={t('details.authorRemove', { name: nameOf(memberId) })}
              onClick={() => {
                onChange(value.filter((other) => other !== memberId));
                setSaid(t('details.authorRemoved', { name: nameOf(memberId) }));
                select.current?.focus();
              }}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ol>
      {left.length > 0 || value.length === 0 ? (
        <select
          ref={select}
          id={`${id}-add`}
          className="control"
          data-place="authors"
          aria-label={t('details.authorAdd')}
          aria-invalid={error ? true : undefined}
          value=""
          onChange={({ target }) => {
            if (target.value === '') return;
            onChange([...value, target.value]);
            setSaid(t('details.authorAdded', { name: nameOf(target.value) }));
          }}
        >
          <option value="">{t('details.authorAdd')}</option>
          {left.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      ) : null}
      <p className="field-error" id={`${id}-error`} role="alert">
        {error}
      </p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}
