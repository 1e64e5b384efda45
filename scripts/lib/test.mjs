import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitOnSignals, ProgramError, run } from './child.mjs';
import { countPlaywright, countVitest, withRunner } from './counts.mjs';
import { generateRouteTypes, prepare, ROOT } from './prepare.mjs';
import { Refusal, secondsSince, step } from './terminal.mjs';

const HELP = `Usage: npm test [-- PART...]

Makes what is missing (dependencies, database client, a browser), then runs every
check, or only the named parts. The last line counts them; the exit code is 0
when none failed.

Parts:
  format      Prettier
  lint        ESLint, with the arrows between the folders
  types       TypeScript
  unit        tests without a database
  sqlite      integration tests on SQLite
  postgresql  integration tests on PostgreSQL: a server of their own, or TEST_DATABASE_URL
  build       the production build
  e2e         what people do, in a real browser (CHROMIUM_PATH, or whichever is there)
`;

/**
 * @typedef {{ passed: number, failed: number, output: string }} Outcome
 * @typedef {(report: string) => Promise<Outcome>} Part what it finds may be written to the file `report`.
 */

const bin = (path) => `node_modules/${path}`;
const ESLINT = ['--max-warnings', '0', '--cache', '--cache-location', '.next/cache/eslint/', '.'];

/** @type {Record<string, Part>} */
const PARTS = {
  format: () => check('prettier', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']),
  lint: () => check('eslint', [bin('eslint/bin/eslint.js'), ...ESLINT]),
  types: () => check('tsc', [bin('typescript/bin/tsc'), '--noEmit', '--pretty', 'false']),
  unit: (report) => vitest('unit', report),
  sqlite: (report) => vitest('integration-sqlite', report),
  postgresql: (report) => vitest('integration-postgresql', report),
  build: buildOnce,
  e2e: playwright,
};

/** @param {readonly string[]} args names of parts; none for all. */
export async function test(args) {
  if (args.includes('--help')) {
    process.stdout.write(HELP);
    return;
  }
  const unknown = args.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no part ${unknown.join(', ')}.\n\n${HELP}`);
    process.exit(2);
  }
  const names = Object.keys(PARTS).filter((name) => args.length === 0 || args.includes(name));
  const from = Date.now();
  process.chdir(ROOT);
  const results = await runParts(names);
  process.stdout.write(`\n${table(results)}\n${secondsSince(from)} in all\n\n`);
  const passed = sum(results, 'passed');
  const failed = sum(results, 'failed');
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}

/** @param {readonly string[]} names */
async function runParts(names) {
  const folder = mkdtempSync(join(tmpdir(), 'nonmun-test-'));
  const clean = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clean);
  const results = [];
  try {
    await prepare({ upTo: 'scripts' });
    exitOnSignals();
    if (names.includes('types') || names.includes('lint')) await generateRouteTypes();
  } catch (error) {
    return [{ name: 'preparation', time: '', ...failure(error) }].map(show);
  }
  for (const [index, name] of names.entries()) {
    const from = Date.now();
    let outcome;
    await step(`${index + 1}/${names.length} ${name}`, async () => {
      outcome = await PARTS[name](join(folder, `${name}.json`)).catch(failure);
    });
    results.push(show({ name, time: secondsSince(from), ...outcome }));
  }
  return results;
}

/** A failure shows all that the part printed. */
function show(result) {
  if (result.failed > 0) process.stdout.write(`${result.output.trim()}\n\n`);
  return result;
}

/** @param {unknown} error @returns {Outcome} */
function failure(error) {
  if (error instanceof ProgramError) return { passed: 0, failed: 1, output: error.output || error.message };
  if (error instanceof Refusal) return { passed: 0, failed: 1, output: error.message };
  return { passed: 0, failed: 1, output: String(error?.stack ?? error) };
}

/** One check, which counts as one. @param {string} name @param {readonly string[]} args @returns {Promise<Outcome>} */
async function check(name, args) {
  const output = await run(name, process.execPath, args);
  return { passed: 1, failed: 0, output };
}

/** @returns {Promise<Outcome>} */
async function buildOnce() {
  const silent = { write: () => true };
  await prepare({ upTo: 'build', out: silent });
  return { passed: 1, failed: 0, output: '' };
}

/**
 * Runs a test runner that writes a JSON report, and counts what is in it.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @param {string} report
 * @param {(report: any) => { passed: number, failed: number }} count
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Outcome>}
 */
async function runner(name, args, report, count, env = {}) {
  let output;
  let hasFailed = false;
  try {
    output = await run(name, process.execPath, args, { env: { ...process.env, ...env } });
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    ({ output } = error);
    hasFailed = true;
  }
  let counts = { passed: 0, failed: 0 };
  try {
    counts = count(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    output += `\nThe report of ${name} cannot be read: ${error.message}\n`;
  }
  if (counts.passed === 0) output += `\n${name}: no test passed.\n`;
  return { ...withRunner(counts, hasFailed), output };
}

/** @param {string} project @param {string} report */
function vitest(project, report) {
  const args = [
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
  ];
  return runner(project, [...args, `--outputFile.json=${report}`], report, countVitest);
}

/** @param {string} report */
async function playwright(report) {
  await run('browser', process.execPath, ['--import', 'tsx', 'scripts/testing/ensure-browser.ts']);
  await prepare({ upTo: 'build', out: { write: () => true } });
  const args = [bin('playwright/cli.js'), 'test', '--reporter=list,json'];
  return runner('playwright', args, report, countPlaywright, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
}

function sum(results, key) {
  return results.reduce((total, it) => total + it[key], 0);
}

function table(results) {
  const rows = [['part', 'passed', 'failed', 'time']];
  for (const { name, passed, failed, time } of results)
    rows.push([name, String(passed), String(failed), time]);
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
    )
    .join('\n');
}
