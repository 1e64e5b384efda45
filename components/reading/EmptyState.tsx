import { localizePath, type I18n, type MessageKey } from '@/lib/i18n';
import { hrefOf } from '../ui';

/** `site` is a blog without any post; the others are lists and indexes that have nothing to show. */
export type EmptyKind = 'site' | 'list' | 'category' | 'tag' | 'author' | 'tags' | 'authors' | 'papers';

interface Emptiness {
  title: MessageKey;
  text: MessageKey;
  /** Where to go on. */
  path: string;
  way: MessageKey;
}

const archive = { path: '/archive/', way: 'empty.toArchive' } as const;

const messages: Record<EmptyKind, Emptiness> = {
  site: { title: 'empty.siteTitle', text: 'empty.siteText', ...archive },
  list: { title: 'empty.listTitle', text: 'empty.listText', ...archive },
  category: {
    title: 'lists.categoryEmptyTitle',
    text: 'lists.categoryEmptyText',
    path: '/categories/',
    way: 'lists.toCategories',
  },
  tag: { title: 'lists.tagEmptyTitle', text: 'lists.tagEmptyText', path: '/tags/', way: 'lists.toTags' },
  author: {
    title: 'lists.authorEmptyTitle',
    text: 'lists.authorEmptyText',
    path: '/authors/',
    way: 'lists.toAuthors',
  },
  tags: { title: 'empty.tagsTitle', text: 'empty.tagsText', ...archive },
  authors: { title: 'empty.authorsTitle', text: 'empty.authorsText', ...archive },
  papers: { title: 'paper.emptyTitle', text: 'paper.emptyText', ...archive },
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
  const { title, text, path, way } = messages[kind];
  return (
    <section className="empty page-grid">
      <div className="column">
        <div className="manuscript" aria-hidden="true" />
        <h2>{t(title)}</h2>
        <p>{t(text)}</p>
        {kind === 'site' ? (
          <pre className="command" tabIndex={0}>
            <code>{command}</code>
          </pre>
        ) : (
          <p>
            <a className="more" href={hrefOf(localizePath(path, locale))}>
              {t(way)}
            </a>
          </p>
        )}
      </div>
    </section>
  );
}
