import type { Metadata } from 'next';
import { ListData } from '@/app/machines';
import { pageMetadata, reading } from '@/app/reading';
import { TagIndex, SiteShell } from '@/components/reading';
import { localizePath } from '@/lib/i18n';
import { tagList } from '@/lib/posts';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await reading((await params).locale);
  return pageMetadata(context, { title: context.i18n.t('tag.indexTitle'), path: '/tags/' });
}

/** `/tags/` */
export default async function Page({ params }: Props) {
  const { locale } = await params;
  const context = await reading(locale);
  const { i18n, site } = context;
  const tags = await tagList(locale);
  return (
    <>
      <SiteShell site={site} i18n={i18n} path="/tags/">
        <TagIndex tags={tags} i18n={i18n} />
      </SiteShell>
      <ListData
        context={context}
        path="/tags/"
        name={i18n.t('tag.indexTitle')}
        items={tags.map(({ name, slug }) => ({ name, path: localizePath(`/tags/${slug}/`, locale) }))}
      />
    </>
  );
}
