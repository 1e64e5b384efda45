/**
 * The door for what highlights and completes the source while it is written: the rules of the dialect that need no
 * parser. Light: nothing of the pipeline comes along.
 */
export { HeadingIds, goldmarkHeadingId } from '../heading-ids';
export { LIMITS } from '../limits';
export { isFormula, type DollarCandidate } from './dollars';
export { prepareSource } from '../source';
export { findMathBlocks, looksLikeTex, type MathBlock } from './math-blocks';
