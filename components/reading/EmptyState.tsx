import { localizePath, type I18n, type MessageKey } from '@/lib/i18n';
import { hrefOf } from '../ui';

/** `site` is a blog without any post; the others are lists and indexes that have nothing to show. */
export type EmptyKind = 'site' | 'list' | 'tags' | 'authors' | 'papers';

const messages: Record<EmptyKind, { title: MessageKey; text: MessageKey }> = {
  site: { title: 'empty.siteTitle', text: 'empty.siteText' },
  list: { title: 'empty.listTitle', text: 'empty.listText' },
  tags: { title: 'empty.tagsTitle', text: 'empty.tagsText' },
  authors: { title: 'empty.authorsTitle', text: 'empty.authorsText' },
  papers: { title: 'paper.emptyTitle', text: 'paper.emptyText' },
};

/** Says that there is nothing yet, and what would change that. */
export function EmptyState({
  kind,
  i18n: { t, locale },
  command = 'npm run import -- SOURCE',
}: {
  kind: EmptyKind;
  i18n: I18n;
  /** The command that brings posts in; shown on an empty blog only. */
  command?: string;
}) {
  return (
    <section className="empty page-grid">
      <div className="column">
        <div className="manuscript" aria-hidden="true" />
        <h2>{t(messages[kind].title)}</h2>
        <p>{t(messages[kind].text)}</p>
        {kind === 'site' ? (
          <pre className="command" tabIndex={0}>
            <code>{command}</code>
          </pre>
        ) : (
          <p>
            <a className="more" href={hrefOf(localizePath('/archive/', locale))}>
              {t('empty.toArchive')}
            </a>
          </p>
        )}
      </div>
    </section>
  );
}
