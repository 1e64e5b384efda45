import { arxivUrl, doiUrl } from './identifiers';
import { familyName, folded } from './naming';
import type { PaperView } from './types';

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const escaped = (text: string) => text.replace(/[\\{}&%$#_~^]/g, (letter) => SPECIAL[letter] ?? letter);

/** @returns text as LaTeX; formulas between `$` stay as they are where they are whole. */
export function latex(text: string): string {
  return text
    .split(/(\$[^$\n]+\$)/)
    .map((part, index) => (index % 2 === 1 && isBalanced(part) ? part : escaped(part)))
    .join('');
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '{') depth += 1;
    else if (letter === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

const PROCEEDINGS =
  /proceedings|conference|workshop|symposium|학술대회|\b(?:neurips|nips|icml|iclr|aaai|ijcai|acl|emnlp|naacl|eacl|coling|cvpr|iccv|eccv|wacv|interspeech|icassp|kdd|sigir|www|chi|uist|osdi|sosp|usenix)\b/i;

/** @returns what the entry is cited by: `radford2022robust`. Letters and digits of ASCII alone, as every tool takes them. */
function keyOf({ authors, year, title, id }: PaperView): string {
  const ascii = (text: string) => folded(text).replace(/[^a-z0-9]/g, '');
  const word =
    /[^-]+$/.exec(
      id
        .split('-')
        .slice(0, year === null ? 2 : 3)
        .join('-'),
    )?.[0] ?? title;
  return `${ascii(familyName(authors[0] ?? ''))}${year ?? ''}${ascii(word)}` || 'paper';
}

/**
 * @returns a BibTeX entry for a paper, with a line break at its end: `@article` or `@inproceedings` by its venue, `@misc`
 *   without one. Names, title and venue are escaped for LaTeX; letters beyond ASCII stay.
 */
export function paperBibtex(paper: PaperView): string {
  const { title, authors, year, venue, doi, arxivId, url } = paper;
  const isProceedings = PROCEEDINGS.test(venue);
  const type = venue === '' ? 'misc' : isProceedings ? 'inproceedings' : 'article';
  const name = (author: string) => (/\band\b/.test(author) ? `{${latex(author)}}` : latex(author));
  const fields: [string, string][] = [
    ['title', `{${latex(title)}}`],
    ['author', authors.map(name).join(' and ')],
    ['year', String(year ?? '')],
    [isProceedings ? 'booktitle' : 'journal', latex(venue)],
    ['doi', doi ?? ''],
    ['eprint', arxivId ?? ''],
    ['archivePrefix', arxivId === null ? '' : 'arXiv'],
    ['url', url ?? (doi === null ? (arxivId === null ? '' : arxivUrl(arxivId)) : doiUrl(doi))],
  ];
  const lines = fields
    .filter(([, value]) => value !== '')
    .map(([field, value]) => `  ${field} = {${value}},\n`);
  return `@${type}{${keyOf(paper)},\n${lines.join('')}}\n`;
}
