import { defaultLanguage, isLanguage } from './languages';

/**
 * A root-relative address in `locale`: `/ai/` is `/en/ai/` in English and itself in the default language. `path` has no
 * prefix. Anything that is not root-relative (`https:`, `mailto:`, `#…`, `//host`) is returned as it is.
 */
export function localizePath(path: string, locale: string): string {
  if (!path.startsWith('/') || path.startsWith('//') || locale === defaultLanguage) return path;
  return `/${locale}${path}`;
}

/**
 * Language and unprefixed path of an address: `/en/ai/` is English `/ai/`, `/en` English `/`. Without a known prefix,
 * and for the default language's own (`/ko/…` is no address of the site's), the path is taken as it is.
 */
export function splitLocale(pathname: string): { locale: string; path: string } {
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/su.exec(pathname) ?? [];
  if (isLanguage(first) && first !== defaultLanguage)
    return { locale: first, path: rest === '' ? '/' : rest };
  return { locale: defaultLanguage, path: pathname === '' ? '/' : pathname };
}

/**
 * A decoded path as it goes into `href`: percent-encoded, so that every page and every server log has one spelling of an
 * address. Addresses with a scheme or a fragment are returned as they are.
 */
export function hrefOf(path: string): string {
  return path.startsWith('/') ? encodeURI(path).replace(/[?#]/g, encodeURIComponent) : path;
}

/**
 * @param path of the first page of a list, with a final slash.
 * @param page 1-based.
 * @returns the address of a page of the list.
 */
export function pageOf(path: string, page: number): string {
  return page === 1 ? path : `${path}page/${page}/`;
}
