'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { call, useI18n } from '@/components/desk';
import type { KnownPaper } from '@/lib/papers/types';
import type { useDetailsForm } from './useDetailsForm';

/**
 * What the form knows of the papers that it names: those that came with the editor, those that were found or added since,
 * and those that somebody else put into the details, which are asked for.
 */
export function useKnownPapers(
  given: KnownPaper[],
  { form, conflict }: Pick<ReturnType<typeof useDetailsForm>, 'form' | 'conflict'>,
) {
  const i18n = useI18n();
  const [met, setMet] = useState<ReadonlyMap<string, KnownPaper>>(new Map());
  const known = useMemo(() => {
    const papers = new Map(given.map((paper) => [paper.id, paper]));
    // What was met here may be newer than what came with the editor, or older.
    for (const [id, paper] of met)
      if ((papers.get(id)?.version ?? -1) <= paper.version) papers.set(id, paper);
    return papers;
  }, [given, met]);
  const know = useCallback(
    (paper: KnownPaper) => setMet((before) => new Map(before).set(paper.id, paper)),
    [],
  );

  const missing = [...form.paperIds, ...(conflict?.theirs.paperIds ?? [])]
    .filter((id) => !known.has(id))
    .join(' ');
  useEffect(() => {
    for (const id of missing.split(' ').filter(Boolean)) {
      void call<KnownPaper>(i18n, 'GET', `/api/papers/${encodeURIComponent(id)}/`).then((answer) => {
        if (answer.ok) know(answer.value);
      });
    }
  }, [i18n, missing, know]);

  return { known, know };
}
