'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { MediaItem, MediaPage, UploadedImage } from '@/lib/media/views';
import { call, useI18n, type CallFailure } from '../desk';

/** What a list of pictures is filtered by. */
export interface MediaFilter {
  words: string;
  isMine: boolean;
}

function addressOf({ words, isMine }: MediaFilter, cursor: string | null): string {
  const query = new URLSearchParams();
  if (words.trim() !== '') query.set('q', words.trim());
  if (isMine) query.set('mine', '1');
  if (cursor !== null) query.set('cursor', cursor);
  return `/api/media/?${query.toString()}`;
}

/** Pictures of the library, page by page. @param initial the first page, where it is there already. */
export function useMediaList(initial: MediaPage | null, initialFilter: MediaFilter) {
  const i18n = useI18n();
  const [page, setPage] = useState(initial);
  const [filter, setFilter] = useState(initialFilter);
  const [isLoading, setLoading] = useState(initial === null);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const latest = useRef(0);

  const load = useCallback(
    async (wanted: MediaFilter, cursor: string | null) => {
      latest.current += 1;
      const turn = latest.current;
      setLoading(true);
      const answer = await call<MediaPage>(i18n, 'GET', addressOf(wanted, cursor));
      // A later question has been asked meanwhile.
      if (turn !== latest.current) return;
      setLoading(false);
      setFailure(answer.ok ? null : answer);
      if (!answer.ok) return;
      const { items, next, total } = answer.value;
      setPage((before) => ({
        items: cursor === null ? items : [...(before?.items ?? []), ...items],
        next,
        total,
      }));
    },
    [i18n],
  );

  const search = useCallback(
    (wanted: MediaFilter) => {
      setFilter(wanted);
      void load(wanted, null);
    },
    [load],
  );

  const needsFirst = initial === null;
  useEffect(() => {
    if (!needsFirst) return;
    const begin = setTimeout(() => void load({ words: '', isMine: false }, null));
    return () => clearTimeout(begin);
  }, [needsFirst, load]);

  return {
    items: page?.items ?? ([] as readonly MediaItem[]),
    total: page?.total ?? 0,
    hasMore: page?.next != null,
    filter,
    isLoading,
    failure,
    search,
    more: () => void load(filter, page?.next ?? null),
    again: () => void load(filter, null),
    without: (id: string) =>
      setPage(
        (before) =>
          before && {
            ...before,
            items: before.items.filter((item) => item.id !== id),
            total: before.total - 1,
          },
      ),
  };
}

export type MediaList = ReturnType<typeof useMediaList>;
export type { UploadedImage };
