import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { itemsOf, ListData } from '@/app/machines';
import { pageMetadata, reading } from '@/app/reading';
import { PaperHeader, PostCardList, shortAuthors, SiteShell } from '@/components/reading';
import { hrefOf, localizePath, pageOf } from '@/lib/i18n';
import { paperNode } from '@/lib/metadata';
import { paperBibtex, paperById, paperIdOf } from '@/lib/papers';
import { postList } from '@/lib/posts';

const paperAt = cache(paperById);

/** Head of a page of a paper. */
export async function paperMetadata(locale: string, id: string, page: number): Promise<Metadata> {
  const [context, paper] = await Promise.all([reading(locale), paperAt(id)]);
  if (!paper) return {};
  const { t } = context.i18n;
  const { title, authors } = paper;
  return pageMetadata(context, {
    title: page === 1 ? title : `${title} – ${t('list.page', { page })}`,
    description:
      authors.length === 0
        ? t('paper.pageDescriptionPlain', { title })
        : t('paper.pageDescription', { title, authors: shortAuthors(authors, context.i18n) }),
    path: pageOf(`/papers/${id}/`, page),
  });
}

/** A page of a paper: what is known of it, and the posts about it. Its arXiv id leads to it too. */
export async function Paper({ locale, id, page }: { locale: string; id: string; page: number }) {
  const [context, paper, list] = await Promise.all([
    reading(locale),
    paperAt(id),
    postList({ kind: 'paper', id }, locale, page),
  ]);
  if (!paper) {
    const meant = page === 1 ? await paperIdOf(id) : null;
    if (meant === null) notFound();
    permanentRedirect(hrefOf(localizePath(`/papers/${meant}/`, locale)));
  }
  if (!list) notFound();
  const { i18n, site } = context;
  const path = `/papers/${id}/`;
  return (
    <>
      <SiteShell site={site} i18n={i18n} path={pageOf(path, page)}>
        <PaperHeader paper={paper} bibtex={paperBibtex(paper)} i18n={i18n} />
        <PostCardList list={list} i18n={i18n} path={localizePath(path, locale)} headingLevel={3} />
      </SiteShell>
      <ListData
        context={context}
        list={list}
        path={path}
        name={paper.title}
        items={itemsOf(list.posts)}
        above={[{ name: i18n.t('paper.indexTitle'), path: '/papers/' }]}
        more={[paperNode(context, paper)]}
      />
    </>
  );
}
