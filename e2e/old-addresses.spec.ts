import { paths, place } from './support/places';
import { expect, test } from './support/test';
import { word, type Language } from './support/words';

/** Each as a reader, an old link or a Mac spells it, and where it has to lead in one step. Not yet encoded. */
const spellings: [name: string, asked: string, leads: string][] = [
  ['an alias', '/posts/dropout/', paths.aliased],
  ['a Korean alias', '/드롭아웃/', paths.aliased],
  ['an alias without its slash', '/posts/dropout', paths.aliased],
  ['an alias in English', '/en/posts/dropout/', `/en${paths.aliased}`],
  ['Hangul as a Mac spells it', paths.translated.normalize('NFD'), paths.translated],
  [
    'Hangul as a Mac spells it, in English',
    `/en${paths.translated}`.normalize('NFD'),
    `/en${paths.translated}`,
  ],
  ['a tag as a Mac spells it', '/tags/비전/'.normalize('NFD'), '/tags/비전/'],
  ['capitals', '/AI/2023-01/230118-Dropout/', paths.aliased],
  ['no slash', paths.newest.slice(0, -1), paths.newest],
  ['no slash, a category', '/ai', '/ai/'],
  ['no slash, English home', '/en', '/en/'],
  ['two slashes', `/${paths.oldest}`, paths.oldest],
  ['the file behind the address', `${paths.oldest}index.html`, paths.oldest],
  ['the file behind home', '/index.html', '/'],
  ['the first page by its number', '/page/1/', '/'],
  ['dots', `/ai/../ai/2023-01/./230104-attention/`, paths.oldest],
];

/** What the server says, no redirect followed. @param path percent-encoded. */
const ask = (path: string, init: RequestInit = {}) =>
  fetch(place('blog') + path, { redirect: 'manual', ...init });

const decodedPath = (location: string | null) => decodeURI(new URL(location ?? '', place('blog')).pathname);

for (const [name, asked, leads] of spellings) {
  test(`${name} leads to the one address in one step`, async () => {
    const encoded = encodeURI(asked);
    // `fetch` would take dots and a second slash away before asking.
    const first = /\/\.|^\/\//.test(encoded) ? await raw(encoded) : await ask(encoded);
    expect(first.status, asked).toBe(308);
    expect(decodedPath(first.headers.get('location'))).toBe(leads);
    expect((await ask(encodeURI(leads))).status).toBe(200);
  });
}

/** Sends a request target as it is. */
async function raw(target: string): Promise<{ status: number; headers: Headers }> {
  const { request } = await import('node:http');
  const { hostname, port } = new URL(place('blog'));
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: target }, (response) => {
      response.resume();
      resolve({
        status: response.statusCode ?? 0,
        headers: new Headers({ location: response.headers.location ?? '' }),
      });
    })
      .once('error', reject)
      .end();
  });
}

test('a query stays, whatever the path becomes', async () => {
  const { headers } = await ask('/ai?utm_source=x');
  expect(headers.get('location')).toBe('/ai/?utm_source=x');
});

test('no spelling leads to another site', async () => {
  for (const target of [
    '//elsewhere.example',
    '/\\elsewhere.example',
    '//elsewhere.example/..',
    '/%2f%2felsewhere.example',
  ]) {
    const { status, headers } = await raw(target);
    expect([308, 400, 404], target).toContain(status);
    const location = headers.get('location') ?? '';
    expect(new URL(location, place('blog')).origin, `${target} ${status} ${location}`).toBe(place('blog'));
  }
});

test('pictures are where they were', async ({ request }) => {
  for (const path of ['/assets/img/noise.png', '/assets/img/minseo.png', '/img/logo.png']) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()['content-type']).toBe('image/png');
    const bytes = await answer.body();
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  }
  expect((await request.get('/assets/img/lost.png')).status()).toBe(404);
});

const missing: [Language, string, string][] = [
  ['ko', '/ai/2023-01/230104-atention/', '어텐션만으로 번역하기'],
  ['en', '/en/ai/2023-03/230301-word2vek/', 'Word2Vec: 낱말의 이웃'],
];
for (const [language, path, meant] of missing) {
  test(`an address that never was says so and suggests, in ${language}`, async ({ page, trouble }) => {
    trouble.expect(/404/);
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page).toHaveURL(path);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page).toHaveTitle(new RegExp(word(language, 'notFound.title')));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(word(language, 'notFound.title'));
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(word(language, 'notFound.suggestions'));
    await page.getByRole('article').first().getByRole('link', { name: meant }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(meant);
  });
}

test('an address like nothing else offers the newest posts', async ({ page, trouble }) => {
  trouble.expect(/404/);
  await page.goto('/qqqq/zzzz/xxxx/');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(word('ko', 'notFound.recent'));
  await expect(page.getByRole('article').first()).toContainText('비트마스크로 고르기');
});

for (const path of [
  '/page/3/',
  '/page/0/',
  '/page/x/',
  '/ai/page/9/',
  '/ai/2023-13/',
  '/ai/2020-01/',
  '/tags/없는-태그/',
  '/authors/nobody/',
  '/en/nothing/',
  '/media/0.png',
  '/assets/nothing.png',
  '/%FF/',
  '/tags/nothing/index.xml',
]) {
  test(`there is nothing at ${path}`, async () => {
    const answer = await ask(path.startsWith('/%') ? path : encodeURI(path));
    expect([400, 404]).toContain(answer.status);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
}

test('nothing is changed by any method', async ({ request }) => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    const answer = await request.fetch('/', { method });
    expect(answer.status(), method).toBe(405);
    expect(answer.headers().allow).toBe('GET, HEAD');
  }
});
