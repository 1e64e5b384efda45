import type { Metadata } from 'next';
import { ListData } from '@/app/machines';
import { pageMetadata, reading } from '@/app/reading';
import { CategoryIndex, SiteShell } from '@/components/reading';
import { localizePath } from '@/lib/i18n';
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
  const context = await reading(locale);
  const { i18n, site } = context;
  const categories = await categoryList(locale);
  return (
    <>
      <SiteShell site={site} i18n={i18n} path="/categories/">
        <CategoryIndex categories={categories} i18n={i18n} />
      </SiteShell>
      <ListData
        context={context}
        path="/categories/"
        name={i18n.t('category.indexTitle')}
        items={categories.map(({ name, slug }) => ({ name, path: localizePath(`/${slug}/`, locale) }))}
      />
    </>
  );
}
