import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const UNIT = ['{lib,components,app,scripts}/**/*.test.{ts,tsx}'];
const INTEGRATION = ['lib/**/*.integration.test.ts'];

function project(
  name: string,
  test: NonNullable<TestProjectInlineConfiguration['test']>,
): TestProjectInlineConfiguration {
  return {
    resolve: { alias: { '@': root } },
    oxc: { jsx: { runtime: 'automatic' } },
    test: {
      name,
      environment: 'node',
      setupFiles: ['scripts/testing/fail-on-console.ts'],
      // A busy machine is slow, not wrong.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      ...test,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      project('unit', { include: UNIT, exclude: INTEGRATION }),
      project('integration-sqlite', { include: INTEGRATION, env: { NONMUN_TEST_ENGINE: 'sqlite' } }),
      project('integration-postgresql', {
        include: INTEGRATION,
        env: { NONMUN_TEST_ENGINE: 'postgresql' },
        globalSetup: ['scripts/testing/postgres-setup.ts'],
      }),
    ],
  },
});
