import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './support/blog';
import { paths, place } from './support/places';
import { expect, test } from './support/test';

const ask = (path: string, init: RequestInit = {}) =>
  fetch(place('blog') + path, { redirect: 'manual', ...init });

test('the probe says that all is well, and which version', async () => {
  const answer = await ask('/healthz');
  expect(answer.status).toBe(200);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(await answer.json()).toEqual({ status: 'ok', version });
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('robots are told where the sitemap is, and not to knock at the desk', async () => {
  const text = await (await ask('/robots.txt')).text();
  expect(text).toContain(`Sitemap: ${place('blog')}/sitemap.xml`);
  expect(text).toMatch(/^Disallow: \/write\/$/m);
  expect(text).not.toMatch(/^Disallow: \/$/m);
});

test('the sitemap lists what is public, in each language that it exists in', async ({ page }) => {
  await page.goto('/');
  const urls = await page.evaluate(async () => {
    const text = await (await fetch('/sitemap.xml')).text();
    const xml = new DOMParser().parseFromString(text, 'application/xml');
    return [...xml.getElementsByTagName('url')].map((url) => ({
      path: decodeURI(new URL(url.getElementsByTagName('loc')[0]?.textContent ?? '').pathname),
      languages: [...url.getElementsByTagName('xhtml:link')].map((link) => link.getAttribute('hreflang')),
    }));
  });
  const languagesOf = (path: string) => urls.find((url) => url.path === path)?.languages;
  expect(languagesOf('/')).toEqual(['ko', 'en', 'x-default']);
  expect(languagesOf(paths.everything)).toEqual(['ko', 'x-default']);
  expect(languagesOf(`/en${paths.everything}`)).toBeUndefined();
  expect(languagesOf(`/en${paths.translated}`)).toEqual(['en', 'ko', 'x-default']);
  expect(languagesOf(`/en${paths.english}`)).toEqual(['en', 'x-default']);
  expect(languagesOf(paths.draft)).toBeUndefined();
  expect(new Set(urls.map(({ path }) => path)).size).toBe(urls.length);
  for (const { path } of urls) expect((await ask(encodeURI(path))).status, path).toBe(200);
});

test('a post says what it is to whom it is shared with', async ({ page }) => {
  await page.goto(encodeURI(paths.everything));
  const meta = (name: string) => page.locator(`meta[property="${name}"], meta[name="${name}"]`).first();
  await expect(meta('og:type')).toHaveAttribute('content', 'article');
  await expect(meta('og:title')).toHaveAttribute('content', '확산 모델(Diffusion) 정리');
  await expect(meta('og:url')).toHaveAttribute('content', place('blog') + encodeURI(paths.everything));
  await expect(meta('description')).toHaveAttribute('content', /^그림에 잡음\(noise\)을 조금씩/);
  const image = (await meta('og:image').getAttribute('content')) ?? '';
  expect((await fetch(image)).headers.get('content-type')).toBe('image/png');
});

test('browsers may fetch pages ahead, and only pages', async () => {
  const rules = ((await ask('/')).headers.get('speculation-rules') ?? '').replaceAll('"', '');
  const answer = await ask(rules);
  expect(answer.headers.get('content-type')).toBe('application/speculationrules+json');
  expect(Object.keys((await answer.json()) as object)).toEqual(['prefetch']);
});
