export { beginPost, type NewWriting } from './begin';
export { checkAddress, saveDetails } from './details';
export { MAX_SOURCE, readDraft, saveDraft } from './drafts';
export { editorView } from './editor';
export { WritingError, type WritingFault } from './errors';
export type { Writer } from './rights';
