import type { Metadata } from 'next';
import { pageMetadata, reading } from '@/app/reading';
import { CategoryIndex, SiteShell } from '@/components/reading';
import { categoryList } from '@/lib/posts';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await reading((await params).locale);
  return pageMetadata(context, { title: context.i18n.t('category.indexTitle'), path: '/categories/' });
}

/** `/categories/` */
export default async function Page({ params }: Props) {
  const { locale } = await params;
  const { i18n, site } = await reading(locale);
  return (
    <SiteShell site={site} i18n={i18n} path="/categories/">
      <CategoryIndex categories={await categoryList(locale)} i18n={i18n} />
    </SiteShell>
  );
}
