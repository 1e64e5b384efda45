import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ListData } from '@/app/machines';
import { pageMetadata, reading } from '@/app/reading';
import { PaperIndex, SiteShell } from '@/components/reading';
import { localizePath, pageOf } from '@/lib/i18n';
import { paperList } from '@/lib/papers';

const listAt = cache(paperList);

/** Head of a page of the list of papers. */
export async function papersMetadata(locale: string, page: number): Promise<Metadata> {
  const [context, list] = await Promise.all([reading(locale), listAt(page)]);
  if (!list) return {};
  const { i18n, site } = context;
  const title = i18n.t('paper.indexTitle');
  return pageMetadata(context, {
    title: page === 1 ? title : `${title} – ${i18n.t('list.page', { page })}`,
    ...(list.total > 0 && {
      description: i18n.t('paper.indexDescription', { site: site.name, count: list.total }),
    }),
    path: pageOf('/papers/', page),
  });
}

/** A page of the list of papers. */
export async function Papers({ locale, page }: { locale: string; page: number }) {
  const [context, list] = await Promise.all([reading(locale), listAt(page)]);
  if (!list) notFound();
  const { i18n, site } = context;
  return (
    <>
      <SiteShell site={site} i18n={i18n} path={pageOf('/papers/', page)}>
        <PaperIndex list={list} i18n={i18n} />
      </SiteShell>
      <ListData
        context={context}
        list={list}
        path="/papers/"
        name={i18n.t('paper.indexTitle')}
        items={list.papers.map(({ id, title }) => ({
          name: title,
          path: localizePath(`/papers/${id}/`, locale),
        }))}
      />
    </>
  );
}
