/**
 * @typedef {{ passed: number, failed: number }} Counts
 */

/**
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report of `vitest --reporter=json`.
 * @returns {Counts} a test that was skipped counts as failed: nobody knows what it would have found.
 */
export function countVitest({ testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((it) => it.status === 'passed').length;
  // A file that could not be loaded has no tests to count.
  const broken = testResults.filter((it) => it.status === 'failed' && it.assertionResults.length === 0);
  return { passed, failed: tests.length - passed + broken.length };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 *   of `playwright test --reporter=json`.
 * @returns {Counts} skipped and flaky tests count as failed.
 */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

/**
 * @param {Counts} counts of a run.
 * @param {boolean} hasFailed whether the runner ended with a failure.
 * @returns {Counts} a run that failed without a failed test, or that ran no test, is a failure too.
 */
export function withRunner({ passed, failed }, hasFailed) {
  return { passed, failed: failed === 0 && (hasFailed || passed === 0) ? 1 : failed };
}
