import type { ReactNode } from 'react';
import type { SignedInMember } from '@/lib/auth/types';
import { localized, localizePath, type I18n } from '@/lib/i18n';
import type { SiteView } from '@/lib/settings/views';
import { Avatar, ThemeSwitch, Wordmark } from '../ui';
import { MemberMenu } from './MemberMenu';

export type DeskSection = 'posts' | 'media' | 'pages' | 'profile' | 'admin' | null;

/** Everything around a page of the desk: skip link, name of the site, sections, the member. */
export function DeskShell({
  site,
  i18n,
  member,
  section,
  isPlain = false,
  children,
}: {
  site: SiteView;
  i18n: I18n;
  member: SignedInMember;
  /** The section that the page belongs to. */
  section: DeskSection;
  /** The editor brings its own frame and needs the whole window. */
  isPlain?: boolean;
  children: ReactNode;
}) {
  const { t, locale } = i18n;
  const name = localized(member.names, locale);
  const items = [
    { section: 'posts', href: '/write/', label: t('desk.posts') },
    { section: 'media', href: '/write/media/', label: t('desk.media') },
    ...(member.role === 'member'
      ? []
      : [{ section: 'pages', href: '/write/pages/', label: t('desk.pages') }]),
    ...(member.role === 'administrator'
      ? [{ section: 'admin', href: '/admin/', label: t('desk.admin') }]
      : []),
  ];
  if (isPlain) return children;
  return (
    <>
      <a className="skip-link" href="#nm-content">
        {t('shell.skip')}
      </a>
      <header className="desk-head">
        <div className="desk-head-inner">
          <a className="desk-name" href="/" aria-label={t('shell.home', { site: site.name })}>
            <Wordmark size={24} />
            <span>{site.name}</span>
          </a>
          <nav className="desk-menu" aria-label={t('desk.menu')}>
            <ul>
              {items.map((item) => (
                <li key={item.section}>
                  <a href={item.href} aria-current={item.section === section ? 'page' : undefined}>
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <MemberMenu
            label={t('desk.account', { name })}
            button={
              <>
                <Avatar author={{ name, avatar: member.avatar }} size={28} />
                <span>{name}</span>
              </>
            }
          >
            <a href="/write/profile/" aria-current={section === 'profile' ? 'page' : undefined}>
              {t('desk.profile')}
            </a>
            <a href={localizePath('/search/', locale)} data-find="">
              {t('search.open')}
            </a>
            <div className="desk-me-theme">
              <span>{t('shell.theme')}</span>
              <ThemeSwitch i18n={i18n} />
            </div>
            <a href={localizePath('/signout/', locale)}>{t('desk.signOut')}</a>
          </MemberMenu>
        </div>
      </header>
      <main id="nm-content" className="desk-main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
