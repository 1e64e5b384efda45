import { decodePercent, makePath, type PathRules } from './hugo-paths';

/** What the tokens of a permalink pattern stand for on one page. */
export interface PermalinkFacts {
  title: string;
  slug: string | null;
  /** File name, or folder name of a bundle. */
  fileName: string;
  /** Sections from the top down to the page. */
  sections: readonly string[];
  /** Date as the author's clock showed it; Hugo's zero date where there is none. */
  wall: Date;
}

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * Expands a pattern of the configuration's `permalinks`, such as `/:year/:month/:slug/`.
 *
 * @returns null where the pattern has a token that Hugo does not know; Hugo refuses to build then.
 */
export function expandPermalink(pattern: string, facts: PermalinkFacts, rules: PathRules): string | null {
  const unknown: string[] = [];
  const expanded = pattern
    .replaceAll('\\:', '\0')
    .replace(/:(\w+)(\[.+?\])?/g, (_, name: string, slice: string | undefined) => {
      const value = slice === undefined ? token(name, facts, rules) : sliced(name, slice, facts);
      if (value === null) unknown.push(name);
      return value ?? '';
    })
    .replaceAll('\0', ':');
  // Hugo decodes the result like a query, in which a plus is a space.
  return unknown.length === 0 ? decodePercent(expanded.replaceAll('+', ' ')) : null;
}

function token(name: string, facts: PermalinkFacts, rules: PathRules): string | null {
  const date = facts.wall;
  const two = (value: number): string => String(value).padStart(2, '0');
  switch (name) {
    case 'title':
      return makePath(facts.title, rules);
    case 'slug':
      return makePath(facts.slug ?? facts.title, rules);
    case 'slugorfilename':
    case 'slugorcontentbasename':
      return makePath(facts.slug ?? facts.fileName, rules);
    case 'filename':
    case 'contentbasename':
      return makePath(facts.fileName, rules);
    case 'section':
      return facts.sections[0] ?? '';
    case 'sections':
      return facts.sections.join('/');
    case 'year':
    case '2006':
      return String(date.getUTCFullYear());
    case '06':
      return two(date.getUTCFullYear() % 100);
    case 'month':
    case '01':
      return two(date.getUTCMonth() + 1);
    case '1':
      return String(date.getUTCMonth() + 1);
    case 'monthname':
    case 'January':
      return monthNames[date.getUTCMonth()] ?? '';
    case 'Jan':
      return monthNames[date.getUTCMonth()]?.slice(0, 3) ?? '';
    case 'day':
    case '02':
      return two(date.getUTCDate());
    case '2':
      return String(date.getUTCDate());
    case 'weekday':
      return String(date.getUTCDay());
    case 'weekdayname':
    case 'Monday':
      return dayNames[date.getUTCDay()] ?? '';
    case 'Mon':
      return dayNames[date.getUTCDay()]?.slice(0, 3) ?? '';
    case 'yearday':
      return String(dayOfYear(date));
    case '15':
      return two(date.getUTCHours());
    case '04':
      return two(date.getUTCMinutes());
    case '05':
      return two(date.getUTCSeconds());
    default:
      return null;
  }
}

function dayOfYear(date: Date): number {
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  return Math.floor((date.getTime() - start) / 86_400_000) + 1;
}

/** `:sections[1:]`, `:sections[0]`, `:sections[last]` and the like; bounds are lenient, as in Hugo. */
function sliced(name: string, slice: string, facts: PermalinkFacts): string | null {
  if (name !== 'sections') return null;
  const { sections } = facts;
  const inner = slice.slice(1, -1).trim().toLowerCase();
  const at = (text: string, otherwise: number): number => {
    if (text === '') return otherwise;
    return text === 'last' ? sections.length - 1 : Math.max(0, Number.parseInt(text, 10) || 0);
  };
  const [low = '', high] = inner.split(':');
  if (high === undefined) return sections[at(low, 0)] ?? '';
  return sections.slice(at(low, 0), at(high, sections.length)).join('/');
}
