import { Tag, tags } from '@lezer/highlight';

/** LaTeX. */
export const mathTag = Tag.define();
/** `[^1]`, as reference and at the beginning of its note. */
export const footnoteTag = Tag.define();
/** `[!NOTE]`. */
export const calloutTag = Tag.define();
/** `<!--more-->`. */
export const moreTag = Tag.define(tags.comment);
