import katex from 'katex';

/** To be raised with every change that lets the same source come out differently. */
const PIPELINE = 1;

/** Of shiki, which says its version nowhere at run time; a test compares it with the installed one. */
export const SHIKI_VERSION = '4.6.0';

/** Changes when the pipeline's output may change; results that were kept under another version are stale. */
export const rendererVersion = `${PIPELINE}.katex-${katex.version}.shiki-${SHIKI_VERSION}`;
