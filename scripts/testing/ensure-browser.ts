/**
 * Sees to it that end-to-end tests have a browser, and a font for Hangul where
 * that is possible. Ends with 1 when there is no browser in the end.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '../lib/browser';

const INSTALL_LIMIT = 10 * 60_000;

function tryRun(program: string, args: string[]): boolean {
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: INSTALL_LIMIT,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

function hasHangul(): boolean {
  const { status, stdout } = spawnSync('fc-list', [':lang=ko', 'file'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
let isUpdated = false;

function aptInstall(...packages: string[]): boolean {
  isUpdated ||= tryRun('apt-get', ['update', '-qq']);
  return isUpdated && tryRun('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

if (!findBrowser()) tryRun(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']);
if (!findBrowser() && mayInstall) aptInstall('chromium', 'fonts-noto-cjk');
if (mayInstall && !hasHangul()) aptInstall('fontconfig', 'fonts-noto-cjk');

const browser = findBrowser();
if (!browser) {
  console.error('No Chromium was found and none could be installed; set CHROMIUM_PATH to one.');
  process.exit(1);
}
console.log(browser);
