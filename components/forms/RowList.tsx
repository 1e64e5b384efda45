'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, useI18n } from '../desk';
import { Icon } from '../ui';
import { heir, moved, type Row } from './rows';

/**
 * A list whose rows are added, removed and put in order, with the keyboard as well: the focus stays with the row, and
 * where it went is said.
 */
export function RowList<Item extends Row>({
  label,
  items,
  onChange,
  nameOf,
  blank,
  addLabel,
  most,
  error,
  children,
}: {
  /** Of the list, for those who do not see it. */
  label: string;
  items: readonly Item[];
  onChange: (items: readonly Item[]) => void;
  /** What a row is called in the labels of its buttons. */
  nameOf: (item: Item) => string;
  /** @returns a new, empty row. */
  blank: () => Item;
  addLabel: string;
  /** Rows, at most. */
  most: number;
  /** What is wrong with the list as a whole. */
  error?: ReactNode;
  /** The inputs of a row. */
  children: (item: Item, update: (change: Partial<Item>) => void, index: number) => ReactNode;
}) {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const focus = useRef<string | null>(null);
  const [said, say] = useState('');

  useEffect(() => {
    if (focus.current === null) return;
    box.current?.querySelector<HTMLElement>(focus.current)?.focus();
    focus.current = null;
  });

  const move = (index: number, to: number, item: Item) => {
    const next = moved(items, index, to);
    if (next === items) return;
    const name = nameOf(item);
    say(t('admin.rowMoved', { name, position: to + 1, count: items.length }));
    focus.current = `[data-key="${item.key}"] [data-do="${to < index ? 'up' : 'down'}"]`;
    onChange(next);
  };
  const remove = (index: number, item: Item) => {
    const next = heir(items, index);
    focus.current = next === null ? '[data-do="add"]' : `[data-key="${next}"] [data-do="remove"]`;
    say(t('admin.rowRemoved', { name: nameOf(item) }));
    onChange(items.toSpliced(index, 1));
  };

  return (
    <div className="rows" ref={box}>
      {items.length > 0 && (
        <ol className="rows-list" aria-label={label}>
          {items.map((item, index) => {
            const name = nameOf(item);
            return (
              <li key={item.key} data-key={item.key} className="rows-item">
                <div className="rows-fields">
                  {children(item, (change) => onChange(items.with(index, { ...item, ...change })), index)}
                </div>
                <div className="rows-tools">
                  <RowButton
                    does="up"
                    label={t('admin.rowUp', { name })}
                    isIdle={index === 0}
                    onClick={() => move(index, index - 1, item)}
                  />
                  <RowButton
                    does="down"
                    label={t('admin.rowDown', { name })}
                    isIdle={index === items.length - 1}
                    onClick={() => move(index, index + 1, item)}
                  />
                  <RowButton
                    does="remove"
                    label={t('admin.rowRemove', { name })}
                    onClick={() => remove(index, item)}
                  />
                </div>
              </li>
            );
          })}
        </ol>
      )}
      <p className="field-error" role="alert">
        {error}
      </p>
      {items.length < most && (
        <Button
          data-do="add"
          onClick={() => {
            const item = blank();
            focus.current = `[data-key="${item.key}"] .control`;
            onChange([...items, item]);
          }}
        >
          <Icon name="plus" />
          {addLabel}
        </Button>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

const icons = { up: 'arrowUp', down: 'arrowDown', remove: 'trash' } as const;

function RowButton({
  does,
  label,
  isIdle = false,
  onClick,
}: {
  does: keyof typeof icons;
  label: string;
  /** Leads nowhere at this end of the list; stays reachable, so that the focus is not lost there. */
  isIdle?: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="button button-quiet icon-button"
      data-do={does}
      aria-label={label}
      title={label}
      aria-disabled={isIdle || undefined}
      onClick={onClick}
    >
      <Icon name={icons[does]} />
    </button>
  );
}
