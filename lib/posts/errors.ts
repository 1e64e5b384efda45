import { UserError, type MessageKey, type UserErrorKind } from '@/lib/i18n';

/** Why something could not be done to a post. */
export type PostFault =
  | 'address-taken'
  | 'address-reserved'
  | 'address-invalid'
  | 'not-found'
  | 'title-missing'
  | 'changed-meanwhile';

const FACTS: Record<PostFault, { kind: UserErrorKind; key: MessageKey; field?: string }> = {
  'address-taken': { kind: 'conflict', key: 'writing.addressTaken', field: 'slug' },
  'address-reserved': { kind: 'invalid', key: 'writing.addressReserved', field: 'slug' },
  'address-invalid': { kind: 'invalid', key: 'writing.addressInvalid', field: 'slug' },
  'not-found': { kind: 'not-found', key: 'access.notFound' },
  'title-missing': { kind: 'invalid', key: 'writing.titleMissing', field: 'title' },
  'changed-meanwhile': { kind: 'conflict', key: 'writing.changedMeanwhile' },
};

/** Something could not be done to a post; nothing was changed. */
export class PostError extends UserError {
  override readonly name = 'PostError';
  constructor(
    readonly fault: PostFault,
    /** What it is about: an address, a title. */
    readonly detail = '',
  ) {
    super({ code: fault, ...FACTS[fault] });
  }
}
