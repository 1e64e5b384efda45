import { defineConfig, devices } from 'playwright/test';
import { browserOptions } from './scripts/lib/browser';

const baseURL = process.env.NONMUN_E2E_URL;

export default defineConfig({
  testDir: 'e2e',
  // Imports, builds a corpus and starts the one server that all tests read; puts its address into NONMUN_E2E_URL.
  globalSetup: './e2e/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A busy machine is slow, not wrong.
  timeout: 60_000,
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    ...devices['Desktop Chrome'],
    channel: undefined,
    baseURL,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    launchOptions: browserOptions(),
    screenshot: 'only-on-failure',
    trace: 'off',
  },
});
