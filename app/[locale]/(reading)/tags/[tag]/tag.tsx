import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { itemsOf, ListData } from '@/app/machines';
import { pageMetadata, reading } from '@/app/reading';
import { PostCardList, SiteShell, TagHeader } from '@/components/reading';
import { localizePath, pageOf } from '@/lib/i18n';
import { postList, relatedTags, tagBySlug } from '@/lib/posts';

/** Head of a page of a tag. */
export async function tagMetadata(locale: string, slug: string, page: number): Promise<Metadata> {
  const context = await reading(locale);
  const tag = await tagBySlug(slug, locale);
  if (!tag) return {};
  return pageMetadata(context, {
    title: page === 1 ? tag.name : `${tag.name} – ${context.i18n.t('list.page', { page })}`,
    path: pageOf(`/tags/${slug}/`, page),
    feed: { path: `/tags/${slug}/index.xml`, name: tag.name },
  });
}

/** A page of a tag. */
export async function Tag({ locale, slug, page }: { locale: string; slug: string; page: number }) {
  const context = await reading(locale);
  const { i18n, site } = context;
  const [tag, list, related] = await Promise.all([
    tagBySlug(slug, locale),
    postList({ kind: 'tag', slug }, locale, page),
    page === 1 ? relatedTags(slug, locale) : [],
  ]);
  if (!tag || !list) notFound();
  const path = `/tags/${slug}/`;
  return (
    <>
      <SiteShell
        site={site}
        i18n={i18n}
        path={pageOf(path, page)}
        feed={{ href: localizePath(`${path}index.xml`, locale), name: tag.name }}
      >
        <TagHeader name={tag.name} total={list.total} related={related} i18n={i18n} />
        <PostCardList list={list} i18n={i18n} path={localizePath(path, locale)} empty="tag" />
      </SiteShell>
      <ListData
        context={context}
        list={list}
        path={path}
        name={tag.name}
        items={itemsOf(list.posts)}
        above={[{ name: i18n.t('tag.indexTitle'), path: '/tags/' }]}
      />
    </>
  );
}
