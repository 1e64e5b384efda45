import type { Metadata } from 'next';
import { pageMetadata, reading } from '@/app/reading';
import { searchQuery, SearchResults, SiteShell } from '@/components/reading';
import { lookAround } from '@/lib/posts';
import { askedIn, type Query } from './asked';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const context = await reading((await params).locale);
  const { question, page } = askedIn(await searchParams, context.site.languages);
  const { t } = context.i18n;
  const title =
    question === ''
      ? t('search.title')
      : page === 1
        ? t('search.titleOf', { question })
        : t('search.pageTitle', { question, page });
  const metadata = pageMetadata(context, { title, path: '/search/' });
  // What was found for somebody's words is nothing to be found again.
  return question === '' ? metadata : { ...metadata, robots: { index: false, follow: true } };
}

/** `/search/?q=…` */
export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  const { i18n, site } = await reading(locale);
  const asked = askedIn(await searchParams, site.languages);
  const { question, filters, page } = asked;
  const around = await lookAround(question, locale, filters, page);
  const query = question === '' ? '' : searchQuery(asked);
  return (
    <SiteShell site={site} i18n={i18n} path="/search/" query={query}>
      <SearchResults asked={asked} {...around} i18n={i18n} />
    </SiteShell>
  );
}
