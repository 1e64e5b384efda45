export { ConflictDialog } from './ConflictDialog';
export { draftKeeping, replaceText } from './extension';
export { createDraftKeeper, type KeeperOptions } from './keeper';
export { SavedState } from './SavedState';
export { SavingNotices } from './SavingNotices';
export { UnsentNotice } from './UnsentNotice';
export { useDraftKeeper, useKeptField, useSavingSnapshot } from './useDraftKeeper';
export type {
  Conflict,
  DraftKeeper,
  DraftText,
  ReplacementReason,
  SavingSnapshot,
  SavingStatus,
  ServerDraft,
} from './types';
