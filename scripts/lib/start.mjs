import { parseArgs } from 'node:util';
import { become, ProgramError, run } from './child.mjs';
import { loadEnvFile, main } from './main.mjs';
import { prepare, ROOT, SERVER, watchPageScript } from './prepare.mjs';
import { Refusal, say } from './terminal.mjs';

const HELP = {
  en: `Usage: npm start [-- --prepare]
       npm run dev

Makes what is missing (dependencies, database client, build), then serves the
site on PORT (3000) with the database of DATABASE_URL, or with an SQLite file in
DATA_DIR. A second start builds only what changed. .env.example lists the
settings.

  --prepare  make what is missing, but do not serve
  --dev      (npm run dev) compile pages on demand and when their sources change
  --help     show this text
`,
  ko: `사용법: npm start [-- --prepare]
       npm run dev

빠진 것(의존성, 데이터베이스 클라이언트, 빌드)을 갖춘 다음 PORT(3000)에서
사이트를 엽니다. 데이터베이스는 DATABASE_URL 또는 DATA_DIR의 SQLite 파일입니다.
다시 시작할 때는 바뀐 것만 빌드합니다. 설정은 .env.example에 있습니다.

  --prepare  빠진 것만 갖추고 사이트는 열지 않음
  --dev      (npm run dev) 페이지를 요청할 때, 그리고 바뀔 때 컴파일
  --help     이 도움말
`,
};

/** What Node is given in order to serve a built checkout; docs/decisions/004-memory.md says why. */
export const SERVE = ['--max-semi-space-size=4', '--max-old-space-size=384', '--enable-source-maps', SERVER];

/** What else the server is given: glibc keeps what is freed apart for each thread, and then holds more than it uses. */
export const SERVE_ENVIRONMENT = { MALLOC_ARENA_MAX: '2' };

/** @param {readonly string[]} args command line. */
export function start(args) {
  return main(async () => {
    const { help, dev, prepare: onlyPrepare } = options(args);
    if (help) {
      process.stdout.write(say(HELP));
      return;
    }
    process.chdir(ROOT);
    loadEnvFile();
    await prepare({ upTo: dev ? 'scripts' : 'build', check: onlyPrepare ? undefined : checkEnvironment });
    if (onlyPrepare) return;
    if (dev) await watchPageScript();
    const program = dev ? ['--import', 'tsx', 'scripts/serve.ts', '--dev'] : SERVE;
    await become(process.execPath, program, {
      env: { ...SERVE_ENVIRONMENT, ...process.env, NODE_ENV: dev ? 'development' : 'production' },
    });
  });
}

/** @param {readonly string[]} args */
function options(args) {
  try {
    return parseArgs({
      args: [...args],
      options: { help: { type: 'boolean' }, dev: { type: 'boolean' }, prepare: { type: 'boolean' } },
    }).values;
  } catch (error) {
    process.stderr.write(`${error.message.split('\n')[0]}\n\n${say(HELP)}`);
    process.exit(2);
  }
}

/** What would stop the server is told before minutes are spent on a build. */
async function checkEnvironment() {
  try {
    await run('check', process.execPath, ['--import', 'tsx', 'scripts/check-environment.ts']);
  } catch (error) {
    if (error instanceof ProgramError) throw new Refusal(error.output.trim());
    throw error;
  }
}
