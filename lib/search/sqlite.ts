import { db } from '@/lib/db';
import type { TermsOfForm } from './analyse';
import { filterSql, WEIGHTS, type SearchEngine, type TermQuery } from './engine';
import type { SearchHit } from './types';

/** Full-text search by FTS5 (sqlite.org/fts5.html). */
export const sqliteSearch: SearchEngine = {
  async put(tx, entry, { title, headings, names, body }) {
    await tx.$executeRaw`DELETE FROM "search_index" WHERE rowid = ${entry}`;
    await tx.$executeRaw`INSERT INTO "search_index" (rowid, "title", "headings", "names", "body")
      VALUES (${entry}, ${title}, ${headings}, ${names}, ${body})`;
  },

  async remove(tx, entry) {
    await tx.$executeRaw`DELETE FROM "search_index" WHERE rowid = ${entry}`;
  },

  async find(query, filters, limit) {
    const values: unknown[] = [matchExpression(query)];
    const parameter = (value: unknown): string => {
      // Prisma keeps times as text here.
      values.push(value instanceof Date ? value.toISOString().replace('Z', '+00:00') : value);
      return '?';
    };
    const { title, headings, names, body } = WEIGHTS;
    const rows = await db().$queryRawUnsafe<SearchHit[]>(
      `SELECT e."translationId", t."postId", t."language",
          -bm25("search_index", ${title}, ${headings}, ${names}, ${body}) AS "score"
        FROM "search_index" JOIN "SearchEntry" e ON e."number" = "search_index".rowid
        ${filterSql(filters, parameter)} AND "search_index" MATCH ?
        ORDER BY "score" DESC, p."listedAt" DESC, e."number" DESC LIMIT ${limit}`,
      ...values.slice(1),
      values[0],
    );
    return rows;
  },

  async countUpTo(forms, most) {
    const counts = forms.map(
      () =>
        `(SELECT count(*) FROM (SELECT 1 FROM "search_index" WHERE "search_index" MATCH ? LIMIT ${most}) found)`,
    );
    const rows = await db().$queryRawUnsafe<Record<string, bigint | number>[]>(
      `SELECT ${counts.map((count, index) => `${count} AS "n${index}"`).join(', ')}`,
      ...forms.map(form),
    );
    return forms.map((_, index) => Number(rows[0]?.[`n${index}`] ?? 0));
  },
};

/** A string of FTS5 holds anything between quotes. */
const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`;

function form({ terms, isPrefix }: TermsOfForm): string {
  return `(${terms.map((term) => quoted(term) + (isPrefix ? ' *' : '')).join(' AND ')})`;
}

/** What is matched twice counts twice, so words as they were typed and written together come first. */
function matchExpression({ words, joined }: TermQuery): string {
  const all = words.map((forms) => `(${forms.map(form).join(' OR ')})`).join(' AND ');
  return [`(${all})`, ...joined.map(form)].join(' OR ');
}
