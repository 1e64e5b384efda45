import type { DeskGroup, DeskQuery } from '@/lib/writing/types';

/** Lists of the desk in the order of a text's life. */
export const GROUPS = [
  'drafts',
  'review',
  'scheduled',
  'published',
  'hidden',
  'discarded',
] as const satisfies readonly DeskGroup[];

/** What an address without any filter shows. */
export const EVERYTHING: DeskQuery = {
  group: 'drafts',
  whose: 'own',
  words: '',
  category: null,
  author: null,
  page: 1,
};

/** Names of the filters in addresses, `/write/?state=published&q=whisper`. */
export const PARAMETERS = {
  group: 'state',
  whose: 'whose',
  words: 'q',
  category: 'category',
  author: 'author',
  page: 'page',
} as const satisfies Record<keyof DeskQuery, string>;

/** @returns the address of a list, percent-encoded; what is as usual is left out of it. */
export function deskAddress(query: DeskQuery): string {
  const parameters = new URLSearchParams();
  for (const [key, name] of Object.entries(PARAMETERS) as [keyof DeskQuery, string][]) {
    const value = query[key];
    if (value !== null && value !== EVERYTHING[key]) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '/write/' : `/write/?${text}`;
}

/** @returns what an address asks for; what it says wrongly is as if it were not there. */
export function deskQuery(parameters: Record<string, string | string[] | undefined>): DeskQuery {
  const value = (key: keyof DeskQuery) => {
    const found = parameters[PARAMETERS[key]];
    return (Array.isArray(found) ? (found[0] ?? '') : (found ?? '')).normalize('NFC').trim();
  };
  const page = value('page');
  return {
    group: GROUPS.find((group) => group === value('group')) ?? EVERYTHING.group,
    whose: value('whose') === 'everyone' ? 'everyone' : 'own',
    words: value('words').slice(0, 200),
    category: value('category') || null,
    author: value('author') || null,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}
