import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { route, type Route, type RouteOptions } from './route';

const options: RouteOptions = {
  isPublicFile: (path) => ['/reading.js', '/favicon.ico', '/fonts/한글.woff2', '/en/note.txt'].includes(path),
};
const summary = (target: string, given: RouteOptions = options): string => {
  const found = route(target, given);
  if (found.action === 'redirect') return `${found.status} ${found.location}`;
  if (found.action === 'refuse') return String(found.status);
  const marks = (found.keep ? ' keep' : '') + (found.immutable ? ' immutable' : '');
  return `${found.kind} ${found.locale} ${found.target}${marks}`;
};

const NFD = encodeURIComponent('한글'.normalize('NFD'));
const NFC = encodeURIComponent('한글');

describe('pages', () => {
  it.each([
    ['/', 'page ko /ko/ keep'],
    ['/en/', 'page en /en/ keep'],
    ['/page/2/', 'page ko /ko/page/2/ keep'],
    ['/ai/2022-09/220923-whisper/', 'page ko /ko/ai/2022-09/220923-whisper/ keep'],
    ['/en/ai/2022-09/220923-whisper/', 'page en /en/ai/2022-09/220923-whisper/ keep'],
    ['/ai/2022-09/v1.2-(final)+a:b@c/', 'page ko /ko/ai/2022-09/v1.2-(final)+a:b@c/ keep'],
    ['/ai/2022-09/what-is-a.png/', 'page ko /ko/ai/2022-09/what-is-a.png/ keep'],
    [`/tags/${NFC}/`, `page ko /ko/tags/${NFC}/ keep`],
    ['/tags/100%25/', 'page ko /ko/tags/100%25/ keep'],
    ['/tags/a%2525b/', 'page ko /ko/tags/a%2525b/ keep'],
    ['/tags/c%3F%23/', 'page ko /ko/tags/c%3F%23/ keep'],
    ['/english/', 'page ko /ko/english/ keep'],
    ['/media-address/assets/', 'page ko /ko/media-address/assets/ keep'],
    ['/en/api/', 'page en /en/api/ keep'],
    ['/_nextfoo/', 'page ko /ko/_nextfoo/ keep'],
    ['/constructor/__proto__/', 'page ko /ko/constructor/__proto__/ keep'],
  ])('%s', (target, expected) => expect(summary(target)).toBe(expected));

  it.each([
    ['no final slash', '/ai', '308 /ai/'],
    ['no final slash, English', '/en', '308 /en/'],
    ['a dot in the name is no file', '/ai/2022-09/v1.2', '308 /ai/2022-09/v1.2/'],
    ['prefix of the default language', '/ko/', '308 /'],
    ['the same, bare', '/ko', '308 /'],
    ['the same, below', '/ko/ai/x/', '308 /ai/x/'],
    ['the same, feed', '/ko/index.xml', '308 /index.xml'],
    ['index.html', '/index.html', '308 /'],
    ['index.html below', '/en/ai/index.html', '308 /en/ai/'],
    ['first page of a list', '/ai/page/1/', '308 /ai/'],
    ['folds of all of these', '/ko/ko/ai/page/1/index.html', '308 /ai/'],
    ['first page of all', '/en/page/1', '308 /en/'],
    ['Hangul in NFD', `/tags/${NFD}/`, `308 /tags/${NFC}/`],
    ['Hangul in NFD without slash', `/tags/${NFD}`, `308 /tags/${NFC}/`],
    ['raw UTF-8 bytes', `/tags/${Buffer.from('한글').toString('latin1')}/`, `308 /tags/${NFC}/`],
    ['lower-case escapes', '/tags/%ed%95%9c/', '308 /tags/%ED%95%9C/'],
    ['escaped letters', '/%61i/', '308 /ai/'],
    ['escaped parentheses', '/a%28b%29/', '308 /a(b)/'],
    ['bare space-like characters', '/a"b<c>|^`{}/', '308 /a%22b%3Cc%3E%7C%5E%60%7B%7D/'],
    ['double slashes', '/ai//2022-09///x/', '308 /ai/2022-09/x/'],
    ['another host in disguise', '//evil.example/', '308 /evil.example/'],
    ['another host, more slashes', '////evil.example', '308 /evil.example/'],
    ['dots', '/ai/./x/../y/', '308 /ai/y/'],
    ['escaped dots', '/ai/%2E%2e/help/', '308 /help/'],
    ['dots above the root', '/../../etc/', '308 /etc/'],
    ['dots that end', '/ai/x/..', '308 /ai/'],
    ['dots out of a locale', '/en/../ai/', '308 /ai/'],
    ['dots into a host', '/.//evil.example/', '308 /evil.example/'],
    ['all at once', `/ko//%61i/../tags/${NFD}?utm=1&q=a`, `308 /tags/${NFC}/?utm=1&q=a`],
    ['absolute form', 'http://evil.example/ai', '308 /ai/'],
    ['query with bytes', '/ai?q=\u00ed"<', '308 /ai/?q=%ED%22%3C'],
  ])('%s', (_, target, expected) => expect(summary(target)).toBe(expected));

  it.each([
    ['/?utm_source=x&fbclid=1', 'page ko /ko/ keep'],
    ['/ai/?n=3&page=2', 'page ko /ko/ai/ keep'],
    ['/search/?q=%EB%B3%B5%EC%9E%A1&utm=1', 'page ko /ko/search/?q=%EB%B3%B5%EC%9E%A1'],
    ['/en/search/?page=02&q=a+b', 'page en /en/search/?page=2&q=a+b'],
    [
      '/search/?year=2023&q=x&category=ai&author=%EC%9C%A4&language=en&q=y',
      'page ko /ko/search/?author=%EC%9C%A4&category=ai&language=en&q=x&year=2023',
    ],
    ['/search/?q=x&year=23&page=-1&category=&author=%00&language=a%0Ab', 'page ko /ko/search/?q=x'],
    [`/search/?q=${'a'.repeat(300)}`, `page ko /ko/search/?q=${'a'.repeat(201)}`],
    [`/search/?q=${'a'.repeat(10_000)}`, `page ko /ko/search/?q=${'a'.repeat(201)}`],
    [
      `/en/search/find.json?q=${'%EA%B0%80'.repeat(1_000)}`,
      `found en /en/search/find.json?q=${'%EA%B0%80'.repeat(201)}`,
    ],
    ['/?', 'page ko /ko/ keep'],
    ['http://any.example', 'page ko /ko/ keep'],
    ['http://any.example/en/?x', 'page en /en/ keep'],
  ])('parameters that no page knows do not reach it: %s', (target, expected) =>
    expect(summary(target)).toBe(expected),
  );
});

describe('documents for programs', () => {
  it.each([
    ['/index.xml', 'feed ko /feed/ko/rss/ keep'],
    ['/en/index.xml', 'feed en /feed/en/rss/ keep'],
    ['/ai/index.xml', 'feed ko /feed/ko/rss/ai/ keep'],
    [`/tags/${NFC}/index.atom`, `feed ko /feed/ko/atom/tags/${NFC}/ keep`],
    ['/authors/kim/index.json?page=2&n=050&x=1', 'feed ko /feed/ko/json/authors/kim/?n=50&page=2 keep'],
    ['/index.xml?n=ten&page=-1', 'feed ko /feed/ko/rss/ keep'],
    ['/index.xml?archive=3&n=20', 'feed ko /feed/ko/rss/?archive=3&n=20 keep'],
    ['/index.xml/', '308 /index.xml'],
    ['//ai/index.xml?n=5', '308 /ai/index.xml?n=5'],
    ['/robots.txt', 'plain ko /robots.txt keep'],
    ['/opensearch.xml', 'plain ko /ko/opensearch.xml keep'],
    ['/en/opensearch.xml', 'plain en /en/opensearch.xml keep'],
    ['/search/find.json?q=%ED%99%95%EC%82%B0&x=1', 'found ko /ko/search/find.json?q=%ED%99%95%EC%82%B0'],
    ['/search/find.json/?q=a', '308 /search/find.json?q=a'],
    ['/sitemap.xml', 'plain ko /sitemap.xml keep'],
    ['/sitemap.xml/', '308 /sitemap.xml'],
    ['/sitemap-posts-2.xml', 'plain ko /sitemap-part/posts-2 keep'],
    ['/healthz', 'health ko /healthz'],
    ['/healthz?x=1', 'health ko /healthz'],
    ['/healthz/', '308 /healthz'],
    ['/speculation-rules.json', 'speculation ko /speculation-rules.json'],
  ])('%s', (target, expected) => expect(summary(target)).toBe(expected));
});

describe('feeds by the names of other sites', () => {
  it.each([
    ['/feed.xml', '/index.xml'],
    ['/rss.xml', '/index.xml'],
    ['/atom.xml', '/index.atom'],
    ['/feed.json', '/index.json'],
    ['/feed', '/index.xml'],
    ['/feed/', '/index.xml'],
    ['/rss/', '/index.xml'],
    ['/atom/', '/index.atom'],
    ['/en/feed/', '/en/index.xml'],
    ['/ko/feed.xml', '/index.xml'],
    ['/ai/feed.xml', '/ai/index.xml'],
    ['/ai/feed/', '/ai/index.xml'],
    ['/en/ai/rss/', '/en/ai/index.xml'],
    ['/tags/vision/atom.xml', '/tags/vision/index.atom'],
    ['/tags/index.xml', '/index.xml'],
    ['/categories/index.xml', '/index.xml'],
    ['/authors/index.xml', '/index.xml'],
    ['/categories/ai/index.xml', '/ai/index.xml'],
    ['/ai/2022-09/index.xml', '/ai/index.xml'],
    ['/en/ai/2022-09/feed.xml', '/en/ai/index.xml'],
  ])('%s leads to %s in one step', (target, expected) => expect(summary(target)).toBe(`308 ${expected}`));

  it.each([
    ['/tags/rss/', 'page ko /ko/tags/rss/ keep'],
    ['/authors/atom/', 'page ko /ko/authors/atom/ keep'],
    ['/ai/2022-09/feed/', 'page ko /ko/ai/2022-09/feed/ keep'],
    ['/ai/2022-09/feed.xml/', 'page ko /ko/ai/2022-09/feed.xml/ keep'],
  ])('%s is a page', (target, expected) => expect(summary(target)).toBe(expected));
});

describe('files', () => {
  it.each([
    ['/media/0a1b.webp', 'media ko /media/0a1b.webp keep immutable'],
    ['/media/0a1b.webp/', '308 /media/0a1b.webp'],
    ['/assets/img/ViT.png', 'media ko /media-address/assets/img/ViT.png keep'],
    ['/assets/img/a%20(1).JPG', 'media ko /media-address/assets/img/a%20(1).JPG keep'],
    [`/img/${NFD}.png`, `308 /img/${NFC}.png`],
    ['/en/img/x.gif', 'media en /media-address/en/img/x.gif keep'],
    ['/reading.js', 'asset ko /reading.js keep'],
    ['/reading.js?v=1a-B', 'asset ko /reading.js keep immutable'],
    ['/reading.js?v=1&x=2', 'asset ko /reading.js keep'],
    ['/reading.js/', '308 /reading.js'],
    ['/favicon.ico', 'asset ko /favicon.ico keep'],
    ['/en/note.txt', 'asset en /en/note.txt keep'],
    [`/fonts/${NFC}.woff2`, `asset ko /fonts/${NFC}.woff2 keep`],
    ['/_next/static/chunks/a(b).css', 'asset ko /_next/static/chunks/a(b).css keep immutable'],
    ['/_next/static/chunks/a.js?dpl=1', 'asset ko /_next/static/chunks/a.js keep immutable'],
    ['/_next/static/../server/app.js', '404'],
    ['/_next/static/%2e%2e/server/app.js', '404'],
    ['/_next/image?url=http://10.0.0.1/', '404'],
    ['/_next/data/x.json', '404'],
  ])('%s', (target, expected) => expect(summary(target)).toBe(expected));
});

describe('applications', () => {
  it.each([
    ['/write/', 'desk ko /write/'],
    ['/en/write/new/?_rsc=1', 'desk en /en/write/new/?_rsc=1'],
    ['/admin', '308 /admin/'],
    ['/invite/tok-en_1/', 'desk ko /invite/tok-en_1/'],
    ['/api/auth/session?x=1', 'api ko /api/auth/session?x=1'],
    ['/api/x/', 'api ko /api/x/'],
    ['/ko/api/x/', '308 /api/x/'],
  ])('%s', (target, expected) => expect(summary(target)).toBe(expected));
});

describe('what is no address', () => {
  it.each([
    ['*', '400'],
    ['', '400'],
    ['evil.example:443', '400'],
    ['/%', '400'],
    ['/%e0%a4%a/', '400'],
    ['/%ff/', '400'],
    ['/%C0%AE%C0%AE/', '400'],
    ['/\u00ff/', '400'],
    ['/%ED%A0%80/', '400'],
    ['/a%00b/', '400'],
    ['/a%0D%0ASet-Cookie:x/', '400'],
    ['/a%2Fb/', '400'],
    ['/..%2f..%2fetc/passwd', '400'],
    ['/\\evil.example/', '400'],
    ['/%5Cevil.example/', '400'],
    ['/a#b', '400'],
    [`/${'a'.repeat(5000)}/`, '414'],
  ])('%s', (target, expected) => expect(summary(target)).toBe(expected));
});

it('lets addresses of the development server through in development only', () => {
  const development = { ...options, development: true };
  expect(summary('/_next/webpack-hmr?id=1', development)).toBe('asset ko /_next/webpack-hmr?id=1');
  expect(summary('/__nextjs_font/x.woff2', development)).toBe('asset ko /__nextjs_font/x.woff2');
  expect(summary('/__nextjs_font/x.woff2')).toBe('308 /__nextjs_font/x.woff2/');
});

describe('whatever is asked', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '/',
      '//',
      '..',
      '.',
      '%2e',
      '%2F',
      '\\',
      'en',
      'ko',
      '_next',
      'index.html',
      'index.xml',
      'page/1',
    ),
    fc.constantFrom(
      '%ED%95%9C',
      '%ed%95%9c',
      NFD,
      '%25',
      '%2541',
      '?',
      '?n=1',
      '@',
      ':',
      '.png',
      'media/',
      'x',
    ),
    fc.string({ maxLength: 3 }),
  );
  const target = fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join('')}`);
  const locationOf = (found: Route): string | null => (found.action === 'redirect' ? found.location : null);

  it('a redirect stays on this site and leads to something that is not redirected again', () => {
    fc.assert(
      fc.property(target, (asked) => {
        const location = locationOf(route(asked, options));
        if (location === null) return;
        expect(location).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
        expect(new URL(location, 'https://nonmun.example').origin).toBe('https://nonmun.example');
        expect(locationOf(route(location, options))).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  it('what is served has an address that a browser spells the same way', () => {
    fc.assert(
      fc.property(target, (asked) => {
        const found = route(asked, options);
        if (found.action !== 'serve' || found.kind === 'api') return;
        expect(new URL(found.address, 'https://nonmun.example').pathname).toBe(found.address);
      }),
      { numRuns: 3000 },
    );
  });
});
