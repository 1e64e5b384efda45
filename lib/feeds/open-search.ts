import { hrefOf, i18nFor, localizePath } from '@/lib/i18n';
import { siteView } from '@/lib/settings';
import { element, emptyElement } from './xml';

/** Longest names that the format allows, in characters. */
const LONGEST_SHORT_NAME = 16;
const LONGEST_DESCRIPTION = 1024;

/** @returns how browsers search this site (OpenSearch 1.1, draft 6, section 3: description documents). */
export async function openSearch(language: string): Promise<string> {
  const { origin, name, timeZone } = await siteView(language);
  const { t } = i18nFor(language, timeZone);
  const cut = (text: string, most: number) => [...text].slice(0, most).join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    element('ShortName', cut(name, LONGEST_SHORT_NAME)),
    element('Description', cut(t('search.openSearch', { site: name }), LONGEST_DESCRIPTION)),
    element('InputEncoding', 'UTF-8'),
    element('Language', language),
    `<Image width="32" height="32" type="image/x-icon">${origin}/favicon.ico</Image>`,
    emptyElement('Url', {
      type: 'text/html',
      template: `${origin}${hrefOf(localizePath('/search/', language))}?q={searchTerms}`,
    }),
    '</OpenSearchDescription>\n',
  ].join('\n');
}
