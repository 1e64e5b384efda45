import type { Metadata } from 'next';
import { pageMetadata, reading } from '@/app/reading';
import { AuthorIndex, SiteShell } from '@/components/reading';
import { authorList } from '@/lib/posts';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await reading((await params).locale);
  return pageMetadata(context, { title: context.i18n.t('author.indexTitle'), path: '/authors/' });
}

/** `/authors/` */
export default async function Page({ params }: Props) {
  const { locale } = await params;
  const { i18n, site } = await reading(locale);
  return (
    <SiteShell site={site} i18n={i18n} path="/authors/">
      <AuthorIndex authors={await authorList(locale)} i18n={i18n} />
    </SiteShell>
  );
}
