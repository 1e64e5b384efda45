import { languageName, localizePath, type I18n } from '@/lib/i18n';
import type { FeedDirectory, FeedListing } from '@/lib/feeds/views';
import { hrefOf } from '../ui';
import { PageHeader } from './PageHeader';

/** Readers on the web that take a feed by a link, and how each wants its address. */
const READERS = [
  { name: 'Feedly', link: (feed: string) => `https://feedly.com/i/subscription/feed/${feed}` },
  { name: 'Inoreader', link: (feed: string) => `https://www.inoreader.com/?add_feed=${feed}` },
  { name: 'Feedbin', link: (feed: string) => `https://feedbin.com/?subscribe=${feed}` },
  { name: 'NewsBlur', link: (feed: string) => `https://www.newsblur.com/?url=${feed}` },
  { name: 'The Old Reader', link: (feed: string) => `https://theoldreader.com/feeds/subscribe?url=${feed}` },
];

const FORMATS = { rss: 'RSS', atom: 'Atom', json: 'JSON' } as const;

function FeedTable({ title, feeds, i18n }: { title: string; feeds: readonly FeedListing[]; i18n: I18n }) {
  const { t, format } = i18n;
  if (feeds.length === 0) return null;
  return (
    <section className="feed-group">
      <h2>{title}</h2>
      <ul className="feed-list">
        {feeds.map((feed) => (
          <li key={feed.page}>
            <a className="feed-name" href={feed.page}>
              {feed.name}
            </a>
            {feed.count !== null && <span className="count">{format.number(feed.count)}</span>}
            <span className="feed-formats">
              {(['rss', 'atom', 'json'] as const).map((name) => (
                <a
                  key={name}
                  href={feed.addresses[name]}
                  aria-label={t('feeds.formatOf', { name: feed.name, format: FORMATS[name] })}
                >
                  {FORMATS[name]}
                </a>
              ))}
              <button
                type="button"
                data-copy-text={feed.addresses.rss}
                aria-label={t('feeds.copyOf', { name: feed.name })}
                hidden
              >
                {t('feeds.copy')}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `/feeds/`: what feeds are, and all of them. */
export function Feeds({
  directory,
  languages,
  i18n,
}: {
  directory: FeedDirectory;
  /** Of the site. */
  languages: readonly string[];
  i18n: I18n;
}) {
  const { t, locale } = i18n;
  const { site } = directory;
  return (
    <>
      <PageHeader title={t('feeds.title')}>
        <p className="page-about">{t('feeds.about')}</p>
      </PageHeader>
      <div className="page-grid">
        <div className="column feeds" data-copied={t('feeds.copied')}>
          <p>{t('feeds.steps')}</p>
          <FeedTable title={t('feeds.site')} feeds={[site]} i18n={i18n} />
          <section className="feed-group">
            <h2>{t('feeds.readers')}</h2>
            <ul className="feed-readers">
              {READERS.map(({ name, link }) => (
                <li key={name}>
                  <a href={link(encodeURIComponent(site.addresses.rss))} rel="nofollow noopener">
                    {t('feeds.openIn', { name })}
                  </a>
                </li>
              ))}
              <li>
                <a href={`feed:${site.addresses.rss}`} rel="nofollow">
                  {t('feeds.openIn', { name: t('feeds.app') })}
                </a>
              </li>
            </ul>
          </section>
          <FeedTable title={t('feeds.categories')} feeds={directory.categories} i18n={i18n} />
          <FeedTable title={t('feeds.authors')} feeds={directory.authors} i18n={i18n} />
          <FeedTable title={t('feeds.tags')} feeds={directory.tags} i18n={i18n} />
          <section className="feed-group">
            <h2>{t('feeds.all')}</h2>
            <p>{t('feeds.opmlAbout')}</p>
            <ul className="feed-readers">
              <li>
                <a href={directory.opml} download>
                  {t('feeds.opml')}
                </a>
              </li>
              {languages
                .filter((language) => language !== locale)
                .map((language) => (
                  <li key={language}>
                    <a href={hrefOf(localizePath('/feeds/', language))} hrefLang={language} rel="alternate">
                      {t('feeds.otherLanguage', { language: languageName(language, locale) })}
                    </a>
                  </li>
                ))}
            </ul>
            <p>{t('feeds.formatsAbout')}</p>
          </section>
        </div>
      </div>
    </>
  );
}
