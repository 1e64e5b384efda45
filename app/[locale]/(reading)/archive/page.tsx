import type { Metadata } from 'next';
import { pageMetadata, reading } from '@/app/reading';
import { ArchivePage, SiteShell } from '@/components/reading';
import { monthCounts } from '@/lib/posts';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await reading((await params).locale);
  return pageMetadata(context, { title: context.i18n.t('archive.title'), path: '/archive/' });
}

/** `/archive/` */
export default async function Page({ params }: Props) {
  const { locale } = await params;
  const { i18n, site } = await reading(locale);
  return (
    <SiteShell site={site} i18n={i18n} path="/archive/">
      <ArchivePage months={await monthCounts(locale)} i18n={i18n} />
    </SiteShell>
  );
}
