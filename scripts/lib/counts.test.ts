import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, withRunner } from './counts.mjs';

describe('countVitest', () => {
  it('counts skipped tests and files that cannot be loaded as failed', () => {
    const report = {
      testResults: [
        {
          status: 'passed',
          assertionResults: [{ status: 'passed' }, { status: 'passed' }, { status: 'skipped' }],
        },
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'todo' }] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 2, failed: 4 });
  });
});

describe('countPlaywright', () => {
  it('counts flaky and skipped tests and errors outside of tests as failed', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 }, errors: ['setup'] };
    expect(countPlaywright(report)).toEqual({ passed: 5, failed: 7 });
  });
});

describe('withRunner', () => {
  it('takes a run without tests, and a failure without a failed test, for a failure', () => {
    expect(withRunner({ passed: 0, failed: 0 }, false)).toEqual({ passed: 0, failed: 1 });
    expect(withRunner({ passed: 3, failed: 0 }, true)).toEqual({ passed: 3, failed: 1 });
    expect(withRunner({ passed: 3, failed: 2 }, true)).toEqual({ passed: 3, failed: 2 });
    expect(withRunner({ passed: 3, failed: 0 }, false)).toEqual({ passed: 3, failed: 0 });
  });
});
