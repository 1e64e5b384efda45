import { text } from 'node:stream/consumers';
import { AccessError, ROLES, type Role } from '@/lib/access';
import { readConfig } from '@/lib/config';
import { closeDatabase, MigrationError, openDatabase } from '@/lib/db';
import { isLanguage, isUserError, languages, translator } from '@/lib/i18n';
import {
  addFromShell,
  listFromShell,
  passwordFromShell,
  reactivateFromShell,
  setRoleFromShell,
  suspendFromShell,
} from '@/lib/members';
import { command, UsageError, UserMistake } from './lib/command';
import { say, terminalLanguage } from './lib/terminal.mjs';

const USAGE = `Usage: npm run member -- list
       npm run member -- add EMAIL --name NAME --role ROLE [--language LANGUAGE] [--password-stdin]
       npm run member -- role EMAIL ROLE
       npm run member -- password EMAIL [--password-stdin]
       npm run member -- suspend EMAIL
       npm run member -- reactivate EMAIL

Administers members without a browser, also while the site is live. ROLE is ${ROLES.join(', ')}.

\`add\` and \`password\` print a link that works once, for the person to choose a password.
A changed role or password, and a suspension, end the person's sessions.

  --name NAME        what the person is called
  --role ROLE        what the person may do
  --language LANG    of the person's desk: ${languages.join(', ')}; ko for a name in Hangul, otherwise en
  --password-stdin   read the password from standard input (one line) instead of making a link
`;

const TEXT = {
  action: {
    en: 'There is no {action}. Say list, add, role, password, suspend or reactivate.',
    ko: '{action}: 없는 명령입니다. list, add, role, password, suspend, reactivate 중 하나를 쓰세요.',
  },
  email: { en: 'EMAIL is missing.', ko: 'EMAIL 인수가 없습니다.' },
  name: { en: '--name is missing.', ko: '--name 옵션이 없습니다.' },
  role: { en: 'ROLE has to be one of {roles}.', ko: 'ROLE은 {roles} 중 하나여야 합니다.' },
  language: {
    en: '--language has to be one of {languages}.',
    ko: '--language는 {languages} 중 하나여야 합니다.',
  },
  surplus: { en: 'Too much for {action}.', ko: '{action}에는 남는 인수나 옵션입니다.' },
  noMember: { en: 'No member has the e-mail {email}.', ko: '이메일이 {email}인 회원이 없습니다.' },
  noInput: { en: 'Standard input is empty.', ko: '표준 입력이 비어 있습니다.' },
  nobody: { en: 'There are no members yet.', ko: '아직 회원이 없습니다.' },
  link: {
    en: 'This link works once, for a day:\n{link}',
    ko: '하루 동안 한 번만 쓸 수 있는 링크입니다.\n{link}',
  },
  added: { en: '{email} is a member now ({role}).', ko: '회원을 추가했습니다: {email}({role})' },
  roleSet: { en: '{email} is {role} now.', ko: '역할을 바꾸었습니다: {email}({role})' },
  passwordSet: { en: 'The password of {email} is set.', ko: '비밀번호를 정했습니다: {email}' },
  suspended: { en: '{email} is suspended.', ko: '정지했습니다: {email}' },
  reactivated: { en: '{email} can sign in again.', ko: '다시 로그인할 수 있습니다: {email}' },
};

interface Options {
  name?: string | undefined;
  role?: string | undefined;
  language?: string | undefined;
  'password-stdin'?: boolean | undefined;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function roleOf(given: string | undefined): Role {
  const role = ROLES.find((it) => it === given);
  if (role === undefined) throw new UsageError(say(TEXT.role, { roles: ROLES.join(', ') }));
  return role;
}

function languageOf({ language, name = '' }: Options): string {
  if (language === undefined) return /\p{Script=Hangul}/u.test(name) ? 'ko' : 'en';
  if (!isLanguage(language)) throw new UsageError(say(TEXT.language, { languages: languages.join(', ') }));
  return language;
}

/** The first line of standard input, or null where a link is wanted. */
async function passwordOf(options: Options): Promise<string | null> {
  if (!options['password-stdin']) return null;
  const [password = ''] = (await text(process.stdin)).split(/\r?\n/);
  if (password === '') throw new UserMistake(say(TEXT.noInput));
  return password;
}

async function list(): Promise<void> {
  const rows = (await listFromShell(terminalLanguage())).map(({ email, role, state, name, handle }) => [
    email ?? '-',
    state === 'unclaimed' ? '-' : role,
    state,
    `${name} (${handle})`,
  ]);
  if (rows.length === 0) print(say(TEXT.nobody));
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) print(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

type Action = (email: string, role: string | undefined, options: Options) => Promise<void>;

const ACTIONS: Record<string, { takes: readonly string[]; run: Action }> = {
  add: {
    takes: ['name', 'role', 'language', 'password-stdin'],
    run: async (email, _, options) => {
      if (!options.name?.trim()) throw new UsageError(say(TEXT.name));
      const role = roleOf(options.role);
      const language = languageOf(options);
      const member = { email, name: options.name, role, language };
      const link = await addFromShell({ ...member, password: await passwordOf(options) });
      print(say(TEXT.added, { email, role }));
      if (link !== null) print(say(TEXT.link, { link }));
    },
  },
  role: {
    takes: ['ROLE'],
    run: async (email, given) => {
      const role = roleOf(given);
      await setRoleFromShell(email, role);
      print(say(TEXT.roleSet, { email, role }));
    },
  },
  password: {
    takes: ['password-stdin'],
    run: async (email, _, options) => {
      const link = await passwordFromShell(email, await passwordOf(options));
      print(link === null ? say(TEXT.passwordSet, { email }) : say(TEXT.link, { link }));
    },
  },
  suspend: {
    takes: [],
    run: async (email) => {
      await suspendFromShell(email);
      print(say(TEXT.suspended, { email }));
    },
  },
  reactivate: {
    takes: [],
    run: async (email) => {
      await reactivateFromShell(email);
      print(say(TEXT.reactivated, { email }));
    },
  },
};

let asked = '';

await command({
  name: 'member',
  usage: USAGE,
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    language: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  positionals: ['ACTION', '[EMAIL]', '[ROLE]'],
  explain: (error) => {
    if (error instanceof AccessError) return say(TEXT.noMember, { email: asked });
    if (isUserError(error)) return translator(terminalLanguage())(error.key, error.values);
    return error instanceof MigrationError ? error.message : null;
  },
  run: async ({ values, positionals: [name = '', email, role] }) => {
    const action = ACTIONS[name];
    if (action === undefined && name !== 'list') throw new UsageError(say(TEXT.action, { action: name }));
    const given = [...Object.keys(values), ...(role === undefined ? [] : ['ROLE'])];
    const surplus =
      given.some((it) => !action?.takes.includes(it)) || (name === 'list' && email !== undefined);
    if (surplus) throw new UsageError(say(TEXT.surplus, { action: name }));
    if (action !== undefined && email === undefined) throw new UsageError(say(TEXT.email));
    asked = email ?? '';
    await openDatabase(readConfig().databaseUrl);
    try {
      await (action === undefined ? list() : action.run(asked, role, values));
    } finally {
      await closeDatabase();
    }
  },
});
