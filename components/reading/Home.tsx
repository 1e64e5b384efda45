import { localizePath, type I18n } from '@/lib/i18n';
import type { AuthorView, GroupView, PostCard, SinglePage, SiteView } from '@/lib/posts/views';
import { hrefOf } from '../ui';
import { Article } from './Article';

/** Longer introductions are folded, so that the newest posts stay within reach. Characters of HTML. */
const shortIntro = 800;

/** Head of the first page: the page that introduces the group, or the site's name and description. */
export function HomeIntro({
  page,
  site,
  group,
  posts,
  i18n,
}: {
  page: SinglePage | null;
  site: SiteView;
  group: GroupView;
  /** The newest; who wrote them is said beside the introduction. */
  posts: readonly PostCard[];
  i18n: I18n;
}) {
  const { t, locale } = i18n;
  if (page === null) {
    return (
      <header className="home-head page-grid">
        <div className="column">
          <h1>{site.name}</h1>
          {site.description !== '' && <p className="home-lead">{site.description}</p>}
        </div>
        <GroupFacts group={group} posts={posts} i18n={i18n} />
      </header>
    );
  }
  const language = page.language === locale ? undefined : page.language;
  const folded = page.html.length > shortIntro && page.excerptText !== '';
  return (
    <section className="home-head page-grid">
      <div className="column">
        <h1 lang={language}>{page.title}</h1>
        {folded ? (
          <details className="home-fold">
            <summary>
              <span className="home-lead" lang={language}>
                {page.excerptText}
              </span>
              <span className="more">{t('home.more')}</span>
            </summary>
            <Article html={page.html} language={page.language} i18n={i18n} />
          </details>
        ) : (
          <Article html={page.html} language={page.language} i18n={i18n} />
        )}
      </div>
      <GroupFacts group={group} posts={posts} i18n={i18n} />
    </section>
  );
}

/** Names beside the introduction; the others are on the page of authors. */
const mostWriters = 6;

/** What the group writes about, who wrote of late, and how much: in the margin, on a phone below the introduction. */
function GroupFacts({
  group,
  posts,
  i18n: { t, format, locale },
}: {
  group: GroupView;
  posts: readonly PostCard[];
  i18n: I18n;
}) {
  if (group.latest === null) return null;
  const { month, count } = group.latest;
  const writers = new Map<string, AuthorView>(
    posts.flatMap(({ authors }) => authors.map((author) => [author.handle, author] as const)),
  );
  const link = (path: string) => hrefOf(localizePath(path, locale));
  return (
    <dl className="margin facts">
      <div>
        <dt>{t('category.indexTitle')}</dt>
        {group.categories.map(({ slug, name, count: posts }) => (
          <dd key={slug}>
            <a href={link(`/${slug}/`)}>{name}</a> <span className="count">{format.number(posts)}</span>
          </dd>
        ))}
      </div>
      {writers.size > 0 && (
        <div>
          <dt>{t('lists.writers')}</dt>
          {[...writers.values()].slice(0, mostWriters).map(({ handle, name }) => (
            <dd key={handle}>
              <a href={link(`/authors/${handle}/`)}>{name}</a>
            </dd>
          ))}
        </div>
      )}
      <div>
        <dt>{t('lists.latest')}</dt>
        <dd>
          <a href={`${link('/archive/')}#y${month.slice(0, 4)}`}>{format.month(month)}</a>{' '}
          <span className="count">{t('list.count', { count })}</span>
        </dd>
      </div>
    </dl>
  );
}

/** Title above the newest posts; the page's `h1` from the second page on, where the introduction is not repeated. */
export function NewestHeading({ page, i18n: { t } }: { page: number; i18n: I18n }) {
  return page === 1 ? (
    <h2 className="section-title page-grid">
      <span className="column">{t('list.newest')}</span>
    </h2>
  ) : (
    <h1 className="section-title page-grid">
      <span className="column">
        {t('list.newest')} <span className="section-page">{t('list.page', { page })}</span>
      </span>
    </h1>
  );
}
