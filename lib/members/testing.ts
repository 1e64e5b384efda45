import type { Role, Viewer } from '@/lib/access';
import { transaction } from '@/lib/db';
import { hashPassword } from './passwords';

/** A member that a test made, and as whom it acts. */
export interface TestMember extends Viewer {
  handle: string;
  email: string;
}

/** Every member of a test has this password, unless it says otherwise. */
export const TEST_PASSWORD = 'seven quiet lanterns';

let count = 0;
let hashed: Promise<string> | undefined;

/**
 * Makes a member for a test.
 *
 * @param member what matters to the test; the rest is made up.
 */
export async function makeMember(
  member: {
    role?: Role;
    state?: 'active' | 'suspended' | 'unclaimed';
    name?: string;
    handle?: string;
    email?: string | null;
    /** Null for a member without one; `TEST_PASSWORD` where nothing is said. */
    password?: string | null;
    language?: string;
  } = {},
): Promise<TestMember> {
  count += 1;
  const { role = 'member', state = 'active', language = 'ko' } = member;
  const handle = member.handle ?? `member-${count}`;
  const isUnclaimed = state === 'unclaimed';
  const email = isUnclaimed ? null : member.email === undefined ? `${handle}@example.org` : member.email;
  hashed ??= hashPassword(TEST_PASSWORD);
  const passwordHash =
    isUnclaimed || member.password === null
      ? null
      : await (member.password === undefined ? hashed : hashPassword(member.password));
  const { id } = await transaction((tx) =>
    tx.member.create({
      data: {
        handle,
        names: { [language]: member.name ?? handle },
        email,
        passwordHash,
        role,
        state,
        about: {},
        links: [],
        language,
      },
      select: { id: true },
    }),
  );
  return { memberId: id, role, handle, email: email ?? '' };
}
