import { reading } from '@/app/reading';
import { NotFound, SiteShell } from '@/components/reading';
import { currentAddress } from '@/lib/cache';
import { splitLocale } from '@/lib/i18n';
import { nearPosts } from '@/lib/posts';

/** What a link shows that is unknown, revoked or expired; it does not tell which. */
export default async function Page() {
  const { locale } = splitLocale(currentAddress() ?? '/');
  const { site, i18n } = await reading(locale);
  // The newest: nothing is like a secret.
  const near = await nearPosts('/', locale);
  return (
    <SiteShell site={site} i18n={i18n} path="/">
      <title>{`${i18n.t('notFound.title')} · ${site.name}`}</title>
      <NotFound suggestions={near.posts} similar={false} i18n={i18n} />
    </SiteShell>
  );
}
