import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPublicAddress } from './addresses';
import { FetchError } from './errors';

const maxRedirects = 5;

export interface FetchOptions {
  /** Longest body that is taken, in bytes after decompression. */
  maxBytes: number;
  /** For the whole exchange, redirects and body included, in milliseconds. */
  timeoutMs: number;
  /** Value of the `Accept` header. */
  accept?: string;
  /**
   * Origin (`http://localhost:8080`) that may be private because the operator named it. Holds for exactly this
   * scheme, host and port, so that a redirect cannot use it to reach a neighbour.
   */
  trustedOrigin?: string;
}

export interface PostOptions extends FetchOptions {
  /** Breaks the exchange off, as the time limit does. */
  signal?: AbortSignal;
}

export interface Fetched {
  /** Where the body came from, after redirects. */
  url: string;
  /** `Content-Type` as sent, empty where there was none. Not to be believed. */
  contentType: string;
  body: Uint8Array;
}

/**
 * Fetches a public http(s) address with GET. Every address that a host name resolves to is checked, and the
 * connection goes to the very address that was checked, so that a name cannot be public for the check and private
 * for the connection. Sends no cookies, credentials or referrer.
 *
 * @throws {FetchError} for everything that can go wrong; the body is never handed out in part.
 */
export async function fetchPublic(address: string, options: FetchOptions): Promise<Fetched> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  let url = parseAddress(address, address);
  for (let redirects = 0; ; redirects += 1) {
    const answer = await exchange(url, options, signal);
    if ('body' in answer) return answer;
    if (redirects === maxRedirects) throw new FetchError('too-many-redirects', address, { maxRedirects });
    url = parseAddress(answer.location, address, url);
  }
}

/**
 * Sends a form to a public http(s) address with POST, by the rules of {@link fetchPublic}. Redirects are not followed:
 * a form goes where it was meant to go, or nowhere.
 *
 * @throws {FetchError} for everything that can go wrong, a redirect among it (`status`).
 */
export async function postForm(
  address: string,
  fields: Readonly<Record<string, string>>,
  { signal, ...options }: PostOptions,
): Promise<Fetched> {
  const limit = AbortSignal.timeout(options.timeoutMs);
  const url = parseAddress(address, address);
  const form = new URLSearchParams(fields).toString();
  const answer = await exchange(url, options, signal ? AbortSignal.any([limit, signal]) : limit, form);
  if ('body' in answer) return answer;
  throw new FetchError('status', url.href, { status: answer.status });
}

function parseAddress(address: string, asked: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch (cause) {
    throw new FetchError('address-invalid', asked, {}, { cause });
  }
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '') {
    throw new FetchError('address-invalid', asked);
  }
  return url;
}

/** One request; its body, or where it redirects to. */
async function exchange(
  url: URL,
  options: FetchOptions,
  signal: AbortSignal,
  form?: string,
): Promise<Fetched | { location: string; status: number }> {
  const trusted = url.origin === options.trustedOrigin;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // The lookup below is not asked for a literal address.
  if (!trusted && isIP(host) !== 0 && !isPublicAddress(host)) {
    throw new FetchError('address-private', url.href);
  }
  try {
    const response = await open(url, options, trusted, signal, form);
    try {
      const status = response.statusCode ?? 0;
      const location = response.headers.location;
      if (status >= 300 && status < 400 && location !== undefined) return { location, status };
      if (status < 200 || status >= 300) throw new FetchError('status', url.href, { status });
      return {
        url: url.href,
        contentType: response.headers['content-type'] ?? '',
        body: await readBody(response, url, options, signal),
      };
    } finally {
      response.destroy();
    }
  } catch (error) {
    if (error instanceof FetchError) throw error;
    if (signal.aborted) {
      throw new FetchError('timeout', url.href, { timeoutMs: options.timeoutMs }, { cause: error });
    }
    const code = (error as NodeJS.ErrnoException).code;
    const notFound = code === 'ENOTFOUND' || code === 'EAI_AGAIN';
    throw new FetchError(notFound ? 'not-found' : 'unreachable', url.href, {}, { cause: error });
  }
}

function open(
  url: URL,
  options: FetchOptions,
  trusted: boolean,
  signal: AbortSignal,
  form: string | undefined,
): Promise<http.IncomingMessage> {
  return new Promise((fulfil, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      // No pooled connection: it might have been opened for the trusted origin.
      agent: false,
      signal,
      method: form === undefined ? 'GET' : 'POST',
      headers: {
        accept: options.accept ?? '*/*',
        'accept-encoding': 'gzip, br, deflate',
        'user-agent': 'Nonmun',
        ...(form !== undefined && {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(form),
        }),
      },
      ...(trusted ? {} : { lookup: publicLookup(url) }),
    });
    request.on('response', fulfil);
    request.on('error', reject);
    request.end(form);
  });
}

/** A resolver that refuses a name as soon as one of its addresses is not public. */
function publicLookup(url: URL): LookupFunction {
  return (hostname, options, callback) => {
    const all: LookupOptions & { all: true } = { ...options, all: true };
    resolve(hostname, all, (error, found: LookupAddress[] | undefined) => {
      // With an error there is no list, whatever the types say.
      const first = found?.[0];
      if (error !== null) callback(error, '', 0);
      else if (!found || first === undefined || !found.every((entry) => isPublicAddress(entry.address))) {
        callback(new FetchError('address-private', url.href), '', 0);
      } else if (options.all === true) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

async function readBody(
  response: http.IncomingMessage,
  url: URL,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { maxBytes } = options;
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    throw new FetchError('too-large', url.href, { maxBytes });
  }
  const decoder = decoderFor(response.headers['content-encoding'], url);
  let stream: Readable = response;
  if (decoder !== null) {
    response.on('error', (error) => decoder.destroy(error));
    stream = response.pipe(decoder);
  }
  const stop = (): void => {
    stream.destroy(new Error('aborted'));
  };
  signal.addEventListener('abort', stop, { once: true });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new FetchError('too-large', url.href, { maxBytes });
      chunks.push(chunk);
    }
  } catch (error) {
    if (decoder !== null && isDecompressionError(error)) {
      throw new FetchError('encoding', url.href, {}, { cause: error });
    }
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    decoder?.destroy();
  }
  return Buffer.concat(chunks);
}

function decoderFor(encoding: string | undefined, url: URL): Transform | null {
  switch (encoding?.trim().toLowerCase()) {
    case undefined:
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return createInflate();
    default:
      throw new FetchError('encoding', url.href);
  }
}

function isDecompressionError(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  // zlib's codes, and brotli's (`ERR__ERROR_FORMAT_…`).
  return code.startsWith('Z_') || code.startsWith('ERR__');
}
