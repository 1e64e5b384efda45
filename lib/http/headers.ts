import type { RouteKind } from './route';

export type Headers = Record<string, string>;

const READING_POLICY = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  // Formulas are laid out by style attributes; no script can hide in those.
  'style-src-attr': "'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'media-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
});

/** Documents for programs, opened in a browser: nothing runs, styles and images of the site show. */
const DOCUMENT_POLICY = policy({
  'default-src': "'none'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
});

const MEDIA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/**
 * The policy of one answer of the desk, where React lives on in the browser: what the framework writes into the page
 * carries `nonce`, and loads the rest.
 */
export function deskPolicy(nonce: string): string {
  return policy({
    'default-src': "'none'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'`,
    'style-src': `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'media-src': "'self' blob:",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    // The live preview is made in a thread of its own.
    'worker-src': "'self'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
  });
}

/** The development server compiles in the browser and keeps a socket open. */
const DEVELOPMENT_POLICY = policy({
  'default-src': "'self'",
  'script-src': "'self' 'unsafe-inline' 'unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self' ws: wss:",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
});

const PERMISSIONS = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

export interface HeaderOptions {
  /** Whether the public origin is https. */
  isHttps: boolean;
  /** Page that prefetches by these rules; see `speculationRules`. */
  speculationRules?: string | null;
  development?: boolean;
}

/**
 * Headers that keep a page and its visitors safe, by what the address is. Policies of the desk come per answer; see
 * `deskPolicy`.
 */
export function securityHeaders(kind: RouteKind, options: HeaderOptions): Headers {
  const headers: Headers = { 'X-Content-Type-Options': 'nosniff' };
  if (options.isHttps) headers['Strict-Transport-Security'] = 'max-age=31536000';
  switch (kind) {
    case 'page':
    case 'desk':
      Object.assign(headers, pageHeaders(options));
      // Doors, desks and previews are nobody's to find.
      if (kind === 'desk') headers['X-Robots-Tag'] = 'noindex, nofollow';
      break;
    case 'feed':
      headers['Content-Security-Policy'] = DOCUMENT_POLICY;
      headers['Access-Control-Allow-Origin'] = '*';
      headers['Cross-Origin-Resource-Policy'] = 'cross-origin';
      break;
    case 'media':
      headers['Content-Security-Policy'] = MEDIA_POLICY;
      // Feed readers on the web show images where they are.
      headers['Cross-Origin-Resource-Policy'] = 'cross-origin';
      break;
    case 'asset':
      headers['Cross-Origin-Resource-Policy'] = 'same-origin';
      break;
    case 'plain':
    case 'found':
    case 'api':
    case 'health':
    case 'speculation':
      headers['Content-Security-Policy'] = DOCUMENT_POLICY;
      headers['Cross-Origin-Resource-Policy'] = 'same-origin';
      break;
  }
  return headers;
}

function pageHeaders({ speculationRules, development }: HeaderOptions): Headers {
  return {
    'Content-Security-Policy': development ? DEVELOPMENT_POLICY : READING_POLICY,
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': PERMISSIONS,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    ...(speculationRules && !development ? { 'Speculation-Rules': `"${speculationRules}"` } : {}),
  };
}

/** Addresses that hold a one-time token; no other page may learn them from a `Referer`. */
export function mayHoldToken(address: string): boolean {
  return /^\/api\/review-feed\/|^\/(?:en\/)?(?:invite|password|setup|signin|preview|email)\//.test(address);
}

/**
 * How long an answer may be used without asking. Reading pages and feeds are asked for each time, which costs a 304:
 * a publication shows within a second, also behind a shared cache, which may keep the bytes all the same.
 */
export function cacheControl(facts: {
  status: number;
  kind: RouteKind;
  keep: boolean;
  immutable: boolean;
}): string {
  if (facts.status >= 500) return 'no-store';
  if (facts.kind === 'health' || facts.kind === 'desk' || facts.kind === 'api') return 'no-store';
  if (!facts.keep) return 'private, no-cache';
  if (facts.immutable && facts.status === 200) return 'public, max-age=31536000, immutable';
  if (facts.kind === 'media' && facts.status === 200) return 'public, max-age=600';
  return 'public, max-age=0, must-revalidate';
}

/**
 * Which links a browser may fetch ahead, when the pointer rests on them: reading pages, of which a visit leaves no
 * trace, in the form of the HTML standard's speculation rules.
 */
export function speculationRules(): string {
  const sections = [
    'write',
    'admin',
    'signin',
    'signout',
    'setup',
    'invite',
    'password',
    'email',
    'preview',
    'search',
  ];
  const apart = [...sections.flatMap((name) => [`/${name}/*`, `/en/${name}/*`]), '/api/*', '/media/*'];
  const where = {
    and: [
      { href_matches: '/*/' },
      { not: { href_matches: apart } },
      { not: { selector_matches: '[download], [rel~=nofollow]' } },
    ],
  };
  return JSON.stringify({ prefetch: [{ source: 'document', where, eagerness: 'moderate' }] });
}

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
