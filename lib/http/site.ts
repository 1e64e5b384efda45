import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDependencies } from '@/lib/cache';
import { interfaceLanguage, translator, type Language } from '@/lib/i18n';
import { createAllowance } from './allowance';
import { Answer } from './answer';
import { bodyLimit, limitBody } from './body-limit';
import type { RequestHandler } from './capture';
import { clientReader, networkOf } from './client-address';
import { ERROR_POLICY, errorDocument, type ErrorStatus } from './errors';
import { createGate } from './gate';
import {
  deskPolicy,
  mayHoldToken,
  securityHeaders,
  speculationRules,
  type HeaderOptions,
  type Headers,
} from './headers';
import { createKeeper, type Freshness, type Keeper, type Rendered } from './keeper';
import { notFoundPage, render, type RenderOptions } from './render';
import { isFromThisSite } from './same-origin';
import { route, SPECULATION_RULES_ADDRESS, type Route, type Served } from './route';

/** What an operator should know. `reference`, where there is one, was shown to the visitor. */
export interface SiteEvent {
  kind: 'failed' | 'database-lost' | 'database-back';
  address?: string;
  reference?: string;
  error?: unknown;
}

export interface SiteOptions {
  /** The framework. */
  handler: RequestHandler;
  /** The public origin, without a final slash. */
  siteUrl: string;
  version: string;
  /** Networks in CIDR notation whose `X-Forwarded-*` are believed. */
  trustedProxies: readonly string[];
  /** Decoded paths of the files in `public/`, each beginning with a slash. */
  publicFiles: ReadonlySet<string>;
  /** Addresses of the program's font files. */
  fonts?: readonly string[];
  freshness: Freshness;
  databaseAlive: () => Promise<boolean>;
  report: (event: SiteEvent) => void;
  /** Bytes of finished answers that are kept. */
  keptBytes?: number;
  /** Milliseconds that a render may take. */
  renderLimit?: number;
  /** Questions to the search that one visitor may ask: at once, and in each second from then on. */
  questions?: { burst: number; perSecond: number };
  /** Nothing is kept, and the framework's tools for development go through. */
  development?: boolean;
}

export interface Site {
  listener: (request: IncomingMessage, response: ServerResponse) => void;
  keeper: Keeper;
}

const ROUTES_AT_MOST = 2000;
/** Enough for renders that wait for the database to leave room for others. */
const RENDERS_AT_ONCE = 8;
/** Of these, how many may be searches; a crowd of them keeps nobody from reading. */
const SEARCHES_AT_ONCE = 3;
/** Questions of one visitor. Quick find asks several in a second while somebody types, and a school is one visitor. */
const QUESTIONS = { burst: 120, perSecond: 10 };

const keyOf = ({ immutable, shown, target }: Served): string =>
  target + (immutable ? '#' : '') + (shown === true ? '#shown' : '');

/**
 * Browsers show the source of what is called RSS or Atom, and draw what is called XML. Programs that fetch say nothing of
 * this kind, or something else (Fetch Metadata, §2.1).
 */
const isShown = ({ kind }: Served, { headers }: IncomingMessage): boolean =>
  kind === 'feed' && headers['sec-fetch-dest'] === 'document';

/** The whole way from a request to an answer, in front of the framework. */
export function createSite(options: SiteOptions): Site {
  const { handler, development = false, report } = options;
  const origin = new URL(options.siteUrl);
  const headerOptions: HeaderOptions = {
    isHttps: origin.protocol === 'https:',
    speculationRules: SPECULATION_RULES_ADDRESS,
    development,
  };
  const renderOptions: RenderOptions = {
    ...headerOptions,
    handler,
    host: origin.host,
    limit: options.renderLimit ?? 30_000,
    fonts: options.fonts ?? [],
  };
  const routeOptions = { isPublicFile: (path: string) => options.publicFiles.has(path), development };
  const readClient = clientReader(options.trustedProxies);
  const gate = createGate(RENDERS_AT_ONCE);
  const searchGate = createGate(SEARCHES_AT_ONCE);
  const allowance = createAllowance(options.questions ?? QUESTIONS);
  const keeper = createKeeper({
    freshness: options.freshness,
    maxBytes: options.keptBytes ?? 64_000_000,
    onDatabase: (state, error) =>
      report({ kind: state === 'lost' ? 'database-lost' : 'database-back', error }),
  });
  const rules = new Answer({
    status: 200,
    headers: {
      ...securityHeaders('speculation', headerOptions),
      'Content-Type': 'application/speculationrules+json',
      'Cache-Control': 'public, max-age=86400',
    },
    body: Buffer.from(speculationRules()),
  });

  const routes = new Map<string, Route>();
  /** Most requests are for few addresses; working one out takes as long as sending what is kept. */
  function remembered(target: string): Route {
    const known = routes.get(target);
    if (known) return known;
    const found = route(target, routeOptions);
    // Questions are hardly ever asked twice.
    if (found.action === 'serve' && found.isSearch) return found;
    if (routes.size >= ROUTES_AT_MOST) routes.clear();
    routes.set(target, found);
    return found;
  }

  function listener(request: IncomingMessage, response: ServerResponse): void {
    const found = remembered(request.url ?? '');
    switch (found.action) {
      case 'refuse':
        refuse(request, response, found.status, found.locale);
        return;
      case 'redirect':
        redirect(found.location, request, response).catch((error: unknown) => {
          report({ kind: 'failed', address: found.location, error });
          response.destroy();
        });
        return;
      case 'serve': {
        const served = isShown(found, request) ? { ...found, shown: true } : found;
        const kept = sendKept(served, request, response);
        if (!kept)
          serve(served, request, response).catch((error: unknown) => fail(served, request, response, error));
      }
    }
  }

  /** Leads to the one spelling of an address; where that has moved, to where it is now, in the same step. */
  async function redirect(
    location: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const spelt = remembered(location);
    if (spelt.action === 'serve' && spelt.kind === 'page' && spelt.keep && !development) {
      // Where its page cannot be made now, the visitor is told so there.
      const moved = await Promise.resolve(lookUp(spelt)).catch(() => null);
      if (moved && moved.status >= 300 && moved.status < 400) {
        moved.send(request, response);
        return;
      }
    }
    response
      .writeHead(308, {
        Location: location,
        'Cache-Control': 'public, max-age=3600',
        'X-Content-Type-Options': 'nosniff',
        'Content-Length': 0,
      })
      .end();
  }

  /** Sends what is kept and known to be current without waiting for anything. @returns whether it could. */
  function sendKept(served: Served, request: IncomingMessage, response: ServerResponse): boolean {
    if (development || !served.keep || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    const answer = keeper.peek(keyOf(served), served.kind === 'asset');
    if (!answer || (answer.status === 404 && served.kind === 'page')) return false;
    answer.send(request, response);
    return true;
  }

  async function serve(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (served.kind === 'health') return answerHealth(request, response);
    const isApplication = served.kind === 'desk' || served.kind === 'api';
    if (isApplication || development) return pass(served, request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(request, response, 405, served.locale, { Allow: 'GET, HEAD' });
      return;
    }
    const wait = served.isSearch ? allowance(networkOf(readClient(request).address)) : 0;
    if (wait > 0) {
      refuseCall(served, request, response, 429, 'search.tooManyText', { 'Retry-After': String(wait) });
      return;
    }
    const answer = served.kind === 'speculation' ? rules : await lookUp(served);
    if (answer.status !== 404 || served.kind !== 'page') {
      answer.send(request, response);
      return;
    }
    // Kept by address, as it names posts of a similar one; the keeper bounds how many there are.
    const missing = notFoundPage(served);
    const page = await keeper.get(`${missing.target}?${served.address}`, () =>
      gate(() => render(missing, renderOptions)),
    );
    if (page.bytes > 0) page.send(request, response);
    else refuse(request, response, 404, served.locale);
  }

  function lookUp(served: Served): Answer | Promise<Answer> {
    const key = keyOf(served);
    const pass = served.isSearch ? searchGate : gate;
    const make = (): Promise<Rendered> => pass(() => render(served, renderOptions));
    return served.kind === 'asset' ? keeper.getLasting(key, make) : keeper.get(key, make);
  }

  async function answerHealth(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isAlive = await options.databaseAlive();
    const body = JSON.stringify({ status: isAlive ? 'ok' : 'database lost', version: options.version });
    const headers = {
      ...securityHeaders('health', headerOptions),
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Length': Buffer.byteLength(body),
    };
    response.writeHead(isAlive ? 200 : 503, headers).end(request.method === 'HEAD' ? undefined : body);
  }

  /** Hands a request on to the framework as it is, but for what a visitor could pretend. */
  async function pass(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const here = development ? [origin.origin, `http://${request.headers.host ?? ''}`] : [origin.origin];
    const isApplication = served.kind === 'desk' || served.kind === 'api';
    if (isApplication && !isFromThisSite(request, here)) {
      refuseCall(served, request, response, 403, 'request.origin');
      return;
    }
    if (!limitBody(request, response, bodyLimit(served.address))) {
      response.setHeader('Connection', 'close');
      refuseCall(served, request, response, 413, 'request.tooLarge');
      return;
    }
    const headers = securityHeaders(served.kind, headerOptions);
    if (mayHoldToken(served.address)) headers['Referrer-Policy'] = 'no-referrer';
    if (served.kind === 'desk' && !development) {
      const policy = deskPolicy(randomBytes(16).toString('base64'));
      headers['Content-Security-Policy'] = policy;
      // The framework reads the nonce for its own scripts from here.
      request.headers['content-security-policy'] = policy;
    }
    response.setHeaders(new Map(Object.entries(headers)));
    forward(request);
    const isPage = served.kind === 'page' || served.kind === 'desk';
    const query = request.url?.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
    request.url = isPage ? served.address + query : served.target;
    const { failure } = await collectDependencies(() => handler(request, response), served.address);
    // In development the framework tells of pages itself, but not of what an endpoint has caught.
    const isTold = development && served.kind !== 'api';
    if (failure !== null && !isTold) report({ kind: 'failed', address: served.address, error: failure });
  }

  /** A page gets a page, a program the same as from endpoints (app/api/endpoint.ts). */
  function refuseCall(
    { kind, locale }: Served,
    request: IncomingMessage,
    response: ServerResponse,
    status: 403 | 413 | 429,
    key: 'request.origin' | 'request.tooLarge' | 'search.tooManyText',
    more: Headers = {},
  ): void {
    if (kind !== 'api' && kind !== 'found') {
      refuse(request, response, status, locale, more);
      return;
    }
    const t = translator(interfaceLanguage(String(request.headers['x-language'] ?? locale)));
    const code = { 403: 'origin', 413: 'too-large', 429: 'too-many' }[status];
    const message = t(key, { origin: origin.origin });
    const body = JSON.stringify({ error: { code, message } });
    response
      .writeHead(status, {
        ...securityHeaders('api', headerOptions),
        'Content-Type': 'application/json; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Length': Buffer.byteLength(body),
        ...more,
      })
      .end(body);
  }

  function forward(request: IncomingMessage): void {
    const client = readClient(request);
    const isForwarded = (name: string): boolean => name === 'forwarded' || name.startsWith('x-forwarded-');
    request.headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => !isForwarded(name)),
    );
    if (!development) request.headers.host = origin.host;
    request.headers['x-forwarded-for'] = client.address;
    request.headers['x-forwarded-proto'] = development ? client.protocol : origin.protocol.slice(0, -1);
  }

  function refuse(
    request: IncomingMessage,
    response: ServerResponse,
    status: ErrorStatus,
    language: Language,
    more: Headers = {},
    reference: string | null = null,
  ): void {
    const body = errorDocument(status, language, reference);
    const headers = {
      ...securityHeaders('page', { ...headerOptions, speculationRules: null }),
      'Content-Security-Policy': ERROR_POLICY,
      ...{ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
      ...{ 'Content-Length': String(Buffer.byteLength(body)), ...more },
    };
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  }

  async function failed(served: Served, request: IncomingMessage, response: ServerResponse, error: unknown) {
    const isAlive = await options.databaseAlive().catch(() => false);
    const reference = randomBytes(4).toString('hex');
    // A lost database was told already, once; every page that is missing because of it need not be.
    if (isAlive) report({ kind: 'failed', address: served.address, reference, error });
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    const status = isAlive ? 500 : 503;
    const more: Headers = isAlive ? {} : { 'Retry-After': '10' };
    if (served.kind === 'page' || served.kind === 'desk') {
      refuse(request, response, status, served.locale, more, reference);
    } else {
      const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...more };
      response.writeHead(status, { ...securityHeaders(served.kind, headerOptions), ...headers }).end();
    }
  }

  function fail(served: Served, request: IncomingMessage, response: ServerResponse, error: unknown): void {
    failed(served, request, response, error).catch(() => response.destroy());
  }

  return { listener, keeper };
}
