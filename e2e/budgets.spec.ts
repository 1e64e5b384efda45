import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from 'playwright/test';
import { paths } from './support/places';
import { expect, test } from './support/test';
import { address } from './support/words';

/** Every kind of reading page, and how many font files it may ask for. */
const kinds: Record<string, { path: string; fonts: number; status?: number }> = {
  home: { path: '/', fonts: 30 },
  category: { path: '/ai/', fonts: 30 },
  month: { path: '/ai/2023-03/', fonts: 30 },
  'post with everything': { path: paths.everything, fonts: 36 },
  page: { path: '/about/', fonts: 30 },
  archive: { path: '/archive/', fonts: 30 },
  categories: { path: '/categories/', fonts: 30 },
  tags: { path: '/tags/', fonts: 30 },
  authors: { path: '/authors/', fonts: 30 },
  author: { path: '/authors/윤민서/', fonts: 30 },
  papers: { path: '/papers/', fonts: 30 },
  search: { path: '/search/?q=확산', fonts: 30 },
  missing: { path: '/ai/2023-03/230301-word2vek/', fonts: 30, status: 404 },
};

/** Bytes, compressed by gzip. */
const STYLE = 20 * 1024;
const SCRIPT = 12_000;
const DOCUMENT = 60_000;
/** Files besides pictures and fonts: the page, its style sheet, its script, hints. */
const FILES = 6;

interface Sent {
  url: string;
  type: string;
  status: number;
  gzip: number;
}

/** A phone on a slow line: 150 ms to the server and back, 1.6 Mbit/s, a quarter of the processor. */
async function slowPhone(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (0.75 * 1024 * 1024) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 2 });
  return session;
}

/** Collects from the first paint on how far things moved; `window.moved` says what. */
const watchShifts = () => {
  const moved: { value: number; what: string[] }[] = [];
  Object.assign(window, { moved });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources?: { node?: Node | null }[];
    })[]) {
      if (entry.hadRecentInput) continue;
      const what = (entry.sources ?? []).map(({ node }) =>
        node instanceof Element
          ? `${node.tagName}.${node.className}`
          : (node?.textContent ?? '').slice(0, 40),
      );
      moved.push({ value: entry.value, what });
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

test('every kind of page keeps to its budget of bytes, files and fonts, and nothing moves while it comes', async ({
  page,
  trouble,
}) => {
  test.setTimeout(240_000);
  trouble.expect(/404/);
  await slowPhone(page);
  await page.addInitScript(watchShifts);
  for (const [kind, { path, fonts, status = 200 }] of Object.entries(kinds)) {
    const sent: Promise<Sent>[] = [];
    const collect = (response: Awaited<ReturnType<Page['goto']>>) => {
      if (response === null || response.url().startsWith('data:')) return;
      const type = response.request().resourceType();
      sent.push(
        response
          .body()
          .catch(() => Buffer.alloc(0))
          .then((body) => ({
            url: response.url(),
            type,
            status: response.status(),
            gzip: gzipSync(body, { level: 6 }).length,
          })),
      );
    };
    page.on('response', collect);
    await page.goto(address('ko', path), { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    page.off('response', collect);

    const files = await Promise.all(sent);
    const of = (type: string) => files.filter((file) => file.type === type);
    const bytes = (type: string) => of(type).reduce((sum, { gzip }) => sum + gzip, 0);
    const told = JSON.stringify(files.map(({ type, url, gzip }) => `${type} ${url} ${gzip}`));

    expect.soft(of('document')[0]?.status, kind).toBe(status);
    expect.soft(of('stylesheet'), `${kind}: one style sheet`).toHaveLength(1);
    expect.soft(bytes('stylesheet'), `${kind}: style`).toBeLessThan(STYLE);
    expect.soft(bytes('script'), `${kind}: script ${told}`).toBeLessThan(SCRIPT);
    expect.soft(bytes('document'), `${kind}: page`).toBeLessThan(DOCUMENT);
    expect.soft(of('font').length, `${kind}: fonts ${told}`).toBeLessThanOrEqual(fonts);
    const others = files.filter(({ type }) => type !== 'font' && type !== 'image');
    expect.soft(others.length, `${kind}: files ${told}`).toBeLessThanOrEqual(FILES);

    const moved = await page.evaluate(
      () => (window as unknown as { moved: { value: number; what: string[] }[] }).moved,
    );
    const sum = moved.reduce((total, { value }) => total + value, 0);
    // Slices of fonts stand in with the same advance, but for the last hundredth.
    expect.soft(sum, `${kind}: moved ${JSON.stringify(moved)}`).toBeLessThan(0.01);
    test.info().annotations.push({
      type: kind,
      description: `page ${bytes('document')}, style ${bytes('stylesheet')}, script ${bytes('script')}, fonts ${of('font').length} / ${bytes('font')}, moved ${sum.toFixed(4)}`,
    });
  }
});
