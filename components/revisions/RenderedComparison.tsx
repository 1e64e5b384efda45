'use client';

import { useMemo } from 'react';
import { useI18n } from '../desk';
import { blocksOf, compareBlocks } from './blocks';

interface RenderedSide {
  label: string;
  /** As the Markdown pipeline made it; sanitised. */
  html: string;
}

/** Two texts as readers would see them, block beside block, with what changed marked. For the browser only. */
export function RenderedComparison({
  before,
  after,
  lang,
}: {
  before: RenderedSide;
  after: RenderedSide;
  lang: string;
}) {
  const { t } = useI18n();
  const rows = useMemo(
    () => compareBlocks(blocksOf(before.html), blocksOf(after.html)),
    [before.html, after.html],
  );
  const changed = rows.filter(({ isChanged }) => isChanged).length;
  return (
    <div className="rendered-comparison" lang={lang}>
      <p role="status">
        {changed === 0 ? t('revisions.noChanges') : t('revisions.changedBlocks', { count: changed })}
      </p>
      {rows.map((row, index) =>
        row.isChanged ? (
          <div className="rendered-row" key={index} role="group" aria-label={t('revisions.changedPart')}>
            <Cell label={before.label} html={row.before} kind="before" />
            <Cell label={after.label} html={row.after} kind="after" />
          </div>
        ) : (
          <div className="rendered-row" key={index}>
            {/* For the eye alone: it is the same once more. */}
            <div className="rendered-cell rendered-again" inert>
              <div className="prose" dangerouslySetInnerHTML={{ __html: row.before }} />
            </div>
            <div className="rendered-cell">
              <div className="prose" dangerouslySetInnerHTML={{ __html: row.after }} />
            </div>
          </div>
        ),
      )}
    </div>
  );
}

function Cell({ label, html, kind }: { label: string; html: string; kind: 'before' | 'after' }) {
  const { t } = useI18n();
  return (
    <div className={`rendered-cell rendered-${kind}`}>
      <p className="rendered-label">{label}</p>
      {html === '' ? (
        <p className="rendered-nothing">{t('revisions.nothingHere')}</p>
      ) : (
        <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      )}
    </div>
  );
}
