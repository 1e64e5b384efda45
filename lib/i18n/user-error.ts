import type { MessageKey, MessageValues } from './translator';

/** What kind of trouble it is; whoever answers a request chooses the status by it. */
export type UserErrorKind =
  | 'invalid'
  | 'not-signed-in'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'unavailable';

export interface UserErrorFacts {
  kind: UserErrorKind;
  /** Stable name for programs: `address-taken`. */
  code: string;
  /** The sentence for a person, in the message files. */
  key: MessageKey;
  values?: MessageValues;
  /** Input that it is about, where a form has one: `email`. */
  field?: string;
  /** What a program needs in order to go on, such as the other side of a conflict. */
  details?: unknown;
}

/** Something that a person did could not be done; nothing was changed. Rooms throw classes of their own made from it. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  readonly kind: UserErrorKind;
  readonly code: string;
  readonly key: MessageKey;
  readonly values: MessageValues | undefined;
  readonly field: string | undefined;
  readonly details: unknown;

  constructor({ kind, code, key, values, field, details }: UserErrorFacts) {
    super(`${code}${values ? ` ${JSON.stringify(values)}` : ''}`);
    this.kind = kind;
    this.code = code;
    this.key = key;
    this.values = values;
    this.field = field;
    this.details = details;
  }
}

const MARK = Symbol.for('nonmun.user-error');
(UserError.prototype as unknown as Record<symbol, boolean>)[MARK] = true;

/** Whether something thrown is a {@link UserError}, also one of another copy of this module in the same process. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && MARK in error;
}
