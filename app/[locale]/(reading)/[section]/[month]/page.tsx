import type { Metadata } from 'next';
import { itemsOf, ListData } from '@/app/machines';
import { pageMetadata, parameter, reading } from '@/app/reading';
import { MonthList, SiteShell } from '@/components/reading';
import { localizePath } from '@/lib/i18n';
import { categoryPicture } from '@/lib/metadata';
import { categoryBySlug, monthCounts, postList } from '@/lib/posts';
import { redirectFormer } from '../../former';

interface Props {
  params: Promise<{ locale: string; section: string; month: string }>;
}

const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, section, month } = await params;
  const category = await categoryBySlug(parameter(section), locale);
  if (!category || !isMonth(month)) return {};
  const context = await reading(locale);
  return pageMetadata(context, {
    title: `${context.i18n.format.month(month)} · ${category.name}`,
    picture: categoryPicture(context.site, category, locale),
    path: `/${category.slug}/${month}/`,
    feed: { path: `/${category.slug}/index.xml`, name: category.name },
  });
}

/** `/<category>/<YYYY-MM>/` */
export default async function Page({ params }: Props) {
  const { locale, section, month } = await params;
  const slug = parameter(section);
  const category = await categoryBySlug(slug, locale);
  const list =
    category && isMonth(month) ? await postList({ kind: 'month', category: slug, month }, locale) : null;
  if (!category || !list) return redirectFormer(`/${slug}/${parameter(month)}/`, locale);
  const context = await reading(locale);
  const { i18n, site } = context;
  const months = (await monthCounts(locale))
    .filter((other) => other.category.slug === slug)
    .map((other) => other.month);
  const at = months.indexOf(month);
  return (
    <>
      <SiteShell
        site={site}
        i18n={i18n}
        path={`/${slug}/${month}/`}
        feed={{ href: localizePath(`/${slug}/index.xml`, locale), name: category.name }}
      >
        <MonthList
          category={category}
          month={month}
          list={list}
          older={months[at + 1] ?? null}
          newer={months[at - 1] ?? null}
          i18n={i18n}
        />
      </SiteShell>
      <ListData
        context={context}
        list={list}
        path={`/${slug}/${month}/`}
        name={i18n.format.month(month)}
        items={itemsOf(list.posts)}
        above={[{ name: category.name, path: `/${slug}/` }]}
      />
    </>
  );
}
