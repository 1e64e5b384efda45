import type { Metadata } from 'next';
import { pageMetadata, reading } from '@/app/reading';
import { Feeds, SiteShell } from '@/components/reading';
import { feedDirectory } from '@/lib/feeds';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await reading((await params).locale);
  const { t } = context.i18n;
  return pageMetadata(context, { title: t('feeds.title'), description: t('feeds.about'), path: '/feeds/' });
}

/** `/feeds/` */
export default async function Page({ params }: Props) {
  const { locale } = await params;
  const { i18n, site } = await reading(locale);
  return (
    <SiteShell site={site} i18n={i18n} path="/feeds/">
      <Feeds directory={await feedDirectory(locale)} languages={site.languages} i18n={i18n} />
    </SiteShell>
  );
}
