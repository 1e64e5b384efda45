import { MemberError } from './errors';

/** RFC 5321 §4.5.3.1.3, less the angle brackets. */
const LONGEST = 254;

/** One address and nothing that a mail program could take for two, for a name, or for another header. */
const FORM = /^[^\s@,;:<>()[\]\\"\p{Cc}]{1,64}@[^\s@,;:<>()[\]\\"\p{Cc}]+$/u;

/**
 * The one spelling by which addresses are stored and compared: NFC, trimmed, lower case.
 *
 * @throws {MemberError} `email-invalid` for what is not exactly one address.
 */
export function normalizeEmail(given: string): string {
  const email = given.normalize('NFC').trim().toLowerCase();
  if (email.length > LONGEST || !FORM.test(email) || email.includes('..'))
    throw new MemberError('email-invalid');
  return email;
}
