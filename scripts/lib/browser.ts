import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Where systems and vendors put a Chromium or Chrome. */
const KNOWN: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/**
 * The browser for end-to-end tests: the one that `CHROMIUM_PATH` names, else
 * Playwright's own, else one of the system.
 *
 * @returns path of the executable; null when there is none.
 */
export function findBrowser(): string | null {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return existsSync(CHROMIUM_PATH) ? CHROMIUM_PATH : null;
  const candidates = [chromium.executablePath(), ...(KNOWN[process.platform] ?? [])];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

/**
 * What Playwright's `launch` needs for {@link findBrowser}'s browser.
 *
 * @throws {Error} when there is no browser.
 */
export function browserOptions(): { executablePath: string; args: string[] } {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error('No Chromium was found. Install one, or set CHROMIUM_PATH to its executable.');
  }
  const args = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  // Chromium's sandbox refuses root, as in most containers.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return { executablePath, args };
}
