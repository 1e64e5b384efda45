import { createHash } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { transaction, type Transaction } from '@/lib/db';
import { MemberError } from './errors';

/** How many tries are free within how many milliseconds. */
interface Limit {
  attempts: number;
  window: number;
}

const MINUTE = 60_000;

/** By what is tried, for one account and for one address. An office or a school is behind one address. */
const LIMITS = {
  signin: { account: { attempts: 10, window: 15 * MINUTE }, address: { attempts: 50, window: 15 * MINUTE } },
  /** Requests for password links: what they cost is somebody's mailbox. */
  mail: { account: { attempts: 3, window: 60 * MINUTE }, address: { attempts: 20, window: 60 * MINUTE } },
  /** One-time links, and acts that ask for the present password. */
  link: { account: { attempts: 10, window: 15 * MINUTE }, address: { attempts: 50, window: 15 * MINUTE } },
  invitation: {
    account: { attempts: 100, window: 60 * MINUTE },
    address: { attempts: 200, window: 60 * MINUTE },
  },
} as const satisfies Record<string, { account: Limit; address: Limit }>;

/** What is throttled. */
export type ThrottledAct = keyof typeof LIMITS;

/** Who tries: an account, known or not (an e-mail, a member's id), and the address it is tried from. */
export interface Attempt {
  account?: string;
  address: string;
}

/**
 * Counts a try before it is made, so that many at once are not free.
 *
 * @throws {MemberError} `throttled` with the minutes to wait, for an account or an address that tried too often.
 */
export async function countAttempt(act: ThrottledAct, attempt: Attempt): Promise<void> {
  await transaction(async (tx) => {
    const now = new Date();
    await tx.throttle.deleteMany({ where: { resetsAt: { lte: now } } });
    // Both are looked at before either is counted: a refused try leaves the other one's allowance alone.
    const keys = keysOf(act, attempt);
    const rows = await tx.throttle.findMany({ where: { key: { in: keys.map(({ key }) => key) } } });
    for (const { key, limit } of keys) {
      const row = rows.find((it) => it.key === key);
      if (row && row.attempts >= limit.attempts) {
        const minutes = Math.max(1, Math.ceil((row.resetsAt.getTime() - now.getTime()) / MINUTE));
        throw new MemberError('throttled', { minutes });
      }
    }
    for (const { key, limit } of keys) {
      await tx.throttle.upsert({
        where: { key },
        create: { key, attempts: 1, resetsAt: new Date(now.getTime() + limit.window) },
        update: { attempts: { increment: 1 } },
      });
    }
  });
}

/** Forgets what an account tried. */
export async function forgiveAccount(tx: Transaction, act: ThrottledAct, account: string): Promise<void> {
  await tx.throttle.deleteMany({ where: { key: accountKey(act, account) } });
}

/** Forgets what an account tried, and takes one try from its address: it was the person in question. */
export async function forgiveAttempts(
  tx: Transaction,
  act: ThrottledAct,
  { account, address }: Required<Attempt>,
): Promise<void> {
  await forgiveAccount(tx, act, account);
  await tx.throttle.updateMany({
    where: { key: addressKey(act, address), attempts: { gt: 0 } },
    data: { attempts: { decrement: 1 } },
  });
}

function keysOf(act: ThrottledAct, { account, address }: Attempt): { key: string; limit: Limit }[] {
  const limits = LIMITS[act];
  const byAddress = { key: addressKey(act, address), limit: limits.address };
  return account === undefined
    ? [byAddress]
    : [byAddress, { key: accountKey(act, account), limit: limits.account }];
}

/** What somebody typed into a form is not kept as it is; a mistyped one may be a password. */
function accountKey(act: ThrottledAct, account: string): string {
  return `${act}:account:${createHash('sha256').update(account).digest('hex')}`;
}

/** One person's IPv6 connection is a whole /64 (RFC 6177); trying from each of its addresses is the same as from one. */
function addressKey(act: ThrottledAct, address: string): string {
  return `${act}:address:${networkOf(address)}`;
}

function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
