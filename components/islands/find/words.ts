import en from '../../../messages/find.en.json';
import ko from '../../../messages/find.ko.json';

/** Of the page. */
export const language = document.documentElement.lang === 'en' ? 'en' : 'ko';

/** Address of the search page. */
export const base = language === 'en' ? '/en/search/' : '/search/';

const { find: words } = language === 'en' ? en : ko;

/** @returns a sentence of the interface; these few are plain text, so that the script needs no formatter. */
export function say(key: `find.${keyof typeof words}`): string {
  return words[key.slice('find.'.length) as keyof typeof words];
}
