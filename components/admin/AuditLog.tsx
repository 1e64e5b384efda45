import type { AuditList, AuditView } from '@/lib/audit/views';
import type { I18n, MessageKey } from '@/lib/i18n';
import { hrefOf } from '../ui';
import { around, sentenceOf } from './auditSentences';

/** What the list is narrowed to. */
interface AuditFilter {
  actor?: string | undefined;
  action?: string | undefined;
  subject?: string | undefined;
}

const KINDS: readonly (readonly [value: string, label: MessageKey])[] = [
  ['posts', 'audit.kindPosts'],
  ['people', 'audit.kindPeople'],
  ['pictures', 'audit.kindPictures'],
  ['site', 'audit.kindSite'],
];
const PROGRAMS: Readonly<Record<string, MessageKey>> = {
  import: 'audit.byImport',
  shell: 'audit.byShell',
  start: 'audit.byStart',
  schedule: 'audit.bySchedule',
};

function address(filter: AuditFilter & { after?: string }): string {
  const query = new URLSearchParams(
    Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  return query.size === 0 ? '/admin/audit/' : `/admin/audit/?${query.toString()}`;
}

/** Who did what to what and when, by days. */
export function AuditLog({
  list,
  actors,
  query,
  i18n,
}: {
  list: AuditList;
  actors: { id: string; name: string }[];
  query: AuditFilter & { after?: string | undefined };
  i18n: I18n;
}) {
  const { t, format } = i18n;
  const filter: AuditFilter = { actor: query.actor, action: query.action, subject: query.subject };
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  const days = new Map<string, AuditView[]>();
  for (const entry of list.entries) {
    const day = format.date(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <>
      <form className="audit-filter" action="/admin/audit/" method="get">
        <div className="field">
          <label htmlFor="audit-actor">{t('audit.who')}</label>
          <select id="audit-actor" className="control" name="actor" defaultValue={query.actor ?? ''}>
            <option value="">{t('audit.everyone')}</option>
            {actors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            {Object.entries(PROGRAMS).map(([label, key]) => (
              <option key={label} value={label}>
                {t(key)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="audit-action">{t('audit.what')}</label>
          <select id="audit-action" className="control" name="action" defaultValue={query.action ?? ''}>
            <option value="">{t('audit.everything')}</option>
            {KINDS.map(([value, label]) => (
              <option key={value} value={value}>
                {t(label)}
              </option>
            ))}
          </select>
        </div>
        {query.subject !== undefined && <input type="hidden" name="subject" value={query.subject} />}
        <button className="button button-plain" type="submit">
          {t('audit.show')}
        </button>
        {isNarrowed && (
          <a className="button button-quiet" href="/admin/audit/">
            {t('audit.showAll')}
          </a>
        )}
      </form>
      {query.subject !== undefined && <p className="notice">{t('audit.onlySubject')}</p>}

      {list.entries.length === 0 && <p className="sheet-empty">{t('audit.empty')}</p>}
      {[...days].map(([day, entries]) => (
        <section key={day} className="audit-day">
          <h2>{day}</h2>
          <ol>
            {entries.map((entry) => (
              <li key={entry.id}>
                <time dateTime={entry.at.toISOString()}>{format.time(entry.at)}</time>
                <Actor entry={entry} filter={filter} i18n={i18n} />
                <p>
                  <Sentence entry={entry} i18n={i18n} />
                </p>
                {query.subject === undefined && entry.subject.type !== 'settings' && (
                  <a
                    className="audit-more"
                    href={address({ subject: `${entry.subject.type}:${entry.subject.id}` })}
                    aria-label={t('audit.historyOf', { subject: entry.subject.name ?? t('audit.gone') })}
                  >
                    {t('audit.history')}
                  </a>
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
      {(list.next !== null || query.after !== undefined) && (
        <nav className="audit-pages" aria-label={t('list.pagination')}>
          {query.after !== undefined && (
            <a className="more" href={address(filter)}>
              {t('audit.newest')}
            </a>
          )}
          {list.next !== null && (
            <a className="more" rel="next" href={address({ ...filter, after: list.next })}>
              {t('audit.older')}
            </a>
          )}
        </nav>
      )}
    </>
  );
}

function Actor({
  entry: { actor },
  filter,
  i18n: { t },
}: {
  entry: AuditView;
  filter: AuditFilter;
  i18n: I18n;
}) {
  if (actor === null) return <span className="audit-actor">{t('audit.someone')}</span>;
  if ('label' in actor) {
    const key = PROGRAMS[actor.label];
    return <span className="audit-actor">{key === undefined ? actor.label : t(key)}</span>;
  }
  return (
    <a className="audit-actor" href={address({ ...filter, actor: actor.memberId })}>
      {actor.name}
    </a>
  );
}

function Sentence({ entry, i18n }: { entry: AuditView; i18n: I18n }) {
  const sentence = sentenceOf(entry, i18n);
  const { name, href } = entry.subject;
  const parts = name === null || href === null ? null : around(sentence, name);
  if (parts === null || href === null) return sentence;
  return (
    <>
      {parts[0]}
      <a href={href.includes('#') ? href : hrefOf(href)}>{name}</a>
      {parts[1]}
    </>
  );
}
