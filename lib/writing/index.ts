export { translationAt } from './at-path';
export { beginPost, type NewWriting } from './begin';
export { checkList } from './check-list';
export { detailChoices } from './choices';
export { deskFilters, deskList, deskPages, ROWS_PER_PAGE } from './desk';
export { checkNames, type CheckedNames, type Names } from './check-names';
export { checkAddress, saveDetails } from './details';
export { discard, takeOut } from './discard';
export { MAX_SOURCE, readDraft, saveDraft } from './drafts';
export { nextDue, publishDue, SCHEDULE_GRACE, type DueReport } from './due';
export { editorView } from './editor';
export { WritingError, type WritingFault } from './errors';
export { needsMe } from './needs';
export { readFrontMatter } from './pasted';
export {
  createPreviewLink,
  previewByToken,
  previewLinks,
  revokePreviewLink,
  type NewPreviewLink,
} from './preview-links';
export { hide, publishNow, schedule, show, unschedule } from './publish';
export { requestReview, returnToWriter, withdrawReview } from './review';
export { restore, revisionList, revisionView } from './revisions';
export type { Writer } from './rights';
export { startSchedule } from './schedule-runner';
export { makeReviewFeed, reviewFeed, reviewFeedSince, revokeReviewFeed } from './review-feed';
