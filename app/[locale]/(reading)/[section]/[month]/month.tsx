import type { Metadata } from 'next';
import { itemsOf, ListData } from '@/app/machines';
import { pageMetadata, parameter, reading } from '@/app/reading';
import { MonthList, SiteShell } from '@/components/reading';
import { localizePath, pageOf } from '@/lib/i18n';
import { categoryPicture } from '@/lib/metadata';
import { categoryBySlug, monthCounts, postList } from '@/lib/posts';
import { redirectFormer } from '../../former';

/** Which page of which month; the parameters of the address as they came. */
export interface MonthParams {
  locale: string;
  section: string;
  month: string;
}

const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

const addressOf = (slug: string, month: string, page: number) => pageOf(`/${slug}/${month}/`, page);

/** Head of a page of a month. */
export async function monthMetadata(
  { locale, section, month }: MonthParams,
  page: number,
): Promise<Metadata> {
  const category = await categoryBySlug(parameter(section), locale);
  if (!category || !isMonth(month)) return {};
  const context = await reading(locale);
  const { format, t } = context.i18n;
  const title = `${format.month(month)} · ${category.name}`;
  return pageMetadata(context, {
    title: page === 1 ? title : `${title} – ${t('list.page', { page })}`,
    picture: categoryPicture(context.site, category, locale),
    path: addressOf(category.slug, month, page),
    feed: { path: `/${category.slug}/index.xml`, name: category.name },
  });
}

/** A page of a month of a category. */
export async function Month({ locale, section, month, page }: MonthParams & { page: number }) {
  const slug = parameter(section);
  const category = await categoryBySlug(slug, locale);
  const list =
    category && isMonth(month)
      ? await postList({ kind: 'month', category: slug, month }, locale, page)
      : null;
  if (!category || !list) return redirectFormer(addressOf(slug, parameter(month), page), locale);
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
        path={addressOf(slug, month, page)}
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
