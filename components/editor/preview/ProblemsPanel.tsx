'use client';

import { useEffect, useState } from 'react';
import { useI18n } from '@/components/desk';
import { describeProblem, isSevere } from './problems';
import { usePreview } from './store';
import type { PreviewStore } from './types';

/** Milliseconds of rest before a new count is said aloud. */
const REST = 2_000;

/** Everything that the author should know, by line; choosing one leads to its place. */
export function ProblemsPanel({
  store,
  onJump,
}: {
  store: PreviewStore;
  /** Before the place is shown: whatever lies over the source can go. */
  onJump?: () => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { problems } = usePreview(store);
  return (
    <section className="problems" aria-label={t('problem.heading')}>
      {problems.length === 0 ? (
        <p className="problems-none">{t('problem.none')}</p>
      ) : (
        <ol className="problems-list">
          {problems.map((problem, index) => (
            // Problems have no identity beyond their place.
            <li key={index}>
              <button
                type="button"
                className="problem"
                data-severe={isSevere(problem) ? '' : undefined}
                onClick={() => {
                  onJump?.();
                  store.jumpTo(problem.line);
                }}
              >
                <span className="problem-line">{t('problem.line', { line: problem.line })}</span>
                <span className="problem-text">{describeProblem(problem, i18n)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** How many problems there are, for the status line; said aloud politely once typing rests. */
export function ProblemCount({
  store,
  isOpen,
  onToggle,
}: {
  store: PreviewStore;
  /** Whether the list of problems is shown. */
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { t } = useI18n();
  const count = usePreview(store).problems.length;
  const [said, setSaid] = useState(count);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSaid(count);
    }, REST);
    return () => {
      clearTimeout(timer);
    };
  }, [count]);
  return (
    <>
      <button type="button" className="problem-count" aria-expanded={isOpen} onClick={onToggle}>
        {t('problem.count', { count })}
      </button>
      <span className="visually-hidden" role="status">
        {said > 0 ? t('problem.count', { count: said }) : ''}
      </span>
    </>
  );
}
