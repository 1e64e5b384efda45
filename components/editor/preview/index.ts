export { Preview } from './Preview';
export { describeProblem, isSevere } from './problems';
export { ProblemCount, ProblemsPanel } from './ProblemsPanel';
export { createPreviewStore, usePreview } from './store';
export type {
  PreviewHeading,
  PreviewOptions,
  PreviewProblem,
  PreviewState,
  PreviewStatus,
  PreviewStore,
} from './types';
