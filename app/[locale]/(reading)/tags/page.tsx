import type { Metadata } from 'next';
import { pageMetadata, reading } from '@/app/reading';
import { TagIndex, SiteShell } from '@/components/reading';
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
  const { i18n, site } = await reading(locale);
  return (
    <SiteShell site={site} i18n={i18n} path="/tags/">
      <TagIndex tags={await tagList(locale)} i18n={i18n} />
    </SiteShell>
  );
}
