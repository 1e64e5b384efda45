import { createHash } from 'node:crypto';
import { hrefOf } from '@/lib/i18n';
import { latex } from '@/lib/papers';
import type { Citations, PostPage, SiteView } from './views';

type Cited = Pick<PostPage, 'authors' | 'guid' | 'language' | 'languages' | 'path' | 'publishedAt' | 'title'>;

/** Authors that APA names before it leaves out all but the last (APA 7, 9.8). */
const MOST_AUTHORS = 20;
/** Months as BibTeX knows them, without quotes ("BibTeXing", Patashnik 1988, 3.1). */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Citations of a post, by the conventions of the page's language:
 * - BibTeX: `@misc` with the fields of "BibTeXing" (Patashnik 1988) and `url`, which biblatex and natbib's styles know. The
 *   key is made of the guid, so that it stays the same through corrections, moves and copies of the blog.
 * - APA 7, 10.16 (blog post): Latin names by family name and initials; names in Hangul as they are.
 * - Plain: in English as Chicago has notes (17th edition, 14.208), in Korean with the title in 「낫표」.
 *
 * @param language of the page: `ko` for Korean conventions, otherwise English ones.
 */
export function cite(
  post: Cited,
  site: Pick<SiteView, 'name' | 'origin' | 'timeZone'>,
  language: string,
): Citations {
  const names = post.authors.map(({ name }) => name);
  // A page in a language that the post lacks shows another one's text: that one's address is cited.
  const path = post.languages.find((own) => own.language === post.language)?.path ?? post.path;
  const facts = {
    names,
    title: post.title,
    site: site.name,
    url: site.origin + hrefOf(path),
    day: dayOf(post.publishedAt, site.timeZone),
  };
  const isKorean = language === 'ko';
  return {
    url: facts.url,
    bibtex: bibtex(facts, keyOf(post, facts.day.year)),
    apa: apa(facts, isKorean),
    plain: isKorean ? plainKorean(facts) : plainEnglish(facts),
  };
}

interface Facts {
  names: string[];
  title: string;
  site: string;
  url: string;
  day: { year: number; month: number; day: number };
}

function dayOf(date: Date, timeZone: string): Facts['day'] {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    timeZone,
  }).format(date);
  const [year = 0, month = 1, day = 1] = parts.split('-').map(Number);
  return { year, month, day };
}

function keyOf({ guid, language }: Cited, year: number): string {
  return `post${year}-${createHash('sha256').update(guid).digest('hex').slice(0, 8)}-${language.toLowerCase()}`;
}

function bibtex({ names, title, site, url, day }: Facts, key: string): string {
  // A name with `and` in it would be two.
  const author = names.map((name) => (/\band\b|,/i.test(name) ? `{${latex(name)}}` : latex(name)));
  const fields: [string, string][] = [
    ['title', `{{${latex(title)}}}`],
    ['author', author.length === 0 ? '' : `{${author.join(' and ')}}`],
    ['howpublished', `{${latex(site)}}`],
    ['year', `{${day.year}}`],
    ['month', MONTHS[day.month - 1] ?? ''],
    ['url', `{${url}}`],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = ${value},\n`);
  return `@misc{${key},\n${lines.join('')}}\n`;
}

const isLatin = (name: string) => /^[\p{Script=Latin}\p{M}\s.,'’-]+$/u.test(name);

/** `Ludwig van der Berg` → `van der Berg, L.`; names in other scripts stay as they are (APA 7, 8.14, 9.8). */
function apaName(name: string): string {
  const words = name.trim().split(/\s+/);
  if (!isLatin(name) || words.length < 2) return name;
  let family = words.length - 1;
  while (family > 1 && /^\p{Ll}/u.test(words[family - 1] ?? '')) family -= 1;
  const initials = words.slice(0, family).map((given) =>
    given
      .split('-')
      .map((part) => `${[...part][0] ?? ''}.`)
      .join('-'),
  );
  return `${words.slice(family).join(' ')}, ${initials.join(' ')}`;
}

function apaNames(names: string[], isKorean: boolean): string {
  const written = names.map(apaName);
  const last = written.at(-1) ?? '';
  if (written.length > MOST_AUTHORS) {
    return `${written.slice(0, MOST_AUTHORS - 1).join(', ')}, … ${last}`;
  }
  if (isKorean || written.length < 2) return written.join(', ');
  return `${written.slice(0, -1).join(', ')}, & ${last}`;
}

/** A title that ends a sentence by itself gets no full stop. */
const ended = (text: string) => (/[.?!…。？！]$/u.test(text) ? text : `${text}.`);

function apa({ names, title, site, url, day }: Facts, isKorean: boolean): string {
  const date = isKorean ? `(${day.year}. ${day.month}. ${day.day}.).` : `(${day.year}, ${monthDay(day)}).`;
  const authors = apaNames(names, isKorean);
  // Without an author the title takes its place (APA 7, 9.12).
  const head =
    authors === ''
      ? `${ended(title)} ${date}`
      : `${isKorean ? authors : ended(authors)} ${date} ${ended(title)}`;
  return `${head} ${ended(site)} ${url}`;
}

function monthDay({ year, month, day }: Facts['day']): string {
  return new Intl.DateTimeFormat('en', { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, day),
  );
}

function plainEnglish({ names, title, site, url, day }: Facts): string {
  const authors = new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
  const quoted = `“${title}${/[?!]$/.test(title) ? '' : ','}”`;
  return [
    authors === '' ? quoted : `${authors}, ${quoted}`,
    `${site}, ${monthDay(day)}, ${day.year},`,
    `${url}.`,
  ].join(' ');
}

function plainKorean({ names, title, site, url, day }: Facts): string {
  const date = `${day.year}년 ${day.month}월 ${day.day}일`;
  return [...(names.length === 0 ? [] : [names.join('·')]), `「${title}」`, site, date, url].join(', ');
}
