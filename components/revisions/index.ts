export { Comparison } from './Comparison';
export { InlineDiff } from './InlineDiff';
export { Revisions } from './Revisions';
