import { collectDependencies } from '@/lib/cache';
import type { Language } from '@/lib/i18n';
import { Answer } from './answer';
import { capture, type Captured, type RequestHandler } from './capture';
import { toDocument } from './document';
import { formulaFontHints } from './formula-fonts';
import { cacheControl, securityHeaders, type HeaderOptions, type Headers } from './headers';
import type { Rendered } from './keeper';
import type { Served } from './route';

/** The framework could not make an answer; `cause` is what was thrown, where that is known. */
export class RenderError extends Error {
  override name = 'RenderError';
}

export interface RenderOptions extends HeaderOptions {
  handler: RequestHandler;
  /** Host of the public origin; what a visitor's request says is never asked. */
  host: string;
  /** Milliseconds that a render may take. */
  limit: number;
  /** Addresses of the program's font files. */
  fonts: readonly string[];
}

/**
 * Lets the framework make the answer of an address, for every visitor alike.
 *
 * @throws {RenderError} where the framework answers with an error of its own; what `capture` and `toDocument` throw.
 */
export async function render(served: Served, options: RenderOptions): Promise<Rendered> {
  const {
    value: captured,
    tags,
    failure,
    isGone,
  } = await collectDependencies(
    () => capture(options.handler, served.target, options.host, options.limit),
    served.address,
  );
  if (captured.status >= 500) {
    throw new RenderError(`${served.target} answered ${captured.status}`, { cause: failure ?? undefined });
  }
  return { ...finish(served, captured, isGone, options), tags };
}

/** Headers of the framework's answer that mean something to visitors; all others are ours to say. */
const PASSED = new Map([
  ['content-type', 'Content-Type'],
  ['content-disposition', 'Content-Disposition'],
  ['content-language', 'Content-Language'],
  ['location', 'Location'],
  ['retry-after', 'Retry-After'],
]);

function finish(
  served: Served,
  captured: Captured,
  isGone: boolean,
  options: RenderOptions,
): Omit<Rendered, 'tags'> {
  const { status, body } = content(served, captured, isGone);
  // Whoever makes an answer for programs may say that it is not to be kept; pages say so always and never mean it.
  const forbids = served.kind !== 'page' && /\bno-store\b/.test(captured.headers.get('cache-control') ?? '');
  const keep = served.keep && !forbids;
  const isRedirect = status >= 300 && status < 400;
  const security = securityHeaders(isRedirect ? 'asset' : served.kind, options);
  const headers: Headers = { ...security, 'Cache-Control': cacheControl({ ...served, status, keep }) };
  for (const [name, spelling] of PASSED) {
    const value = captured.headers.get(name);
    if (value !== undefined && (body.length > 0 || !name.startsWith('content-'))) headers[spelling] = value;
  }
  if (served.kind === 'feed') {
    headers.Vary = 'Sec-Fetch-Dest';
    // Where its hub is, and what it is called there (WebSub §4).
    const link = captured.headers.get('link');
    if (link !== undefined && status === 200) headers.Link = link;
  }
  if (served.shown === true && /^application\/(?:rss|atom)\+xml\b/.test(headers['Content-Type'] ?? '')) {
    headers['Content-Type'] = 'application/xml; charset=utf-8';
  }
  if (served.kind === 'page' && status === 200) {
    const hints = [
      ...preloads(captured.headers.get('link') ?? ''),
      ...formulaFontHints(body.toString('utf8'), options.fonts),
    ];
    if (hints.length > 0) headers.Link = hints.join(', ');
  }

  const modified = Date.parse(captured.headers.get('last-modified') ?? '');
  const answer = new Answer({
    status,
    headers,
    body,
    lastModified: Number.isNaN(modified) ? null : new Date(modified),
    ranges: served.kind === 'media' || served.kind === 'asset',
  });
  return { answer, keep };
}

const NOTHING = Buffer.alloc(0);

function content(
  served: Served,
  { status, headers, body }: Captured,
  isGone: boolean,
): { status: number; body: Buffer } {
  if (status >= 300 && status < 400) return { status, body: NOTHING };
  const isHtml = headers.get('content-type')?.startsWith('text/html') ?? false;
  if (served.kind !== 'page') {
    // A page for people is no answer to a program: no route of its own took the address.
    return isHtml ? { status: status === 200 ? 404 : status, body: NOTHING } : { status, body };
  }
  if (isNotFoundPage(served) && status === 200) return { status: isGone ? 410 : 404, body: asDocument(body) };
  // The framework's own pages of this kind are empty until its scripts run; see `notFoundPage`.
  if (status === 404) return { status, body: NOTHING };
  return { status, body: isHtml ? asDocument(body) : body };
}

const asDocument = (body: Buffer): Buffer => Buffer.from(toDocument(body.toString('utf8')));

/** Of the framework's hints what to load early, those for styles and fonts; its scripts are not in the page. */
function preloads(link: string): string[] {
  return link.split(/,\s*(?=<)/).filter((hint) => /;\s*as="?(?:style|font)"?/.test(hint));
}

/**
 * The page that says «not found» in one language, as an address inside. Next renders nothing on the server when a
 * page calls `notFound()` (vercel/next.js#62228), so an answer of that kind gets this page's bytes instead.
 */
export function notFoundPage({ locale, address }: Served): Served {
  return {
    action: 'serve',
    kind: 'page',
    locale,
    address,
    target: notFoundTarget(locale),
    keep: true,
    immutable: false,
    isSearch: false,
  };
}

const notFoundTarget = (locale: Language): string => `/${locale}/not-found/`;

const isNotFoundPage = ({ target, locale }: Served): boolean => target === notFoundTarget(locale);
