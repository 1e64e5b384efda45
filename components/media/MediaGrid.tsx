'use client';

import { useId } from 'react';
import type { MediaItem } from '@/lib/media/views';
import { Button, isComposing, useI18n } from '../desk';
import { DateTime } from '../ui';
import { sizeText } from './size';
import type { MediaList } from './useMediaList';

/** Search, the pictures that match, and more of them. */
export function MediaGrid({
  list,
  labelOf,
  onChoose,
}: {
  list: MediaList;
  /** What choosing a picture does, for its button: `a.png 고르기`. */
  labelOf: (name: string) => string;
  onChoose: (item: MediaItem) => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { items, total, hasMore, isLoading, failure, filter } = list;
  const isFiltered = filter.words.trim() !== '' || filter.isMine;
  return (
    <>
      <Search list={list} />
      <p className="media-count" role="status">
        {isLoading ? t('images.loading') : t('images.total', { count: total })}
      </p>
      {failure !== null && (
        <p className="notice notice-attention" role="alert">
          {failure.message}
        </p>
      )}
      {items.length === 0 && !isLoading && failure === null ? (
        <div className="desk-empty">
          <div className="manuscript" aria-hidden="true" />
          <p>{isFiltered ? t('images.nothingFound') : t('images.empty')}</p>
          {!isFiltered && <p className="field-hint">{t('images.emptyText')}</p>}
        </div>
      ) : (
        <ul className="media-grid">
          {items.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                className="media-tile"
                aria-label={labelOf(item.name)}
                onClick={() => onChoose(item)}
              >
                <span className="media-frame">
                  <img src={item.thumbnail} alt="" loading="lazy" decoding="async" />
                </span>
                <span className="media-name">{item.name}</span>
                <span className="media-size">
                  {item.width} × {item.height}, {sizeText(i18n, item.size)}
                </span>
                <span className="media-size">
                  {item.owner ?? t('images.imported')},{' '}
                  <DateTime date={new Date(item.createdAt)} i18n={i18n} short />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <p className="media-more">
          <Button isBusy={isLoading} onClick={list.more}>
            {t('images.more')}
          </Button>
        </p>
      )}
    </>
  );
}

function Search({ list: { filter, search } }: { list: MediaList }) {
  const { t } = useI18n();
  const id = useId();
  return (
    <form
      className="media-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        // A form inside of another dialog's form must not send that.
        event.stopPropagation();
        const data = new FormData(event.currentTarget);
        const words = data.get('q');
        search({ words: typeof words === 'string' ? words : '', isMine: data.get('mine') !== null });
      }}
    >
      <label className="visually-hidden" htmlFor={`${id}-q`}>
        {t('images.search')}
      </label>
      <input
        className="control"
        id={`${id}-q`}
        type="search"
        name="q"
        defaultValue={filter.words}
        placeholder={t('images.search')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
        }}
      />
      <Button type="submit">{t('images.searchButton')}</Button>
      <div className="field-check">
        <input
          type="checkbox"
          id={`${id}-mine`}
          name="mine"
          defaultChecked={filter.isMine}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        />
        <label htmlFor={`${id}-mine`}>{t('images.mine')}</label>
      </div>
    </form>
  );
}
