import { identified, paperFault, type PaperInput } from '@/lib/papers';
import { asTable, asText, asTexts, type Table } from './front-matter';
import type { Notices } from './notices';
import { cleanLine } from './text';

/** What a paper is called of which only an id or an address is known. */
function standIn({ arxivId, doi, url }: Pick<PaperInput, 'arxivId' | 'doi' | 'url'>): string {
  if (arxivId !== '') return `arXiv:${arxivId.replace(/v\d+$/, '')}`;
  return doi === '' ? url : `doi:${doi}`;
}

/** An entry as text: an arXiv id, a DOI, an address, else a title. */
function ofText(text: string): PaperInput {
  const nothing = { authors: [], year: null, venue: '', abstract: '', arxivId: '', doi: '', url: '' };
  const what = identified(text);
  if (!what) return { ...nothing, title: text };
  const version = what.arxivVersion === null ? '' : `v${what.arxivVersion}`;
  const ids = {
    arxivId: what.arxivId === null ? '' : what.arxivId + version,
    doi: what.doi ?? '',
    url: what.url ?? '',
  };
  return { ...nothing, ...ids, title: standIn(ids) };
}

function ofTable(table: Table): PaperInput {
  const of = (...names: string[]) => cleanLine(names.map((name) => asText(table[name])).find(Boolean) ?? '');
  const year = /\d{4}/.exec(of('year', 'date'))?.[0];
  const ids = {
    arxivId: of('arxiv', 'arxivid', 'arxiv_id', 'eprint'),
    doi: of('doi'),
    url: of('url', 'link'),
  };
  return {
    title: of('title', 'name') || standIn(ids),
    authors: asTexts(table.authors ?? table.author).map(cleanLine),
    year: year === undefined ? null : Number(year),
    venue: of('venue', 'journal', 'booktitle', 'conference'),
    abstract: asText(table.abstract) ?? '',
    ...ids,
  };
}

/**
 * The papers that front matter names, `papers` or `paper`: a text or a table, or a list of these.
 *
 * @param file for notices.
 * @returns those that can be kept; of each other one it is said why not.
 */
export function readPapers(data: Table, file: string, notices: Notices): PaperInput[] {
  return [data.papers, data.paper]
    .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .flatMap((value): PaperInput[] => {
      const table = asTable(value);
      const text = cleanLine(asText(value) ?? '');
      if (!table && text === '') return [];
      const paper = table ? ofTable(table) : ofText(text);
      if (paperFault(paper) === null) return [paper];
      notices.warn(file, null, 'paper-invalid', { paper: (paper.title || text).slice(0, 100) });
      return [];
    });
}
