import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { itemsOf, ListData } from '@/app/machines';
import { pageMetadata, reading } from '@/app/reading';
import { HomeIntro, NewestHeading, PostCardList, SiteShell } from '@/components/reading';
import { siteNode } from '@/lib/metadata';
import { groupView, postList, singlePage } from '@/lib/posts';
import { localizePath, pageOf } from '@/lib/i18n';

/** Head of a page of the newest posts. */
export async function newestMetadata(locale: string, page: number): Promise<Metadata> {
  const context = await reading(locale);
  const { site, i18n } = context;
  return pageMetadata(context, {
    title: page === 1 ? site.name : `${i18n.t('list.newest')} – ${i18n.t('list.page', { page })}`,
    description: site.description,
    path: pageOf('/', page),
  });
}

/** A page of the newest posts, with the introduction of the group above the first. */
export async function Newest({ locale, page }: { locale: string; page: number }) {
  const context = await reading(locale);
  const { i18n, site } = context;
  const [list, intro, group] = await Promise.all([
    postList({ kind: 'all' }, locale, page),
    page === 1 ? singlePage('home', locale) : null,
    page === 1 ? groupView(locale) : null,
  ]);
  if (!list) notFound();
  return (
    <>
      <SiteShell site={site} i18n={i18n} path={pageOf('/', page)}>
        {group && <HomeIntro page={intro} site={site} group={group} posts={list.posts} i18n={i18n} />}
        {list.total > 0 && <NewestHeading page={page} i18n={i18n} />}
        <PostCardList
          list={list}
          i18n={i18n}
          path={localizePath('/', locale)}
          headingLevel={page === 1 ? 3 : 2}
          empty="site"
          hasLead
        />
      </SiteShell>
      <ListData
        context={context}
        list={list}
        path="/"
        name={page === 1 ? site.name : i18n.t('list.newest')}
        description={site.description}
        items={itemsOf(list.posts)}
        more={page === 1 ? [siteNode(context)] : []}
        mayBeEmpty
      />
    </>
  );
}
