import bibtex from 'bibtex-parse';
import { check } from '@/lib/access';
import { cleanText } from '@/lib/i18n';
import { PaperError } from './errors';
import { arxivOf } from './identifiers';
import type { PaperViewer } from './knowing';
import { nameList, plainText } from './latex';
import type { PaperInput } from './types';

/** Longest text that is read, in characters; an entry is rarely longer than its abstract. */
const LONGEST = 20_000;

type Fields = ReadonlyMap<string, string>;

function firstEntry(text: string): Fields | null {
  let items: ReturnType<typeof bibtex.parse>;
  try {
    items = bibtex.parse(cleanText(text).trim(), { number: 'string' });
  } catch {
    // The parser tells where it stopped, which says nothing to who pasted the text.
    return null;
  }
  const entry = items.find(({ itemtype }) => itemtype === 'entry');
  if (!entry?.fields) return null;
  return new Map(
    entry.fields.flatMap(({ name, value }) =>
      typeof value === 'string' || typeof value === 'number'
        ? [[name.toLowerCase(), String(value)] as const]
        : [],
    ),
  );
}

/** `arXiv preprint arXiv:2212.04356` stands where a journal would. */
const ARXIV_JOURNAL = /\barxiv\b(?:\s+preprint)?\s*:?\s*(?:arxiv\s*:\s*)?(\S+)?/i;

/**
 * Reads an entry of BibTeX or BibLaTeX, the first of several, as a form is filled in. Nothing is kept.
 *
 * @throws {PaperError} `bibtex-invalid`. @throws {AccessError}
 */
export function readBibtex(viewer: PaperViewer, text: string): PaperInput {
  check(viewer, 'paper.create');
  const fields = text.length > LONGEST ? null : firstEntry(text);
  const title = plainText(fields?.get('title') ?? '');
  if (!fields || title === '') throw new PaperError('bibtex-invalid');
  const of = (...names: string[]) =>
    plainText(names.map((name) => fields.get(name) ?? '').find((value) => value.trim() !== '') ?? '');
  const raw = (name: string) => (fields.get(name) ?? '').replace(/[{}]|\\(?=[_%&#])/g, '').trim();
  const venue = of('journal', 'journaltitle', 'booktitle', 'school', 'institution', 'publisher');
  const ofJournal = ARXIV_JOURNAL.exec(venue);
  const eprint =
    /^arxiv$/i.test(of('archiveprefix', 'eprinttype')) || arxivOf(raw('eprint')) ? raw('eprint') : '';
  const year = /\b(\d{4})\b/.exec(of('year', 'date'))?.[1];
  const subtitle = of('subtitle');
  return {
    title: subtitle === '' ? title : `${title}: ${subtitle}`,
    authors: nameList(fields.get('author') ?? ''),
    year: year === undefined ? null : Number(year),
    venue: ofJournal ? '' : venue,
    abstract: of('abstract'),
    doi: raw('doi'),
    arxivId: eprint || (ofJournal?.[1] && arxivOf(ofJournal[1]) ? ofJournal[1] : ''),
    url: raw('url'),
  };
}
