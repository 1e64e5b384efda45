import type { SearchEngine, TermQuery, Tier } from './engine';

/** The text form of terms: they come from the analyser, so PostgreSQL's own parsers have no part in it. */
const quoted = (term: string): string => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

function vector(...fields: (readonly string[])[]): string {
  const terms = new Set(fields.flatMap((field) => [...field]));
  return [...terms].map(quoted).join(' ');
}

/** Full-text search by `tsvector` and GIN (postgresql.org, chapter 12), without positions. */
export const postgresqlSearch: SearchEngine = {
  async put(tx, entry, { title, names, headings, strong, body }) {
    const [inTitle, inHead] = [vector(title), vector(title, names, headings)];
    const [often, all] = [vector(title, names, headings, strong), vector(title, names, headings, body)];
    await tx.$executeRaw`INSERT INTO "search_index" ("entry", "title", "head", "strong", "document")
      VALUES (${entry}, ${inTitle}::tsvector, ${inHead}::tsvector, ${often}::tsvector, ${all}::tsvector)
      ON CONFLICT ("entry") DO UPDATE SET "title" = EXCLUDED."title", "head" = EXCLUDED."head",
        "strong" = EXCLUDED."strong", "document" = EXCLUDED."document"`;
  },

  async remove(tx, entry) {
    await tx.$executeRaw`DELETE FROM "search_index" WHERE "entry" = ${entry}`;
  },

  matching(query, tier, parameter) {
    const has = (column: string, asked: string) => `"${column}" @@ ${parameter(asked)}::tsquery`;
    const conditions = [
      tier === 'title-and-text'
        ? `${has('document', expression(query, query.isAny))} AND ${has('title', expression(query, true))}`
        : has(COLUMNS[tier], expression(query, query.isAny)),
    ];
    if (query.excluded.length > 0) {
      const unwanted = query.excluded.map(word).join(' | ');
      conditions.push(has('document', `${expression(query, query.isAny)} & !(${unwanted})`));
    }
    return `(SELECT "entry" FROM "search_index" WHERE ${conditions.join(' AND ')})`;
  },

  placeholder: (number) => `$${number}`,
  position: (text, part) => `strpos(${text}, ${part})`,
};

const COLUMNS: Readonly<Record<Exclude<Tier, 'title-and-text'>, string>> = {
  title: 'title',
  head: 'head',
  strong: 'strong',
  text: 'document',
};

function word(choices: string[][]): string {
  return `(${choices.map((terms) => `(${terms.map(quoted).join(' & ')})`).join(' | ')})`;
}

function expression({ words }: TermQuery, isOne: boolean): string {
  return `(${words.map(word).join(isOne ? ' | ' : ' & ')})`;
}
