// How papers are named in addresses, compared by title, and found by typing. Pure.

/** Longest address, in UTF-16 units, without the number that tells two apart. */
const LONGEST = 80;
/** Words of the title in an address. */
const TITLE_WORDS = 4;
/** Words that say nothing of a title. */
const SMALL_WORDS = new Set(
  'a an the of for on in with and or to from by via is are as at its be using towards toward into'.split(' '),
);
const SUFFIX = /^(?:jr|sr|i{1,3}|iv|phd|md)\.?$/i;

/** @returns text in lower case without accents and width; Hangul stays in syllables. */
export function folded(text: string): string {
  return text.normalize('NFKC').normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
}

/** @returns a title as titles are compared: letters and digits alone. */
export function titleKeyOf(title: string): string {
  return folded(title).replace(/[^\p{L}\p{N}]/gu, '');
}

/** @returns the words of a text, folded. */
function wordsOf(text: string): string[] {
  return folded(text.replace(/['’]/g, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/**
 * @param name as a paper prints it: `Alec Radford`, `Radford, Alec`, `Laurens van der Maaten`, `김철수`.
 * @returns the family name, which is the whole of a Korean name.
 */
export function familyName(name: string): string {
  const [family = '', given] = name.split(',');
  if (given !== undefined) return family.trim();
  if (/^[\p{Script=Hangul}\p{Script=Han}\s]+$/u.test(name)) return name.replace(/\s/g, '');
  const parts = name.split(/\s+/).filter((part) => part !== '' && !SUFFIX.test(part));
  return parts.at(-1) ?? name;
}

/**
 * @returns what a paper's address is made of: `radford-2022-robust-speech-recognition-large`. It is chosen once, when the paper
 *   is added, and says to a person what it leads to; never empty.
 */
export function paperSlug(paper: { title: string; authors: readonly string[]; year: number | null }): string {
  const [first = ''] = paper.authors;
  const words = wordsOf(paper.title);
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  const slug = [
    wordsOf(familyName(first)).join(''),
    paper.year === null ? '' : String(paper.year),
    ...(telling.length > 0 ? telling : words).slice(0, TITLE_WORDS),
  ]
    .filter(Boolean)
    .join('-')
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/^-+|-+$/g, '');
  // `/papers/page/` is where the list goes on.
  return slug === '' || slug === 'page' ? 'paper' : slug;
}

/** @returns what is looked through while somebody types. */
export function findTextOf(paper: {
  title: string;
  authors: readonly string[];
  year: number | null;
  venue: string;
  doi: string | null;
  arxivId: string | null;
}): string {
  const { title, authors, year, venue, doi, arxivId } = paper;
  return folded([title, authors.join(' '), year ?? '', venue, arxivId ?? '', doi ?? ''].join(' '));
}
