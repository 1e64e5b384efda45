import type { Metadata } from 'next';
import { reading } from '@/app/reading';
import { NotFound, SiteShell } from '@/components/reading';
import { currentAddress } from '@/lib/cache';
import { splitLocale } from '@/lib/i18n';
import { nearPosts, wordsOfAddress } from '@/lib/posts';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, i18n } = await reading((await params).locale);
  return { title: `${i18n.t('notFound.title')} · ${site.name}`, robots: { index: false } };
}

/** What the server answers with wherever there is no page; it has the status 404. */
export default async function Page({ params }: Props) {
  const { locale } = await params;
  const { site, i18n } = await reading(locale);
  const { path } = splitLocale(decodeURIComponent(currentAddress() ?? '/'));
  const near = await nearPosts(path, locale);
  return (
    <SiteShell site={site} i18n={i18n} path="/">
      <NotFound question={wordsOfAddress(path)} suggestions={near.posts} similar={near.similar} i18n={i18n} />
    </SiteShell>
  );
}
