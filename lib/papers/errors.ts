import { UserError, type MessageKey, type UserErrorKind } from '@/lib/i18n';

const FACTS = {
  'title-missing': { kind: 'invalid', key: 'paperError.titleMissing', field: 'title' },
  'title-long': { kind: 'invalid', key: 'paperError.titleLong', field: 'title' },
  'authors-many': { kind: 'invalid', key: 'paperError.authorsMany', field: 'authors' },
  'author-long': { kind: 'invalid', key: 'paperError.authorLong', field: 'authors' },
  'year-invalid': { kind: 'invalid', key: 'paperError.yearInvalid', field: 'year' },
  'venue-long': { kind: 'invalid', key: 'paperError.venueLong', field: 'venue' },
  'abstract-long': { kind: 'invalid', key: 'paperError.abstractLong', field: 'abstract' },
  'doi-invalid': { kind: 'invalid', key: 'paperError.doiInvalid', field: 'doi' },
  'arxiv-invalid': { kind: 'invalid', key: 'paperError.arxivInvalid', field: 'arxivId' },
  'url-invalid': { kind: 'invalid', key: 'paperError.urlInvalid', field: 'url' },
  'doi-taken': { kind: 'conflict', key: 'paperError.doiTaken', field: 'doi' },
  'arxiv-taken': { kind: 'conflict', key: 'paperError.arxivTaken', field: 'arxivId' },
  'paper-similar': { kind: 'conflict', key: 'paperError.similar', field: 'title' },
  'paper-conflict': { kind: 'conflict', key: 'paperError.conflict' },
  'paper-used': { kind: 'conflict', key: 'paperError.used' },
  'paper-unknown': { kind: 'invalid', key: 'paperError.unknown', field: 'paperIds' },
  'papers-many': { kind: 'invalid', key: 'paperError.many', field: 'paperIds' },
  'bibtex-invalid': { kind: 'invalid', key: 'paperError.bibtexInvalid', field: 'text' },
} as const satisfies Record<string, { kind: UserErrorKind; key: MessageKey; field?: string }>;

/** Why something could not be done to a paper; also the `code` of the error. */
export type PaperFault = keyof typeof FACTS;

/** Something could not be done to a paper; nothing was changed. */
export class PaperError extends UserError {
  override readonly name = 'PaperError';
  constructor(
    readonly fault: PaperFault,
    more: { values?: Record<string, string | number>; details?: unknown } = {},
  ) {
    const facts: { kind: UserErrorKind; key: MessageKey; field?: string } = FACTS[fault];
    super({ code: fault, ...facts, ...more });
  }
}
