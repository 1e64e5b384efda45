import type { Metadata } from 'next';
import { StructuredData } from '@/app/machines';
import { pageMetadata, parameter, reading } from '@/app/reading';
import { SinglePageArticle, SiteShell } from '@/components/reading';
import { breadcrumbNode, singlePageNode } from '@/lib/metadata';
import { categoryBySlug, singlePage } from '@/lib/posts';
import { redirectFormer } from '../former';
import { Category, categoryMetadata } from './category';

interface Props {
  params: Promise<{ locale: string; section: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, section } = await params;
  const slug = parameter(section);
  const context = await reading(locale);
  const category = await categoryBySlug(slug, locale);
  if (category) return categoryMetadata(context, category, 1);
  const page = await singlePage(slug, locale);
  if (!page) return {};
  return pageMetadata(context, {
    title: page.title,
    description: page.excerptText,
    path: `/${slug}/`,
    languages: page.languages,
    contentLanguage: page.language,
  });
}

/** `/<category>/`, or a single page such as `/about/`. */
export default async function Page({ params }: Props) {
  const { locale, section } = await params;
  const slug = parameter(section);
  const category = await categoryBySlug(slug, locale);
  if (category) return <Category locale={locale} category={category} page={1} />;
  const page = await singlePage(slug, locale);
  if (!page) return redirectFormer(`/${slug}/`, locale);
  const context = await reading(locale);
  const { i18n, site } = context;
  return (
    <>
      <SiteShell site={site} i18n={i18n} path={`/${slug}/`} isText>
        <SinglePageArticle page={page} i18n={i18n} />
      </SiteShell>
      <StructuredData
        nodes={[
          singlePageNode(context, page),
          breadcrumbNode(context, [{ name: page.title, path: `/${slug}/` }]),
        ]}
      />
    </>
  );
}
