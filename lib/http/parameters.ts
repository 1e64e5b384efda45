/** A parameter that an address knows; `read` gives its one spelling, or null for what is none of its values. */
export interface Parameter {
  name: string;
  read: (value: string) => string | null;
}

/** Characters of a question that are handed on; one more than a search reads, by which it knows that there was more. */
const LONGEST_QUESTION = 201;

const number = (value: string): string | null => (/^[0-9]{1,6}$/.test(value) ? String(Number(value)) : null);
const year = (value: string): string | null => (/^[0-9]{4}$/.test(value) ? value : null);
const name = (value: string): string | null =>
  /^\P{Cc}{1,100}$/u.test(value) ? value.normalize('NFC') : null;
const question = (value: string): string => [...value.normalize('NFC')].slice(0, LONGEST_QUESTION).join('');

export const FEED_PARAMETERS: readonly Parameter[] = [
  { name: 'archive', read: number },
  { name: 'n', read: number },
  { name: 'page', read: number },
];

export const SEARCH_PARAMETERS: readonly Parameter[] = [
  { name: 'author', read: name },
  { name: 'category', read: name },
  { name: 'language', read: name },
  { name: 'page', read: number },
  { name: 'q', read: question },
  { name: 'year', read: year },
];

/**
 * Only parameters that an address knows reach the framework, in one order and one spelling, so that trackers'
 * parameters neither multiply kept answers nor leave a trace in one.
 *
 * @param query as it stands in an address, with `?`. @returns the same, with what is known.
 */
export function pickQuery(query: string, known: readonly Parameter[]): string {
  if (query === '') return '';
  const given = new URLSearchParams(query);
  const picked = new URLSearchParams();
  for (const { name: key, read } of known) {
    const value = given.get(key);
    const spelt = value === null ? null : read(value);
    if (spelt !== null) picked.set(key, spelt);
  }
  return picked.size === 0 ? '' : `?${picked.toString()}`;
}
