import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { itemsOf, ListData } from '@/app/machines';
import { pageMetadata, reading } from '@/app/reading';
import { Activity, AuthorHeader, AuthorPapers, PostCardList, SiteShell } from '@/components/reading';
import { hrefOf, localizePath, pageOf } from '@/lib/i18n';
import { authorPicture, profileNode } from '@/lib/metadata';
import { presentHandle } from '@/lib/members';
import { papersOfAuthor } from '@/lib/papers';
import { authorByHandle, authorWeeks, postList } from '@/lib/posts';

/** Head of a page of an author. */
export async function authorMetadata(locale: string, handle: string, page: number): Promise<Metadata> {
  const context = await reading(locale);
  const author = await authorByHandle(handle, locale);
  if (!author) return {};
  return pageMetadata(context, {
    title: page === 1 ? author.name : `${author.name} – ${context.i18n.t('list.page', { page })}`,
    description: author.about,
    picture: authorPicture(context.site, author, locale),
    path: pageOf(`/authors/${handle}/`, page),
    feed: { path: `/authors/${handle}/index.xml`, name: author.name },
  });
}

/** A page of an author. */
export async function Author({ locale, handle, page }: { locale: string; handle: string; page: number }) {
  const context = await reading(locale);
  const { i18n, site } = context;
  const [author, list, years, papers] = await Promise.all([
    authorByHandle(handle, locale),
    postList({ kind: 'author', handle }, locale, page),
    page === 1 ? authorWeeks(handle) : [],
    page === 1 ? papersOfAuthor(handle) : [],
  ]);
  if (!author || !list) return redirectToPresent(locale, handle);
  const path = `/authors/${handle}/`;
  return (
    <>
      <SiteShell
        site={site}
        i18n={i18n}
        path={pageOf(path, page)}
        feed={{ href: localizePath(`${path}index.xml`, locale), name: author.name }}
      >
        <AuthorHeader author={author} total={list.total} i18n={i18n} />
        <Activity years={years} i18n={i18n} />
        <AuthorPapers papers={papers} i18n={i18n} />
        <PostCardList list={list} i18n={i18n} path={localizePath(path, locale)} empty="author" />
      </SiteShell>
      <ListData
        context={context}
        list={list}
        path={path}
        name={author.name}
        description={author.about}
        items={itemsOf(list.posts)}
        above={[{ name: i18n.t('author.indexTitle'), path: '/authors/' }]}
        more={page === 1 ? [profileNode(context, author)] : []}
      />
    </>
  );
}

/** Leads from a handle of before, also of an author who was handed over, to the member's page; otherwise there is none. */
async function redirectToPresent(locale: string, handle: string): Promise<never> {
  const present = await presentHandle(handle);
  if (present === null || present === handle) notFound();
  permanentRedirect(hrefOf(localizePath(`/authors/${present}/`, locale)));
}
