import { NotFound, SiteShell } from '@/components/reading';
import { currentAddress } from '@/lib/cache';
import { i18nFor, splitLocale } from '@/lib/i18n';
import { nearPosts } from '@/lib/posts';
import { siteView } from '@/lib/settings';

/** Shown for every address without a page. */
export default async function Page() {
  const { locale, path } = splitLocale(decodeURI(currentAddress() ?? '/'));
  const site = await siteView(locale);
  const i18n = i18nFor(locale, site.timeZone);
  const near = await nearPosts(path, locale);
  return (
    <SiteShell site={site} i18n={i18n} path="/">
      <title>{`${i18n.t('notFound.title')} · ${site.name}`}</title>
      <NotFound suggestions={near.posts} similar={near.similar} i18n={i18n} />
    </SiteShell>
  );
}
