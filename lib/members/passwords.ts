import { hash, verify } from '@node-rs/argon2';
import { MemberError } from './errors';
import { isGuessable } from './guessing';

/** Fewest characters of a password. */
export const MIN_PASSWORD = 10;
/** Most characters of a password. */
export const MAX_PASSWORD = 200;

/** Argon2id, the library's default, with the first of OWASP's recommended settings that needs 19 MiB. */
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What a password must not be: the person's own address or name. */
export interface PasswordOwner {
  email: string;
  names: Readonly<Record<string, string>>;
}

/**
 * The same keys pressed make the same password, whether the keyboard composes Hangul or the system takes it apart
 * (NIST SP 800-63B §5.1.1.2 asks for one normal form).
 */
function normalized(password: string): string {
  return password.normalize('NFC');
}

/**
 * Holds a new password to the rules.
 *
 * @throws {MemberError} `password-short`, `password-long`, `password-personal`, `password-common`.
 */
export async function checkPassword(given: string, owner: PasswordOwner): Promise<void> {
  const password = normalized(given);
  const length = [...password].length;
  if (length < MIN_PASSWORD) throw new MemberError('password-short', { least: MIN_PASSWORD });
  if (length > MAX_PASSWORD) throw new MemberError('password-long', { most: MAX_PASSWORD });
  const plain = bare(password);
  const [mailbox = ''] = owner.email.split('@');
  const personal = [owner.email, mailbox, ...Object.values(owner.names)].map(bare).filter((it) => it !== '');
  if (personal.some((it) => plain === it || plain === it + it)) throw new MemberError('password-personal');
  if (await isGuessable(password, personal)) throw new MemberError('password-common');
}

/** Letters and digits alone, in lower case, so that `Kim Minsu` and `kim.minsu` are the same. */
function bare(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** @returns what is stored of a password. Takes some ten milliseconds and 19 MiB: never call it in a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password), SETTINGS);
}

let standIn: Promise<string> | undefined;

/**
 * Whether a password is the one of a hash. Where there is no hash, another one is tried and the answer is no, so that the
 * time it takes does not tell whether an account exists.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  standIn ??= hashPassword('no account has this password');
  const isSame = await verify(
    passwordHash ?? (await standIn),
    normalized(password.slice(0, 4 * MAX_PASSWORD)),
  );
  return isSame && passwordHash !== null;
}
