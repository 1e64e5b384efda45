import type { Metadata } from 'next';
import { ListData } from '@/app/machines';
import { pageMetadata, reading } from '@/app/reading';
import { ArchivePage, SiteShell } from '@/components/reading';
import { localizePath } from '@/lib/i18n';
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
  const context = await reading(locale);
  const { i18n, site } = context;
  const months = await monthCounts(locale);
  return (
    <>
      <SiteShell site={site} i18n={i18n} path="/archive/">
        <ArchivePage months={months} i18n={i18n} />
      </SiteShell>
      <ListData
        context={context}
        path="/archive/"
        name={i18n.t('archive.title')}
        items={months.slice(0, 100).map(({ month, category }) => ({
          name: `${category.name} · ${i18n.format.month(month)}`,
          path: localizePath(`/${category.slug}/${month}/`, locale),
        }))}
      />
    </>
  );
}
