/**
 * Makes what is missing between a fresh clone and a running program:
 * dependencies, database clients, the script of the reading pages, the build.
 * Plain JavaScript, as none of it may be there yet.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitOnSignals, ProgramError, run } from './child.mjs';
import { copyFonts, FONTS } from './fonts.mjs';
import { isInstalled } from './installed.mjs';
import { withLock } from './lock.mjs';
import { Refusal, say, step } from './terminal.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const TEXT = {
  dependencies: { en: 'Installing dependencies', ko: '의존성 설치' },
  client: { en: 'Generating the database client', ko: '데이터베이스 클라이언트 생성' },
  scripts: { en: 'Bundling scripts', ko: '스크립트 묶기' },
  build: { en: 'Building', ko: '빌드' },
  waiting: {
    en: 'Waiting for another start to finish preparing',
    ko: '다른 시작 작업이 준비를 마치기를 기다리는 중',
  },
  failed: { en: '{step} failed.', ko: '{step} 실패.' },
};

/** What each kind of step is, in the order in which they are done. */
const STEPS = [
  { name: 'dependencies', isMissing: dependenciesMissing, make: () => installDependencies() },
  { name: 'client', isMissing: () => isStale(clientStamp()), make: () => generateClients() },
  { name: 'scripts', isMissing: () => isStale(scriptsStamp()), make: () => bundleScripts() },
  { name: 'build', isMissing: () => isStale(buildStamp()), make: () => build() },
];

/**
 * @param {{
 *   upTo: 'dependencies' | 'client' | 'scripts' | 'build',
 *   check?: () => Promise<void>,
 *   out?: NodeJS.WriteStream,
 * }} wish `check` runs when something was missing, once dependencies are there and before the long rest.
 * @throws {Refusal} when a step fails, after its output was shown on standard error.
 */
export async function prepare({ upTo, check, out = process.stdout }) {
  const wanted = STEPS.slice(0, STEPS.findIndex((it) => it.name === upTo) + 1);
  // What only runs, as in a container, needs none of the tools.
  const withTools = wanted.some((it) => it.name === 'scripts');
  if (!wanted.some((it) => it.isMissing(withTools))) return;
  const restoreSignals = exitOnSignals();
  try {
    await withLock(
      join(ROOT, '.prepare.lock'),
      // Somebody else may have made it while this process waited.
      () =>
        makeMissing(
          wanted.filter((it) => it.isMissing(withTools)),
          check,
          out,
        ),
      () => out.write(`${say(TEXT.waiting)}…\n`),
    );
  } finally {
    restoreSignals();
  }
}

/** @param {typeof STEPS} missing @param {(() => Promise<void>) | undefined} check @param {NodeJS.WriteStream} out */
async function makeMissing(missing, check, out) {
  let isChecked = missing.length === 0;
  for (const [index, { name, make }] of missing.entries()) {
    if (!isChecked && name !== 'dependencies') {
      await check?.();
      isChecked = true;
    }
    const label = say(TEXT[name]);
    try {
      await step(`${index + 1}/${missing.length} ${label}`, make, out);
    } catch (error) {
      if (!(error instanceof ProgramError)) throw error;
      process.stderr.write(`${error.output.trim().split('\n').slice(-40).join('\n')}\n`);
      throw new Refusal(say(TEXT.failed, { step: label }));
    }
  }
}

/** @param {string} path relative to the checkout. */
function read(path) {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  }
}

// ── Stamps: a file beside each result holds the hash of what it was made from ──

/** @param {{ file: string, key: string, results?: string[] }} stamp */
function isStale({ file, key, results = [] }) {
  return read(file) !== key || results.some((path) => !existsSync(join(ROOT, path)));
}

/** @param {() => { file: string, key: string }} stamp @param {() => Promise<unknown>} work */
async function stamped(stamp, work) {
  const { file, key } = stamp();
  rmSync(join(ROOT, file), { force: true });
  await work();
  mkdirSync(dirname(join(ROOT, file)), { recursive: true });
  writeFileSync(join(ROOT, file), key);
}

/** @param {readonly string[]} paths files and folders, relative to the checkout. @param {(path: string) => boolean} skip */
function hashOf(paths, skip = () => false) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((it) => filesBelow(it, skip)).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} path @param {(path: string) => boolean} skip @returns {string[]} */
function filesBelow(path, skip) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  const entries = readdirEntries(full);
  if (entries === null) return skip(path) ? [] : [path];
  return entries.flatMap((entry) => {
    const below = relative(ROOT, join(full, entry.name)).replaceAll('\\', '/');
    if (skip(below)) return [];
    return entry.isDirectory() ? filesBelow(below, skip) : [below];
  });
}

/** @param {string} folder @returns {import('node:fs').Dirent[] | null} null for a file. */
function readdirEntries(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}

const isTest = (path) => /\.test\.tsx?$|\/testing\.ts$/.test(path);

// ── Dependencies ──

const NATIVE_STAMP = 'node_modules/.nonmun-native';
/** Compiled modules fit one version of the interface. */
const nativeKey = () => `${process.platform}-${process.arch}-${process.versions.modules}`;

/** @returns {import('./installed.mjs').Packages} */
function wantedPackages() {
  return JSON.parse(read('package-lock.json') ?? '{"packages":{}}').packages;
}

/** @param {boolean} withTools */
function dependenciesMissing(withTools) {
  const installed = read('node_modules/.package-lock.json');
  if (installed === null) return true;
  const native = read(NATIVE_STAMP);
  if (native !== null && native !== nativeKey()) return true;
  return !isInstalled(wantedPackages(), JSON.parse(installed).packages, withTools);
}

async function installDependencies() {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  await npm(args);
  writeFileSync(join(ROOT, NATIVE_STAMP), nativeKey());
}

/** @param {readonly string[]} args */
function npm(args) {
  const env = {
    ...process.env,
    // Never run here, and its download is what fails behind a firewall.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
  };
  const cli = process.env.npm_execpath;
  return cli && /npm-cli\.[cm]?js$/.test(cli)
    ? run('npm', process.execPath, [cli, ...args], { cwd: ROOT, env })
    : run('npm', process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd: ROOT, env });
}

// ── Database clients ──

const SCHEMAS = ['prisma/schema.prisma', 'prisma/postgresql/schema.prisma'];
const CLIENTS = 'lib/db/generated';

function clientStamp() {
  return {
    file: `${CLIENTS}/.stamp`,
    key: `${wantedPackages()['node_modules/prisma']?.version ?? ''} ${hashOf([...SCHEMAS, 'prisma.config.ts'])}`,
    results: ['sqlite/client.ts', 'postgresql/client.ts'].map((it) => `${CLIENTS}/${it}`),
  };
}

async function generateClients() {
  await stamped(clientStamp, async () => {
    for (const schema of SCHEMAS) {
      await run(
        'prisma generate',
        process.execPath,
        ['node_modules/prisma/build/index.js', 'generate', '--schema', schema, '--no-hints'],
        {
          cwd: ROOT,
          env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
        },
      );
    }
  });
}

// ── Scripts that esbuild makes ──

/** The script of the reading pages. */
const PAGE_SCRIPT = 'public/reading.js';
/** What it fetches where quick find is wanted. */
const FIND_SCRIPT = 'public/find.js';
/** What it fetches when a picture is enlarged. */
const LIGHTBOX_SCRIPT = 'public/lightbox.js';
/** The server in one file: starts sooner than what is translated while it is loaded, and takes less memory. */
export const SERVER = 'dist/server.mjs';

const scriptsStamp = () => ({
  file: 'dist/.stamp',
  key: hashOf(
    [
      'components/islands',
      'lib',
      'messages',
      'scripts/serve.ts',
      'scripts/lib',
      'tsconfig.json',
      'package-lock.json',
      ...SCHEMAS,
    ],
    (path) => isTest(path) || path.startsWith(CLIENTS),
  ),
  results: [PAGE_SCRIPT, FIND_SCRIPT, LIGHTBOX_SCRIPT, SERVER, FONTS],
});

/**
 * Every browser of the last years takes it.
 *
 * @param {string} version of what it fetches, so that browsers need not ask for that again; empty where it may change.
 */
const pageScript = (version = '') => ({
  absWorkingDir: ROOT,
  entryPoints: ['components/islands/reading.ts'],
  outfile: PAGE_SCRIPT,
  define: { FIND_VERSION: JSON.stringify(version) },
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'silent',
});

const findScript = () => ({
  ...pageScript(),
  entryPoints: ['components/islands/find/find.ts'],
  outfile: FIND_SCRIPT,
  format: 'esm',
  // It brings its own style sheet, which no page needs before it.
  loader: { '.css': 'text' },
});

const lightboxScript = () => ({
  ...findScript(),
  entryPoints: ['components/islands/lightbox.ts'],
  outfile: LIGHTBOX_SCRIPT,
});

const server = () => ({
  absWorkingDir: ROOT,
  entryPoints: ['scripts/serve.ts'],
  outfile: SERVER,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  charset: 'utf8',
  sourcemap: true,
  logLevel: 'silent',
});

async function bundleScripts() {
  const esbuild = await import('esbuild');
  await stamped(scriptsStamp, async () => {
    try {
      await Promise.all([findScript(), lightboxScript(), server()].map((options) => esbuild.build(options)));
      copyFonts(ROOT);
      await esbuild.build(pageScript(hashOf([FIND_SCRIPT]).slice(0, 12)));
    } catch (error) {
      throw new ProgramError('esbuild', 1, error.message);
    } finally {
      // Its service would live as long as this process.
      await esbuild.stop();
    }
  });
}

/** Bundles the scripts of the pages again whenever their sources change, as long as this process lives. */
export async function watchPageScript() {
  const esbuild = await import('esbuild');
  rmSync(join(ROOT, scriptsStamp().file), { force: true });
  for (const options of [pageScript(), findScript(), lightboxScript()]) {
    const context = await esbuild.context({ ...options, minify: false, logLevel: 'warning' });
    await context.watch();
  }
}

// ── The build ──

const SOURCES = [
  'app',
  'components',
  'lib',
  'messages',
  'prisma/schema.prisma',
  'next.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];
const buildStamp = () => ({
  file: '.next/cache/nonmun/build',
  key: hashOf(SOURCES, (path) => isTest(path) || path.startsWith(CLIENTS)),
  results: ['.next/BUILD_ID'],
});

async function build() {
  await stamped(buildStamp, () =>
    run('next build', process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    }),
  );
}

/** Writes the types of routes and pages that a build would write, for the checks. */
export function generateRouteTypes() {
  return run('next typegen', process.execPath, ['node_modules/next/dist/bin/next', 'typegen'], {
    cwd: ROOT,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
}
