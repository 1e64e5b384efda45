import type { I18n, MessageKey } from '@/lib/i18n';
import type { DeskFilters, DeskGroup, DeskList, DeskNeeds, DeskQuery } from '@/lib/writing/types';
import { Icon, Pagination } from '../../ui';
import { deskAddress, EVERYTHING, GROUPS, PARAMETERS } from './address';
import { DeskLine, type LineReason } from './DeskLine';

const NAMES = {
  drafts: 'desk.groupDrafts',
  review: 'desk.groupReview',
  scheduled: 'desk.groupScheduled',
  published: 'desk.groupPublished',
  hidden: 'desk.groupHidden',
  discarded: 'desk.groupDiscarded',
} as const satisfies Record<DeskGroup, MessageKey>;

const EMPTY = {
  drafts: 'desk.emptyDrafts',
  review: 'desk.emptyReview',
  scheduled: 'desk.emptyScheduled',
  published: 'desk.emptyPublished',
  hidden: 'desk.emptyHidden',
  discarded: 'desk.emptyDiscarded',
} as const satisfies Record<DeskGroup, MessageKey>;

const REASONS = {
  drafts: 'saved',
  review: 'review',
  scheduled: 'scheduled',
  published: 'published',
  hidden: 'saved',
  discarded: 'discarded',
} as const satisfies Record<DeskGroup, LineReason>;

/** What waits for the viewer; nothing where nothing does. */
export function Needs({ needs, now, i18n }: { needs: DeskNeeds; now: Date; i18n: I18n }) {
  const { t } = i18n;
  const lines = [
    ...needs.failedSchedules.map((row) => ({ row, reason: 'failed' as const })),
    ...needs.returned.map((row) => ({ row, reason: 'returned' as const })),
    ...needs.reviewRequests.map((row) => ({ row, reason: 'review' as const })),
    ...needs.unpublished.map((row) => ({ row, reason: 'unpublished' as const })),
  ];
  if (lines.length === 0) return null;
  return (
    <section className="desk-section" aria-labelledby="nm-needs">
      <h2 id="nm-needs" className="desk-heading">
        {t('desk.needs')}
      </h2>
      <ul className="lines">
        {lines.map(({ row, reason }) => (
          <DeskLine
            key={`${reason} ${row.translationId}`}
            row={row}
            reason={reason}
            isNeed
            now={now}
            i18n={i18n}
          />
        ))}
      </ul>
    </section>
  );
}

/** The lists with their filters: an address for each, so that it can be kept and passed on. */
export function DeskLists({
  query,
  list,
  filters,
  now,
  i18n,
}: {
  query: DeskQuery;
  list: DeskList;
  filters: DeskFilters;
  now: Date;
  i18n: I18n;
}) {
  const { t, format } = i18n;
  const isFiltered = query.words !== '' || query.category !== null || query.author !== null;
  return (
    <section className="desk-section" aria-labelledby="nm-list">
      <h2 id="nm-list" className="visually-hidden">
        {t(NAMES[query.group])}
      </h2>
      {filters.mayReadEveryones ? (
        <nav className="desk-whose" aria-label={t('desk.whose')}>
          {(['own', 'everyone'] as const).map((whose) => (
            <a
              key={whose}
              href={deskAddress({ ...query, whose, author: null, page: 1 })}
              aria-current={whose === query.whose ? 'true' : undefined}
            >
              {t(whose === 'own' ? 'desk.whoseOwn' : 'desk.whoseEveryone')}
            </a>
          ))}
        </nav>
      ) : null}
      <nav className="desk-groups" aria-label={t('desk.groups')}>
        <ul>
          {GROUPS.map((group) => (
            <li key={group}>
              <a
                href={deskAddress({ ...query, group, page: 1 })}
                aria-current={group === query.group ? 'true' : undefined}
              >
                {t(NAMES[group])} <span className="count">{format.number(list.counts[group])}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Filters query={query} filters={filters} isFiltered={isFiltered} i18n={i18n} />
      {list.rows.length === 0 ? (
        <div className="desk-empty">
          <div className="manuscript" aria-hidden="true" />
          <p>{isFiltered ? t('desk.emptyFound') : t(EMPTY[query.group])}</p>
        </div>
      ) : (
        <ul className="lines">
          {list.rows.map((row) => (
            <DeskLine key={row.translationId} row={row} reason={REASONS[query.group]} now={now} i18n={i18n} />
          ))}
        </ul>
      )}
      <Pagination
        page={query.page}
        pages={list.pages}
        address={(page) => deskAddress({ ...query, page })}
        i18n={i18n}
      />
    </section>
  );
}

/** A plain form: without a script it works too, and its answer has an address. */
function Filters({
  query,
  filters,
  isFiltered,
  i18n: { t },
}: {
  query: DeskQuery;
  filters: DeskFilters;
  isFiltered: boolean;
  i18n: I18n;
}) {
  return (
    <form className="desk-filters" action="/write/" role="search" aria-label={t('desk.search')}>
      {query.group === EVERYTHING.group ? null : (
        <input type="hidden" name={PARAMETERS.group} value={query.group} />
      )}
      {query.whose === EVERYTHING.whose ? null : (
        <input type="hidden" name={PARAMETERS.whose} value={query.whose} />
      )}
      <input
        className="control"
        type="search"
        name={PARAMETERS.words}
        defaultValue={query.words}
        placeholder={t('desk.searchWords')}
        aria-label={t('desk.searchWords')}
        maxLength={200}
      />
      {filters.categories.length > 1 ? (
        <select
          className="control"
          name={PARAMETERS.category}
          defaultValue={query.category ?? ''}
          aria-label={t('desk.category')}
        >
          <option value="">{t('desk.anyCategory')}</option>
          {filters.categories.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
      {query.whose === 'everyone' && filters.authors.length > 1 ? (
        <select
          className="control"
          name={PARAMETERS.author}
          defaultValue={query.author ?? ''}
          aria-label={t('desk.author')}
        >
          <option value="">{t('desk.anyAuthor')}</option>
          {filters.authors.map(({ handle, name }) => (
            <option key={handle} value={handle}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
      <button className="button" type="submit">
        <Icon name="search" />
        {t('desk.searchNow')}
      </button>
      {isFiltered ? (
        <a
          className="button button-quiet"
          href={deskAddress({ ...EVERYTHING, group: query.group, whose: query.whose })}
        >
          {t('desk.searchClear')}
        </a>
      ) : null}
    </form>
  );
}
