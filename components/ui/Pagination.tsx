import { pageOf } from '@/lib/i18n';
import type { I18n } from '@/lib/i18n';
import { hrefOf } from './href';
import { Icon } from './Icon';

/** Pages worth naming: the ends, the present one and its neighbours; 0 stands for a gap. */
function namedPages(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((number, index) => {
    const gap = number - (sorted[index - 1] ?? 0);
    return gap === 1 ? [number] : gap === 2 ? [number - 1, number] : [0, number];
  });
}

/** Links to the pages of a list; nothing for a list of one page. */
export function Pagination({
  page,
  pages,
  path = '/',
  order = 'time',
  address = (number) => hrefOf(pageOf(path, number)),
  i18n,
}: {
  page: number;
  pages: number;
  /** Address of the first page, with the language prefix, decoded: `/en/ai/`. */
  path?: string;
  /** Of a list whose pages are not told apart by their path: the percent-encoded address of a page. */
  address?: (page: number) => string;
  /** What comes first: the newest, or what fits best. */
  order?: 'time' | 'rank';
  i18n: I18n;
}) {
  if (pages <= 1) return null;
  const { t, format } = i18n;
  return (
    <nav className="pagination" aria-label={t('list.pagination')}>
      {page > 1 && (
        <a className="pagination-step" rel="prev" href={address(page - 1)}>
          <Icon name="arrowLeft" />
          {order === 'time' ? t('list.previousPage') : t('search.previousPage')}
        </a>
      )}
      <ol className="pagination-pages">
        {namedPages(page, pages).map((number, index) =>
          number === 0 ? (
            <li key={`gap-${index}`} className="pagination-gap" aria-hidden="true">
              …
            </li>
          ) : (
            <li key={number}>
              <a href={address(number)} aria-current={number === page ? 'page' : undefined}>
                {format.number(number)}
              </a>
            </li>
          ),
        )}
      </ol>
      {page < pages && (
        <a className="pagination-step pagination-next" rel="next" href={address(page + 1)}>
          {order === 'time' ? t('list.nextPage') : t('search.nextPage')}
          <Icon name="arrowRight" />
        </a>
      )}
    </nav>
  );
}
