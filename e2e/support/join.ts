/**
 * `node --import tsx e2e/support/join.ts NAME ROLE [LANGUAGE [TIMEZONE]]`: makes a member of a blog, as a process of its
 * own over the same database. Prints the `Set-Cookie` value by which they are signed in.
 */
import { sessionCookie } from '@/lib/auth';
import { readConfig } from '@/lib/config';
import { closeDatabase, openDatabase, transaction } from '@/lib/db';
import type { Role } from '@/lib/access';
import { createMember } from '@/lib/members';

const [name, role, language = 'ko', timeZone = 'Asia/Seoul'] = process.argv.slice(2);
if (name === undefined || role === undefined) throw new Error('NAME, ROLE');
await openDatabase(readConfig().databaseUrl);
try {
  const session = await transaction((tx) =>
    createMember(tx, null, {
      email: `${crypto.randomUUID()}@members.test`,
      names: { [language]: name },
      role: role as Role,
      language,
      timeZone,
      passwordHash: null,
    }),
  );
  process.stdout.write(await sessionCookie(session));
} finally {
  await closeDatabase();
}
