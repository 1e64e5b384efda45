import type { Metadata } from 'next';
import { ListData } from '@/app/machines';
import { pageMetadata, reading } from '@/app/reading';
import { AuthorIndex, SiteShell } from '@/components/reading';
import { localizePath } from '@/lib/i18n';
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
  const context = await reading(locale);
  const { i18n, site } = context;
  const authors = await authorList(locale);
  return (
    <>
      <SiteShell site={site} i18n={i18n} path="/authors/">
        <AuthorIndex authors={authors} i18n={i18n} />
      </SiteShell>
      <ListData
        context={context}
        path="/authors/"
        name={i18n.t('author.indexTitle')}
        items={authors.map(({ name, handle }) => ({
          name,
          path: localizePath(`/authors/${handle}/`, locale),
        }))}
      />
    </>
  );
}
