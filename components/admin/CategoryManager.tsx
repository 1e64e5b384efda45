'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { hrefOf, localized } from '@/lib/i18n';
import type { ManagedCategory } from '@/lib/posts/views';
import { Button, call, Dialog, FormFailure, useAction, useI18n } from '../desk';
import { moved } from '../forms';
import { Icon } from '../ui';
import { CategoryForm } from './CategoryForm';

interface Answer {
  categories: ManagedCategory[];
  moved?: number;
}

/** The categories in their order: added, changed, put in order, removed while they are empty. */
export function CategoryManager({ categories: given }: { categories: ManagedCategory[] }) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const [categories, setCategories] = useState(given);
  const [open, setOpen] = useState<ManagedCategory | 'new' | null>(null);
  const [removing, setRemoving] = useState<ManagedCategory | null>(null);
  const [said, say] = useState('');
  const focus = useRef<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const nameOf = (category: ManagedCategory) => localized(category.names, locale) || category.slug;

  useEffect(() => {
    if (focus.current === null) return;
    box.current?.querySelector<HTMLElement>(focus.current)?.focus();
    focus.current = null;
  });

  const order = useAction(
    useCallback(
      (ids: string[]) => call<Answer>(i18n, 'PUT', '/api/categories/order/', { ids }, { keepalive: true }),
      [i18n],
    ),
    (answer) => setCategories(answer.categories),
  );
  const removal = useAction(
    useCallback((id: string) => call<Answer>(i18n, 'DELETE', `/api/categories/${id}/`), [i18n]),
    (answer) => {
      if (removing) say(t('admin.categoryRemoved', { name: nameOf(removing) }));
      setRemoving(null);
      setCategories(answer.categories);
      focus.current = '[data-do="add"]';
    },
  );

  function move(index: number, to: number) {
    const next = moved(categories, index, to);
    const category = categories[index];
    if (next === categories || !category || order.isRunning) return;
    setCategories([...next]);
    focus.current = `[data-key="${category.id}"] [data-do="${to < index ? 'up' : 'down'}"]`;
    say(t('admin.rowMoved', { name: nameOf(category), position: to + 1, count: next.length }));
    void order.run(next.map(({ id }) => id));
  }

  return (
    <div ref={box}>
      <p className="lead-in">{t('admin.categoriesNote')}</p>
      <FormFailure failure={order.failure} />
      <ol className="ledger-list" aria-label={t('admin.categories')}>
        {categories.map((category, index) => {
          const name = nameOf(category);
          return (
            <li key={category.id} data-key={category.id}>
              <div className="ledger-what">
                <p className="ledger-title">{name}</p>
                <p className="ledger-facts">
                  <a href={hrefOf(`/${category.slug}/`)} className="mono">{`/${category.slug}/`}</a>
                  <span>{t('list.count', { count: category.posts })}</span>
                </p>
              </div>
              <div className="rows-tools">
                {(['up', 'down'] as const).map((way) => {
                  const to = way === 'up' ? index - 1 : index + 1;
                  const label = way === 'up' ? t('admin.rowUp', { name }) : t('admin.rowDown', { name });
                  return (
                    <Button
                      key={way}
                      tone="quiet"
                      className="icon-button"
                      data-do={way}
                      aria-label={label}
                      title={label}
                      aria-disabled={to < 0 || to >= categories.length || undefined}
                      onClick={() => move(index, to)}
                    >
                      <Icon name={way === 'up' ? 'arrowUp' : 'arrowDown'} />
                    </Button>
                  );
                })}
                <Button
                  data-do="change"
                  aria-label={t('admin.changeNamed', { name })}
                  onClick={() => setOpen(category)}
                >
                  {t('admin.change')}
                </Button>
                {category.posts === 0 && (
                  <Button
                    tone="quiet"
                    className="icon-button"
                    data-do="remove"
                    aria-label={t('admin.rowRemove', { name })}
                    title={t('admin.rowRemove', { name })}
                    onClick={() => {
                      removal.clear();
                      setRemoving(category);
                    }}
                  >
                    <Icon name="trash" />
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <Button
        data-do="add"
        tone={categories.length === 0 ? 'primary' : 'plain'}
        onClick={() => setOpen('new')}
      >
        <Icon name="plus" />
        {t('admin.addCategory')}
      </Button>
      <p className="visually-hidden" role="status">
        {said}
      </p>

      {open !== null && (
        <CategoryForm
          category={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onSaved={(answer, name) => {
            say(
              answer.moved
                ? t('admin.categoryMoved', { name, count: answer.moved })
                : t('admin.categorySaved', { name }),
            );
            setCategories(answer.categories);
            setOpen(null);
          }}
        />
      )}
      {removing !== null && (
        <Dialog
          title={t('admin.removeCategory', { name: nameOf(removing) })}
          onClose={() => setRemoving(null)}
        >
          <p>{t('admin.removeCategoryNote', { path: `/${removing.slug}/` })}</p>
          <FormFailure failure={removal.failure} />
          <div className="buttons dialog-end">
            <Button onClick={() => setRemoving(null)}>{t('admin.cancel')}</Button>
            <Button tone="danger" isBusy={removal.isRunning} onClick={() => void removal.run(removing.id)}>
              {t('admin.remove')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
