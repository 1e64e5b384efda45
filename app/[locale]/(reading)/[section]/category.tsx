import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { itemsOf, ListData } from '@/app/machines';
import { pageMetadata, reading, type Reading } from '@/app/reading';
import { CategoryHeader, PostCardList, SiteShell } from '@/components/reading';
import { localizePath, pageOf } from '@/lib/i18n';
import { categoryPicture } from '@/lib/metadata';
import { authorsOfCategory, monthCounts, postList, type CategoryView } from '@/lib/posts';

/** Head of a page of a category. */
export function categoryMetadata(context: Reading, category: CategoryView, page: number): Metadata {
  const { t } = context.i18n;
  return pageMetadata(context, {
    title: page === 1 ? category.name : `${category.name} – ${t('list.page', { page })}`,
    description: category.description,
    picture: categoryPicture(context.site, category, context.locale),
    path: pageOf(`/${category.slug}/`, page),
    feed: { path: `/${category.slug}/index.xml`, name: category.name },
  });
}

/** A page of a category. */
export async function Category({
  locale,
  category,
  page,
}: {
  locale: string;
  category: CategoryView;
  page: number;
}) {
  const context = await reading(locale);
  const { i18n, site } = context;
  const [list, months, authors] = await Promise.all([
    postList({ kind: 'category', slug: category.slug }, locale, page),
    page === 1 ? monthCounts(locale) : [],
    page === 1 ? authorsOfCategory(category.slug, locale) : [],
  ]);
  if (!list) notFound();
  const path = `/${category.slug}/`;
  return (
    <>
      <SiteShell
        site={site}
        i18n={i18n}
        path={pageOf(path, page)}
        feed={{ href: localizePath(`${path}index.xml`, locale), name: category.name }}
      >
        <CategoryHeader
          name={category.name}
          description={category.description}
          total={list.total}
          authors={authors}
          months={months.filter((month) => month.category.slug === category.slug)}
          i18n={i18n}
        />
        <PostCardList
          list={list}
          i18n={i18n}
          path={localizePath(path, locale)}
          showCategory={false}
          empty="category"
        />
      </SiteShell>
      <ListData
        context={context}
        list={list}
        path={path}
        name={category.name}
        description={category.description}
        items={itemsOf(list.posts)}
        above={[{ name: i18n.t('category.indexTitle'), path: '/categories/' }]}
      />
    </>
  );
}
