import { UserError, type MessageKey, type UserErrorKind } from '@/lib/i18n';

const FACTS = {
  'draft-conflict': { kind: 'conflict', key: 'writing.draftConflict' },
  'other-member': { kind: 'not-signed-in', key: 'writing.otherMember' },
  'details-conflict': { kind: 'conflict', key: 'writing.detailsConflict' },
  'text-too-long': { kind: 'too-large', key: 'writing.textTooLong', field: 'source' },
  'title-too-long': { kind: 'too-large', key: 'writing.titleTooLong', field: 'title' },
  'summary-too-long': { kind: 'too-large', key: 'writing.summaryTooLong', field: 'summary' },
  'language-unknown': { kind: 'invalid', key: 'writing.languageUnknown', field: 'language' },
  'category-unknown': { kind: 'invalid', key: 'writing.categoryUnknown', field: 'categoryId' },
  'category-missing': { kind: 'invalid', key: 'writing.categoryMissing', field: 'categoryId' },
  'authors-missing': { kind: 'invalid', key: 'writing.authorsMissing', field: 'authorIds' },
  'author-unknown': { kind: 'invalid', key: 'writing.authorUnknown', field: 'authorIds' },
  'author-self': { kind: 'invalid', key: 'writing.authorSelf', field: 'authorIds' },
  'tags-too-many': { kind: 'invalid', key: 'writing.tagsTooMany', field: 'tags' },
  'tag-invalid': { kind: 'invalid', key: 'writing.tagInvalid', field: 'tags' },
  'lead-unknown': { kind: 'invalid', key: 'writing.leadUnknown', field: 'leadMediaId' },
  'time-in-future': { kind: 'invalid', key: 'writing.timeInFuture', field: 'publishedAt' },
  'publish-in-future': { kind: 'invalid', key: 'writing.publishInFuture', field: 'at' },
  'schedule-in-past': { kind: 'invalid', key: 'writing.scheduleInPast', field: 'at' },
  'schedule-too-far': { kind: 'invalid', key: 'writing.scheduleTooFar', field: 'at' },
  'approval-needed': { kind: 'forbidden', key: 'writing.approvalNeeded' },
  'review-not-asked': { kind: 'conflict', key: 'writing.reviewNotAsked' },
  'note-too-long': { kind: 'invalid', key: 'writing.noteTooLong', field: 'note' },
  discarded: { kind: 'conflict', key: 'writing.discarded' },
  'was-public': { kind: 'conflict', key: 'writing.wasPublic' },
  'never-public': { kind: 'conflict', key: 'writing.neverPublic' },
  'schedule-lost': { kind: 'conflict', key: 'writing.scheduleLost' },
  'links-too-many': { kind: 'conflict', key: 'writing.linksTooMany' },
} as const satisfies Record<string, { kind: UserErrorKind; key: MessageKey; field?: string }>;

/** Why something could not be done to what members write; also the `code` of the error. */
export type WritingFault = keyof typeof FACTS;

/** Something could not be done to what members write; nothing was changed. */
export class WritingError extends UserError {
  override readonly name = 'WritingError';
  constructor(
    readonly fault: WritingFault,
    more: { values?: Record<string, string | number>; details?: unknown } = {},
  ) {
    const facts: { kind: UserErrorKind; key: MessageKey; field?: string } = FACTS[fault];
    super({ code: fault, ...facts, ...more });
  }
}
