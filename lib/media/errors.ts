import { UserError, type MessageKey, type MessageValues, type UserErrorKind } from '@/lib/i18n';

interface Facts {
  kind: UserErrorKind;
  key: MessageKey;
}

const FAULTS = {
  empty: { kind: 'invalid', key: 'images.imageEmpty' },
  'not-an-image': { kind: 'unsupported', key: 'images.imageUnknown' },
  /** Something else than a picture, and known what. */
  'other-file': { kind: 'unsupported', key: 'images.imageOtherFile' },
  svg: { kind: 'unsupported', key: 'images.imageSvg' },
  'too-many-bytes': { kind: 'too-large', key: 'images.imageTooManyBytes' },
  'too-many-pixels': { kind: 'too-large', key: 'images.imageTooManyPixels' },
  'too-many-frames': { kind: 'too-large', key: 'images.imageTooManyFrames' },
  'too-slow': { kind: 'too-large', key: 'images.imageTooSlow' },
  'heic-unreadable': { kind: 'unsupported', key: 'images.imageHeic' },
  damaged: { kind: 'invalid', key: 'images.imageDamaged' },
} as const satisfies Record<string, Facts>;

/** Why a picture was refused. */
export type MediaFault = keyof typeof FAULTS;

/** A picture was refused; nothing was kept. */
export class MediaError extends UserError {
  override readonly name = 'MediaError';
  constructor(
    readonly fault: MediaFault,
    values?: MessageValues,
    options?: ErrorOptions,
  ) {
    super({ ...FAULTS[fault], code: `image-${fault}`, ...(values && { values }) });
    if (options?.cause !== undefined) this.cause = options.cause;
  }
}

const REFUSALS = {
  busy: { kind: 'unavailable', key: 'images.uploadBusy' },
  throttled: { kind: 'too-many', key: 'images.uploadThrottled' },
  interrupted: { kind: 'invalid', key: 'images.uploadInterrupted' },
  'in-use': { kind: 'conflict', key: 'images.deleteInUse' },
} as const satisfies Record<string, Facts>;

/** Something about the library could not be done, whatever the picture. */
export class LibraryError extends UserError {
  override readonly name = 'LibraryError';
  constructor(reason: keyof typeof REFUSALS, values?: MessageValues) {
    super({ ...REFUSALS[reason], code: `media-${reason}`, ...(values && { values }) });
  }
}
