import { format } from 'node:util';
import { afterEach, beforeEach } from 'vitest';

// What the code under test says on the console is a defect or an expectation.
// A test that expects it replaces the method itself with `vi.spyOn`.
const unexpected: string[] = [];

for (const method of ['error', 'warn'] as const) {
  const original = console[method].bind(console);
  console[method] = (...values: unknown[]) => {
    unexpected.push(`console.${method}: ${format(...values)}`);
    original(...values);
  };
}

beforeEach(() => {
  unexpected.length = 0;
});

afterEach(() => {
  if (unexpected.length > 0) throw new Error(`Unexpected output during the test:\n${unexpected.join('\n')}`);
});
