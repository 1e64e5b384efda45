import { z } from 'zod';
import type { Asked } from '@/components/reading';
import { LONGEST_QUESTION } from '@/lib/posts';

/** Of a parameter that is given more than once, the first counts. */
const first = z.union([z.string(), z.array(z.string()).transform(([value = '']) => value)]).catch('');
const clean = (value: string): string =>
  value
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
const name = first.transform((value) => {
  const cleaned = clean(value);
  return cleaned === '' || cleaned.length > 100 ? null : cleaned;
});
const number = (least: number, most: number) =>
  first.transform((value) => {
    const read = /^\d{1,6}$/.test(value) ? Number(value) : null;
    return read !== null && read >= least && read <= most ? read : null;
  });

const schema = z.object({
  q: first.transform(clean).transform((value) => [...value]),
  page: number(1, 999_999),
  language: name,
  category: name,
  author: name,
  year: number(1900, 9999),
});

/** What a page is given of the query in its address. */
export type Query = Record<string, string | string[] | undefined>;

/**
 * @param languages of the site.
 * @returns what is asked; values that nothing can have are as if they were not there.
 */
export function askedIn(query: Query, languages: readonly string[]): Asked {
  const { q, page, language, category, author, year } = schema.parse(query);
  return {
    question: q.slice(0, LONGEST_QUESTION).join('').trim(),
    isCut: q.length > LONGEST_QUESTION,
    filters: { language: languages.find((known) => known === language) ?? null, category, author, year },
    page: page ?? 1,
  };
}
