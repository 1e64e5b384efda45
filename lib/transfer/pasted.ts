import { readAuthors } from './authors';
import { monthOfDate } from './dates';
import { dateOf, slugPart, tagsOf } from './documents';
import { asText, asTexts, splitFrontMatter } from './front-matter';
import { cleanLine, cleanText } from './text';

/** What front matter at the start of a text says of it; null or empty where it says nothing. */
export interface DescribedText {
  title: string | null;
  summary: string | null;
  slug: string | null;
  date: Date | null;
  /** `YYYY-MM` on the author's own clock. */
  month: string | null;
  /** Names, the first of the front matter's categories apart. */
  tags: string[];
  category: string | null;
  /** Names. */
  authors: string[];
  /** The text without the front matter. */
  body: string;
}

/**
 * Reads TOML, YAML or JSON at the start of a text, by the fields that Hugo knows.
 *
 * @param timeZone IANA, for dates without an offset.
 * @returns null where there is none, or where it cannot be read.
 */
export function describeText(text: string, timeZone: string): DescribedText | null {
  const parsed = splitFrontMatter(cleanText(text));
  if ('problem' in parsed || Object.keys(parsed.data).length === 0) return null;
  const { data } = parsed;
  const found = dateOf(data, ['date', 'publishdate', 'pubdate', 'published'], '', timeZone);
  const date = 'date' in found ? found.date : null;
  const line = (value: unknown): string | null => cleanLine(asText(value) ?? '') || null;
  const [category = null, ...further] = asTexts(data.categories ?? data.category);
  return {
    title: line(data.title),
    summary: line(data.summary) ?? line(data.description),
    slug: slugPart(asText(data.slug) ?? '', '') || null,
    date: date?.instant ?? null,
    month: date && monthOfDate(date, timeZone),
    tags: tagsOf([...asTexts(data.tags), ...further]).map(({ name }) => name),
    category: category && cleanLine(category),
    authors: readAuthors(data).map(({ name }) => name),
    body: parsed.body.replace(/^\n+/, ''),
  };
}
