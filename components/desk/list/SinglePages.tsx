import type { I18n } from '@/lib/i18n';
import type { DeskRow } from '@/lib/writing/types';
import { DeskLine } from './DeskLine';

/** The site's single pages, one line for each language. */
export function SinglePages({ rows, now, i18n }: { rows: DeskRow[]; now: Date; i18n: I18n }) {
  if (rows.length === 0) {
    return (
      <div className="desk-empty">
        <div className="manuscript" aria-hidden="true" />
        <p>{i18n.t('desk.emptyPages')}</p>
      </div>
    );
  }
  return (
    <ul className="lines">
      {rows.map((row) => (
        <DeskLine
          key={row.translationId}
          row={row}
          reason={row.discardedAt === null ? 'saved' : 'discarded'}
          now={now}
          i18n={i18n}
        />
      ))}
    </ul>
  );
}
