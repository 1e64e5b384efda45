/** Why something could not be done to a post; the sentence is made by the message catalogue (`posts.<fault>`). */
export type PostFault =
  | 'address-taken'
  | 'address-reserved'
  | 'address-invalid'
  | 'not-found'
  | 'title-missing'
  | 'changed-meanwhile';

/** Something could not be done to a post; nothing was changed. */
export class PostError extends Error {
  override readonly name = 'PostError';
  constructor(
    readonly fault: PostFault,
    /** What it is about: an address, a title. */
    readonly detail = '',
  ) {
    super(`post: ${fault}${detail && ` (${detail})`}`);
  }
}
