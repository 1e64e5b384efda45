import { hrefOf, localizePath, pageOf } from '@/lib/i18n';
import {
  breadcrumbNode,
  collectionNode,
  structuredText,
  type Collection,
  type Step,
  type Thing,
} from '@/lib/metadata';
import type { Reading } from './reading';

/** Structured data: data, which no browser runs, so that the policy of the page need not know of it. */
export function StructuredData({ nodes }: { nodes: Thing[] }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structuredText(nodes) }} />;
}

/** Which page of a list this is. */
interface Paging {
  page: number;
  pages: number;
  total: number;
}

/** @returns posts as items of a list. */
export function itemsOf(posts: readonly { title: string; path: string }[]): Collection['items'] {
  return posts.map(({ title, path }) => ({ name: title, path }));
}

/**
 * What a page of a list says to machines: the pages before and after it, what is on it, the way to it. A list with
 * nothing in it is not to be found by search engines.
 *
 * @param props.path of the first page, without language prefix, decoded.
 * @param props.above steps between the first page of the site and the list.
 * @param props.more further nodes, such as whose page it is.
 */
export function ListData({
  context,
  items,
  list: { page, pages, total } = { page: 1, pages: 1, total: items.length },
  path,
  name,
  description,
  above = [],
  more = [],
  mayBeEmpty = false,
}: {
  context: Reading;
  /** Which page of it; everything on one where it is not given. */
  list?: Paging;
  path: string;
  name: string;
  description?: string;
  items: Collection['items'];
  above?: Step[];
  more?: Thing[];
  mayBeEmpty?: boolean;
}) {
  const at = (number: number) =>
    context.site.origin + hrefOf(localizePath(pageOf(path, number), context.locale));
  const perPage =
    page < pages ? items.length : page === 1 ? total : Math.round((total - items.length) / (page - 1));
  const from = (page - 1) * perPage + 1;
  const steps = path === '/' ? [] : [...above, { name, path }];
  return (
    <>
      {total === 0 && !mayBeEmpty && <meta name="robots" content="noindex" />}
      {page > 1 && <link rel="prev" href={at(page - 1)} />}
      {page < pages && <link rel="next" href={at(page + 1)} />}
      <StructuredData
        nodes={[
          ...more,
          collectionNode(context, { name, description, path: pageOf(path, page), from, items }),
          ...(steps.length > 0 ? [breadcrumbNode(context, steps)] : []),
        ]}
      />
    </>
  );
}
