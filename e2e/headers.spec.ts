import { paths, place } from './support/places';
import { expect, test } from './support/test';

const ask = (path: string, init: RequestInit = {}) =>
  fetch(place('blog') + encodeURI(path), { redirect: 'manual', ...init });

/** The content policy by its directives. */
function policyOf(headers: Headers): Record<string, string[]> {
  const text = headers.get('content-security-policy') ?? '';
  return Object.fromEntries(
    text.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

for (const path of ['/', '/en/', paths.everything, '/archive/', '/nothing/at/all/']) {
  test(`the page ${path} lets only its own script run, and nobody frame it`, async () => {
    const { headers } = await ask(path);
    const policy = policyOf(headers);
    expect(policy['default-src']).toEqual(["'none'"]);
    expect(policy['script-src']).toEqual(["'self'"]);
    expect(policy['style-src']).toEqual(["'self'"]);
    expect(policy['frame-ancestors']).toEqual(["'none'"]);
    expect(policy['base-uri']).toEqual(["'none'"]);
    expect(policy['form-action']).toEqual(["'self'"]);
    for (const [directive, sources] of Object.entries(policy)) {
      if (directive !== 'style-src-attr') expect(sources, directive).not.toContain("'unsafe-inline'");
      expect(sources, directive).not.toContain("'unsafe-eval'");
      for (const source of sources)
        expect(["'self'", "'none'", "'unsafe-inline'", 'data:']).toContain(source);
    }
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-frame-options': 'DENY',
      'content-type': 'text/html; charset=utf-8',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
  });
}

test('programs get what they ask for, and nothing that runs', async ({ page }) => {
  await page.goto('/');
  const image = (await page.locator('main img').first().getAttribute('src')) ?? '';
  const documents: [string, string][] = [
    ['/index.xml', 'application/rss+xml; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/healthz', 'application/json; charset=utf-8'],
    [image, 'image/png'],
    ['/assets/img/noise.png', 'image/png'],
  ];
  for (const [path, type] of documents) {
    const { headers, status } = await ask(path);
    expect(status, path).toBe(200);
    expect(headers.get('content-type'), path).toBe(type);
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(policyOf(headers)['default-src'], path).toEqual(["'none'"]);
    expect(policyOf(headers)['script-src'], path).toBeUndefined();
  }
  const { headers } = await ask(image);
  expect(policyOf(headers)).toHaveProperty('sandbox');
  expect(headers.get('cache-control')).toContain('immutable');
});

test('pages are asked for again each time, files of the program never', async ({ page }) => {
  await page.goto('/');
  const style = (await page.locator('link[rel=stylesheet]').first().getAttribute('href')) ?? '';
  expect((await ask('/')).headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  expect((await ask(style)).headers.get('cache-control')).toContain('immutable');
});

test('every visitor gets the same bytes', async () => {
  const visitors: Record<string, string>[] = [
    {},
    { cookie: 'theme=dark; session=1', 'accept-language': 'en' },
    { 'user-agent': 'FeedReader/1', referer: 'https://elsewhere.example/' },
    { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' },
  ];
  for (const path of ['/', paths.everything, '/index.xml']) {
    const bodies = new Set<string>();
    for (const headers of visitors) bodies.add(await (await ask(path, { headers })).text());
    expect(bodies.size, path).toBe(1);
    expect([...bodies][0]).not.toContain('elsewhere.example');
  }
});

test('a page brings little along', async ({ page }) => {
  const sizes: Record<string, number> = {};
  page.on('response', (response) => {
    void response
      .request()
      .sizes()
      .then(({ responseBodySize }) => {
        const type = response.request().resourceType();
        sizes[type] = (sizes[type] ?? 0) + responseBodySize;
      });
  });
  await page.goto(encodeURI(paths.everything), { waitUntil: 'networkidle' });
  // What the page says to machines is data, and no script.
  expect(await page.locator('script:not([src], [type="application/ld+json"])').count()).toBe(0);
  expect(await page.locator('script[src]').count()).toBe(1);
  expect(sizes.script).toBeLessThan(10_000);
  expect(sizes.document).toBeLessThan(30_000);
});
