import type { ReactNode } from 'react';
import { languageName, localizePath, type I18n } from '@/lib/i18n';
import type { SiteView } from '@/lib/posts/views';
import { hrefOf, Icon, ThemeSwitch, Wordmark } from '../ui';

export interface SiteShellProps {
  site: SiteView;
  i18n: I18n;
  /** Address of the page without language prefix, decoded: `/ai/`. */
  path: string;
  /** Where the page is in each language, prefix included; without it, the same path in every language of the site. */
  languages?: { language: string; path: string }[];
  /** A feed of what the page shows, besides the site's: address with prefix, and whose it is. */
  feed?: { href: string; name: string };
  /** What follows the path in the address of the page, where it means the same in every language: `?q=…`. */
  query?: string;
  /** Whether the page shows one text, which a member may be able to write. */
  isText?: boolean;
  children: ReactNode;
}

function isWithin(path: string, href: string): boolean {
  return href !== '/' && path.startsWith(href.endsWith('/') ? href : `${href}/`);
}

function LanguageSwitch({ site, i18n, path, languages, query = '' }: SiteShellProps) {
  if (site.languages.length < 2) return null;
  return (
    <nav className="language-switch" aria-label={i18n.t('shell.languages')}>
      <ul>
        {site.languages.map((language) => (
          <li key={language}>
            <a
              href={
                hrefOf(
                  languages?.find((other) => other.language === language)?.path ??
                    localizePath(path, language),
                ) + query
              }
              lang={language}
              hrefLang={language}
              rel={language === i18n.locale ? undefined : 'alternate'}
              aria-current={language === i18n.locale ? 'true' : undefined}
            >
              {languageName(language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * What members see more. The same for every visitor, and shown only in a browser in which somebody has signed in
 * (components/islands/member.ts); what a member may do is asked where the links lead.
 */
function MemberLinks({ i18n: { t, locale }, path, isText }: { i18n: I18n; path: string; isText: boolean }) {
  return (
    <nav className="member-links" aria-label={t('shell.member')}>
      {isText && (
        <a href={`/write/edit/?path=${encodeURIComponent(path)}&language=${locale}`} rel="nofollow">
          {t('shell.edit')}
        </a>
      )}
      <a href="/write/" rel="nofollow">
        {t('shell.write')}
      </a>
    </nav>
  );
}

/**
 * Leads to the search page; where the script runs it opens quick find instead (components/islands/find-loader.ts), which the
 * keys open too.
 */
export function SearchEntry({ i18n: { t, locale } }: { i18n: I18n }) {
  return (
    <form className="search-entry" action={hrefOf(localizePath('/search/', locale))}>
      <button type="submit" aria-label={t('search.open')} aria-keyshortcuts="/ Control+K" data-find="">
        <Icon name="search" />
        <span>{t('search.open')}</span>
        <kbd className="needs-script" aria-hidden="true">
          /
        </kbd>
      </button>
    </form>
  );
}

/** Everything around a page's content: skip link, masthead, menu, switches, footer. Goes directly into `<body>`. */
export function SiteShell(props: SiteShellProps) {
  const { site, i18n, path, feed, isText = false, children } = props;
  const { t, locale } = i18n;
  const at = (address: string) => hrefOf(localizePath(address, locale));
  const here = localizePath(path, locale);
  const rooms = [
    { label: t('nav.archive'), path: '/archive/' },
    { label: t('nav.categories'), path: '/categories/' },
    { label: t('nav.tags'), path: '/tags/' },
    { label: t('nav.authors'), path: '/authors/' },
    { label: t('paper.indexTitle'), path: '/papers/' },
  ];
  const menu = site.menu.length > 0 ? site.menu : [{ label: t('nav.categories'), href: at('/categories/') }];
  const items = [...menu, { label: t('nav.archive'), href: at('/archive/') }];

  return (
    <>
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        title={site.name}
        href={at('/opensearch.xml')}
      />
      <a className="skip-link" href="#nm-content">
        {t('shell.skip')}
      </a>
      <header className="masthead">
        <div className="masthead-inner page-grid">
          <div className="masthead-top">
            <a className="masthead-name" href={at('/')} aria-label={t('shell.home', { site: site.name })}>
              {site.logo === null ? (
                <Wordmark size={30} />
              ) : (
                <span
                  className="masthead-logo"
                  style={{ aspectRatio: `${site.logo.width} / ${site.logo.height}` }}
                >
                  <img src={site.logo.src} width={site.logo.width} height={site.logo.height} alt="" />
                </span>
              )}
              <span className="masthead-title">{site.name}</span>
            </a>
            <div className="switches">
              <MemberLinks i18n={i18n} path={path} isText={isText} />
              <SearchEntry i18n={i18n} />
              <LanguageSwitch {...props} />
              <ThemeSwitch i18n={i18n} />
            </div>
          </div>
          <nav className="menu" aria-label={t('shell.menu')}>
            <ul>
              {items.map(({ label, href }) => (
                <li key={`${href} ${label}`}>
                  <a
                    href={hrefOf(href)}
                    aria-current={here === href ? 'page' : isWithin(here, href) ? 'true' : undefined}
                  >
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      {/* No heading of an article can have an id that begins like this. */}
      <main id="nm-content" tabIndex={-1}>
        {children}
      </main>
      <footer className="colophon">
        <div className="colophon-inner page-grid">
          <div className="colophon-mark">
            <Wordmark size={26} />
          </div>
          <div className="colophon-text">
            <p className="colophon-name">{site.name}</p>
            {site.description !== '' && <p>{site.description}</p>}
          </div>
          <nav className="colophon-links" aria-label={t('shell.explore')}>
            <ul>
              {rooms.map((room) => (
                <li key={room.path}>
                  <a href={at(room.path)}>{room.label}</a>
                </li>
              ))}
              {feed !== undefined && (
                <li>
                  <a href={hrefOf(feed.href)}>
                    <Icon name="feed" />
                    {t('shell.feedOf', { name: feed.name })}
                  </a>
                </li>
              )}
              <li>
                <a href={at('/feeds/')}>
                  <Icon name="feed" />
                  {t('shell.feeds')}
                </a>
              </li>
            </ul>
          </nav>
          <p className="colophon-small">
            {site.copyright !== null && <span>{site.copyright}</span>}
            <span>{t('shell.madeWith', { product: 'Nonmun' })}</span>
            <a href={at('/signin/')} rel="nofollow">
              {t('shell.signIn')}
            </a>
          </p>
        </div>
      </footer>
    </>
  );
}
