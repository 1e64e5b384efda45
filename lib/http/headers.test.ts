import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ERROR_POLICY, errorDocument } from './errors';
import { cacheControl, deskPolicy, mayHoldToken, securityHeaders, speculationRules } from './headers';
import type { RouteKind } from './route';

const KINDS: RouteKind[] = [
  'page',
  'feed',
  'plain',
  'media',
  'asset',
  'desk',
  'api',
  'health',
  'speculation',
];
const directives = (policy = ''): Map<string, string> =>
  new Map(policy.split('; ').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]));

describe('security headers', () => {
  it('a reading page runs scripts of this origin only, and is framed by nobody', () => {
    const headers = securityHeaders('page', { isHttps: true, speculationRules: '/rules.json' });
    const policy = directives(headers['Content-Security-Policy']);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('style-src')).toBe("'self'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(policy.get('base-uri')).toBe("'none'");
    expect(policy.get('form-action')).toBe("'self'");
    expect(headers).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Strict-Transport-Security': 'max-age=31536000',
      'Speculation-Rules': '"/rules.json"',
    });
  });

  it.each(KINDS)('%s: no foreign origin, no eval, no inline script; nosniff', (kind) => {
    const headers = securityHeaders(kind, { isHttps: false });
    const policy = headers['Content-Security-Policy'] ?? '';
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(directives(policy).get('script-src') ?? '').not.toContain('unsafe-inline');
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
    expect(headers['Strict-Transport-Security']).toBeUndefined();
    if (kind !== 'asset') expect(policy).toContain("frame-ancestors 'none'");
  });

  it('media cannot run anything, wherever it is opened', () => {
    expect(securityHeaders('media', { isHttps: true })['Content-Security-Policy']).toMatch(
      /default-src 'none'.*sandbox$/,
    );
  });

  it('feeds and their images may be read from other sites, pages not', () => {
    expect(securityHeaders('feed', { isHttps: true })['Access-Control-Allow-Origin']).toBe('*');
    expect(securityHeaders('media', { isHttps: true })['Cross-Origin-Resource-Policy']).toBe('cross-origin');
    expect(securityHeaders('page', { isHttps: true })['Access-Control-Allow-Origin']).toBeUndefined();
  });

  it('the desk runs what carries the nonce of the answer', () => {
    const policy = deskPolicy('abc');
    expect(directives(policy).get('script-src')).toBe("'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  });
});

it.each([
  [{ status: 200, kind: 'page', keep: true, immutable: false }, 'public, max-age=0, must-revalidate'],
  [{ status: 404, kind: 'page', keep: true, immutable: false }, 'public, max-age=0, must-revalidate'],
  [{ status: 200, kind: 'feed', keep: true, immutable: false }, 'public, max-age=0, must-revalidate'],
  [{ status: 200, kind: 'page', keep: false, immutable: false }, 'private, no-cache'],
  [{ status: 200, kind: 'asset', keep: true, immutable: true }, 'public, max-age=31536000, immutable'],
  [{ status: 404, kind: 'asset', keep: true, immutable: true }, 'public, max-age=0, must-revalidate'],
  [{ status: 200, kind: 'media', keep: true, immutable: false }, 'public, max-age=600'],
  [{ status: 500, kind: 'page', keep: true, immutable: false }, 'no-store'],
  [{ status: 200, kind: 'desk', keep: false, immutable: false }, 'no-store'],
] as const)('how long %o may be used: %s', (facts, expected) => expect(cacheControl(facts)).toBe(expected));

it.each([
  ['/invite/abc/', true],
  ['/en/password/abc/', true],
  ['/write/', false],
  ['/ai/invite/x/', false],
])('%s may hold a token: %s', (address, expected) => expect(mayHoldToken(address)).toBe(expected));

it('prefetches reading pages of this site, and nothing of members', () => {
  const rules = JSON.parse(speculationRules()) as { prefetch: { eagerness: string }[] };
  expect(rules.prefetch).toHaveLength(1);
  expect(rules.prefetch[0]?.eagerness).toBe('moderate');
  for (const apart of ['/write/*', '/en/admin/*', '/search/*'])
    expect(speculationRules()).toContain(`"${apart}"`);
});

describe('error documents', () => {
  it.each([400, 404, 405, 413, 414, 500, 503] as const)(
    '%d in both languages, without script, in no style but the one that the policy knows',
    (status) => {
      const [korean, english] = [errorDocument(status, 'ko', 'a<b'), errorDocument(status, 'en', 'a<b')];
      expect(korean).toMatch(/^<!DOCTYPE html><html lang="ko">.*[가-힣].*<a href="\/">/);
      expect(english).toMatch(/^<!DOCTYPE html><html lang="en">.*<a href="\/en\/">/);
      expect(english).not.toMatch(/[가-힣]|<script|style=|a<b/);
      const styles = [...english.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style = '']) => style);
      const hash = createHash('sha256').update(styles.join()).digest('base64');
      expect(directives(ERROR_POLICY).get('style-src')).toBe(`'sha256-${hash}'`);
      expect(directives(ERROR_POLICY).get('default-src')).toBe("'none'");
    },
  );
});
