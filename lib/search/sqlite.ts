import type { SearchEngine, TermQuery, Tier } from './engine';

/** A string of FTS5 holds anything between quotes. */
const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`;

const joined = (terms: readonly string[]): string => terms.join(' ');

/** Full-text search by FTS5 (sqlite.org/fts5.html). */
export const sqliteSearch: SearchEngine = {
  async put(tx, entry, { title, names, headings, strong, body }) {
    await tx.$executeRaw`DELETE FROM "search_index" WHERE rowid = ${entry}`;
    await tx.$executeRaw`INSERT INTO "search_index" (rowid, "title", "names", "headings", "strong", "body")
      VALUES (${entry}, ${joined(title)}, ${joined(names)}, ${joined(headings)}, ${joined(strong)}, ${joined(body)})`;
  },

  async remove(tx, entry) {
    await tx.$executeRaw`DELETE FROM "search_index" WHERE rowid = ${entry}`;
  },

  matching(query, tier, parameter) {
    const asked = parameter(expression(query, tier));
    return `(SELECT rowid AS "entry" FROM "search_index" WHERE "search_index" MATCH ${asked})`;
  },

  placeholder: () => '?',
  position: (text, part) => `instr(${text}, ${part})`,
};

const COLUMNS: Readonly<Record<Tier, string>> = {
  title: '{title} : ',
  head: '{title names headings} : ',
  'title-and-text': '',
  strong: '{title names headings strong} : ',
  text: '',
};

function word(choices: string[][]): string {
  return `(${choices.map((terms) => `(${terms.map(quoted).join(' AND ')})`).join(' OR ')})`;
}

function expression({ words, excluded, isAny }: TermQuery, tier: Tier): string {
  const of = (isOne: boolean) => `(${words.map(word).join(isOne ? ' OR ' : ' AND ')})`;
  const wanted = `${COLUMNS[tier]}${of(isAny)}`;
  const found = tier === 'title-and-text' ? `((${wanted}) AND ({title} : ${of(true)}))` : `(${wanted})`;
  return excluded.length === 0 ? found : `${found} NOT (${excluded.map(word).join(' OR ')})`;
}
