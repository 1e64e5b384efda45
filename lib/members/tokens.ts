import { createHash, randomBytes } from 'node:crypto';
import { db, type Transaction } from '@/lib/db';
import { MemberError } from './errors';

/** What a one-time link is for. */
export type TokenPurpose = 'setup' | 'invitation' | 'password' | 'email' | 'review-feed';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long a link of each purpose works, in milliseconds. */
export const LIFETIME: Record<TokenPurpose, number> = {
  setup: 7 * DAY,
  invitation: 14 * DAY,
  password: DAY,
  email: DAY,
  /** No one-time link but an address, which works until it is revoked. */
  'review-feed': 3650 * DAY,
};

/** A token as it is stored. */
export interface StoredToken {
  id: string;
  memberId: string | null;
  issuerId: string | null;
  subject: unknown;
  expiresAt: Date;
}

const columns = { id: true, memberId: true, issuerId: true, subject: true, expiresAt: true } as const;

/** @returns a fresh secret of 256 bits for a link, in 43 characters that stand in an address as they are. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** @returns what is kept of a secret. With 256 random bits a plain hash cannot be searched. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Makes a token. @returns its secret, which is nowhere else. */
export async function createToken(
  tx: Transaction,
  token: {
    purpose: TokenPurpose;
    memberId?: string | null;
    issuerId?: string | null;
    subject?: Record<string, string | null>;
  },
): Promise<{ id: string; secret: string; expiresAt: Date }> {
  const secret = newSecret();
  const expiresAt = new Date(Date.now() + LIFETIME[token.purpose]);
  const { id } = await tx.token.create({
    data: {
      purpose: token.purpose,
      hash: hashSecret(secret),
      memberId: token.memberId ?? null,
      issuerId: token.issuerId ?? null,
      subject: token.subject ?? {},
      expiresAt,
    },
    select: { id: true },
  });
  return { id, secret, expiresAt };
}

/** @returns the token of a link that still works, or null; spends nothing. */
export async function findToken(purpose: TokenPurpose, secret: string): Promise<StoredToken | null> {
  if (!isSecret(secret)) return null;
  const row = await db().token.findUnique({
    where: { hash: hashSecret(secret) },
    select: { ...columns, purpose: true, usedAt: true },
  });
  return row?.purpose === purpose && row.usedAt === null && row.expiresAt > new Date() ? row : null;
}

/**
 * Spends a token: of any number of tries at once, one succeeds. When the transaction fails, the link works again.
 *
 * @throws {MemberError} `link-invalid` for one that is unknown, of another purpose, spent or expired.
 */
export async function claimToken(
  tx: Transaction,
  purpose: TokenPurpose,
  secret: string,
): Promise<StoredToken> {
  const hash = isSecret(secret) ? hashSecret(secret) : '';
  const now = new Date();
  const { count } = await tx.token.updateMany({
    where: { hash, purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count !== 1) throw new MemberError('link-invalid');
  return tx.token.findUniqueOrThrow({ where: { hash }, select: columns });
}

/**
 * Gives an unspent token another secret and its full time again; the link from before stops working.
 *
 * @returns null where there is no such token.
 */
export async function renewToken(
  tx: Transaction,
  purpose: TokenPurpose,
  id: string,
): Promise<(StoredToken & { secret: string }) | null> {
  const secret = newSecret();
  const expiresAt = new Date(Date.now() + LIFETIME[purpose]);
  const { count } = await tx.token.updateMany({
    where: { id, purpose, usedAt: null },
    data: { hash: hashSecret(secret), expiresAt },
  });
  if (count !== 1) return null;
  return { ...(await tx.token.findUniqueOrThrow({ where: { id }, select: columns })), secret };
}

/** Makes all unspent tokens of a purpose useless, of one member or of everybody. */
export async function revokeTokens(tx: Transaction, purpose: TokenPurpose, memberId?: string): Promise<void> {
  await tx.token.deleteMany({
    where: { purpose, usedAt: null, ...(memberId !== undefined && { memberId }) },
  });
}

function isSecret(secret: string): boolean {
  return /^[\w-]{43}$/.test(secret);
}
