/** To be raised with every change that lets the same source come out differently. */
const PIPELINE = 3;

/** Written down, so that asking for a version loads neither; a test compares them with the installed ones. */
export const KATEX_VERSION = '0.16.47';
export const SHIKI_VERSION = '4.6.0';

/** Changes when the pipeline's output may change; results that were kept under another version are stale. */
export const rendererVersion = `${PIPELINE}.katex-${KATEX_VERSION}.shiki-${SHIKI_VERSION}`;
