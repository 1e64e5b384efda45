/** Why an upload was refused; the sentence is made by the message catalogue (`media.<fault>`). */
export type MediaFault = 'not-an-image' | 'too-many-bytes' | 'too-many-pixels' | 'damaged';

/** An upload was refused. */
export class MediaError extends Error {
  override readonly name = 'MediaError';
  constructor(
    readonly fault: MediaFault,
    options?: ErrorOptions,
  ) {
    super(`media: ${fault}`, options);
  }
}
