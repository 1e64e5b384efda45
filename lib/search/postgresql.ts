import { db } from '@/lib/db';
import type { TermsOfForm } from './analyse';
import { filterSql, type IndexFields, type SearchEngine, type TermQuery } from './engine';
import type { SearchHit } from './types';

/** Labels of a `tsvector`, from heavy to light. */
const LABELS = { title: 'A', names: 'B', headings: 'C', body: 'D' } as const;
/** What the labels D, C, B, A count, as `ts_rank` wants them. */
const WEIGHTS = '{0.08, 0.4, 0.5, 1.0}';
/** Positions of one term that are kept; and the last position that there is (postgresql.org, textsearch-limitations). */
const POSITIONS = 255;
const LAST_POSITION = 16_383;

/** Full-text search by `tsvector` and GIN (postgresql.org, chapter 12). */
export const postgresqlSearch: SearchEngine = {
  async put(tx, entry, fields) {
    const document = vector(fields);
    await tx.$executeRaw`INSERT INTO "search_index" ("entry", "document") VALUES (${entry}, ${document}::tsvector)
      ON CONFLICT ("entry") DO UPDATE SET "document" = EXCLUDED."document"`;
  },

  async remove(tx, entry) {
    await tx.$executeRaw`DELETE FROM "search_index" WHERE "entry" = ${entry}`;
  },

  async find(query, filters, limit) {
    const values: unknown[] = [matchExpression(query)];
    const parameter = (value: unknown): string => `$${values.push(value)}`;
    return db().$queryRawUnsafe<SearchHit[]>(
      // 1: longer texts count a little less.
      `SELECT e."translationId", t."postId", t."language",
          ts_rank('${WEIGHTS}', i."document", $1::tsquery, 1)::float8 AS "score"
        FROM "search_index" i JOIN "SearchEntry" e ON e."number" = i."entry"
        ${filterSql(filters, parameter)} AND i."document" @@ $1::tsquery
        ORDER BY "score" DESC, p."listedAt" DESC, e."number" DESC LIMIT ${limit}`,
      ...values,
    );
  },

  async countUpTo(forms, most) {
    const counts = forms.map(
      (_, index) =>
        `(SELECT count(*) FROM (SELECT 1 FROM "search_index" WHERE "document" @@ $${index + 1}::tsquery LIMIT ${most}) found)`,
    );
    const rows = await db().$queryRawUnsafe<Record<string, bigint | number>[]>(
      `SELECT ${counts.map((count, index) => `${count} AS "n${index}"`).join(', ')}`,
      ...forms.map(form),
    );
    return forms.map((_, index) => Number(rows[0]?.[`n${index}`] ?? 0));
  },
};

const quoted = (term: string): string => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** The text form of a `tsvector`: terms come from the analyser, so PostgreSQL's own parsers have no part in it. */
function vector(fields: IndexFields): string {
  const places = new Map<string, string[]>();
  let position = 0;
  for (const [field, label] of Object.entries(LABELS)) {
    for (const term of fields[field as keyof IndexFields].split(' ')) {
      if (term === '') continue;
      position = Math.min(position + 1, LAST_POSITION);
      const known = places.get(term);
      if (!known) places.set(term, [`${position}${label}`]);
      else if (known.length < POSITIONS && known.at(-1) !== `${position}${label}`)
        known.push(`${position}${label}`);
    }
  }
  return [...places].map(([term, at]) => `${quoted(term)}:${at.join(',')}`).join(' ');
}

function form({ terms, isPrefix }: TermsOfForm): string {
  return `(${terms.map((term) => quoted(term) + (isPrefix ? ':*' : '')).join(' & ')})`;
}

function matchExpression({ words, joined }: TermQuery): string {
  const all = words.map((forms) => `(${forms.map(form).join(' | ')})`).join(' & ');
  return [`(${all})`, ...joined.map(form)].join(' | ');
}
