import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { entityTag, isNotModified, type Validators } from './conditional';
import { chooseEncoding, type Encoding } from './negotiate';
import { readRange } from './ranges';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Below this, compressing saves less than the header that tells of it. */
const WORTH_COMPRESSING = 256;
const TEXT =
  /^(?:text\/|application\/(?:javascript|json|xml|[\w.-]+\+(?:xml|json)|manifest\+json)|image\/svg\+xml|font\/(?:ttf|otf))/;

export interface AnswerFacts {
  status: number;
  /** Without those about length, encoding and validators, which follow from the rest. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  lastModified?: Date | null;
  /** Whether parts of it may be asked for. */
  ranges?: boolean;
}

interface Variant {
  body: Buffer;
  head: string[];
}

/**
 * A finished answer, ready to be sent to any number of visitors: its bytes in each encoding are made once, when first
 * asked for, and its headers are put together once. Entity tags follow from the bytes alone, so every instance gives
 * the same, before and after a restart.
 */
export class Answer {
  readonly status: number;
  private readonly validators: Validators;
  private readonly plain: Variant;
  private readonly ranges: boolean;
  private readonly isText: boolean;
  private readonly common: string[];
  private readonly unchanged: Record<Encoding, string[]>;
  private readonly variants = new Map<Encoding, Variant>();
  private readonly underWay = new Map<Encoding, Promise<Variant>>();
  /** Called with the number of bytes that a new encoding added. */
  onGrowth: ((bytes: number) => void) | null = null;

  constructor({ status, headers, body, lastModified = null, ranges = false }: AnswerFacts) {
    this.status = status;
    this.ranges = ranges && status === 200;
    this.isText = body.length >= WORTH_COMPRESSING && TEXT.test(headers['Content-Type'] ?? '');
    this.validators = {
      hash: createHash('sha256').update(body).digest('base64url').slice(0, 22),
      lastModified,
    };

    const validating = lastModified ? ['Last-Modified', lastModified.toUTCString()] : [];
    const { Vary: vary, ...others } = headers;
    const varies = [...(this.isText ? ['Accept-Encoding'] : []), ...(vary === undefined ? [] : [vary])];
    const varying = varies.length > 0 ? ['Vary', varies.join(', ')] : [];
    this.common = [...Object.entries(others).flat(), ...varying];
    if (status === 200) this.common.push(...validating);
    if (this.ranges) this.common.push('Accept-Ranges', 'bytes');

    const caching = headers['Cache-Control'] === undefined ? [] : ['Cache-Control', headers['Cache-Control']];
    const cors = headers['Access-Control-Allow-Origin'];
    const open = cors === undefined ? [] : ['Access-Control-Allow-Origin', cors];
    const head304 = (encoding: Encoding): string[] => [
      ...['ETag', entityTag(this.validators.hash, encoding)],
      ...[...caching, ...varying, ...validating, ...open],
    ];
    this.unchanged = { br: head304('br'), gzip: head304('gzip'), identity: head304('identity') };
    this.plain = this.variant('identity', body);
    this.variants.set('identity', this.plain);
  }

  /** Bytes that it takes in memory. */
  get bytes(): number {
    let sum = 0;
    for (const { body } of this.variants.values()) sum += body.length;
    return sum;
  }

  /** Answers a GET or HEAD, conditional and partial ones included. */
  send(request: IncomingMessage, response: ServerResponse): void {
    const encoding = this.isText ? chooseEncoding(request.headers['accept-encoding']) : 'identity';
    if (this.status === 200 && isNotModified(request.headers, this.validators)) {
      response.writeHead(304, this.unchanged[encoding]).end();
      return;
    }
    if (this.ranges && request.headers.range !== undefined && request.method === 'GET') {
      this.sendRange(request, response);
      return;
    }
    const variant = this.variants.get(encoding);
    if (variant) {
      this.write(request, response, variant);
      return;
    }
    this.encoded(encoding).then(
      (made) => this.write(request, response, made),
      () => this.write(request, response, this.plain),
    );
  }

  private write(request: IncomingMessage, response: ServerResponse, { head, body }: Variant): void {
    response.writeHead(this.status, head);
    if (request.method === 'HEAD') response.end();
    else response.end(body);
  }

  private sendRange(request: IncomingMessage, response: ServerResponse): void {
    const { body } = this.plain;
    const length = body.length;
    const range = readRange(request.headers, length, this.validators);
    if (range === 'whole') {
      this.write(request, response, this.plain);
    } else if (range === 'unsatisfiable') {
      response
        .writeHead(416, [...this.common, 'Content-Range', `bytes */${length}`, 'Content-Length', '0'])
        .end();
    } else {
      const part = body.subarray(range.first, range.last + 1);
      const place = ['Content-Range', `bytes ${range.first}-${range.last}/${length}`];
      const about = [
        'Content-Length',
        String(part.length),
        'ETag',
        entityTag(this.validators.hash, 'identity'),
      ];
      response.writeHead(206, [...this.common, ...place, ...about]).end(part);
    }
  }

  private encoded(encoding: Encoding): Promise<Variant> {
    const known = this.underWay.get(encoding);
    if (known) return known;
    const made = this.encode(encoding);
    this.underWay.set(encoding, made);
    return made;
  }

  private async encode(encoding: Encoding): Promise<Variant> {
    try {
      const { body: plain } = this.plain;
      const body = encoding === 'br' ? await brotli(plain) : await compressGzip(plain, { level: 7 });
      const variant = this.variant(encoding, body);
      this.variants.set(encoding, variant);
      this.onGrowth?.(body.length);
      return variant;
    } finally {
      this.underWay.delete(encoding);
    }
  }

  private variant(encoding: Encoding, body: Buffer): Variant {
    const head = [...this.common, 'Content-Length', String(body.length)];
    if (encoding !== 'identity') head.push('Content-Encoding', encoding);
    if (this.status === 200) head.push('ETag', entityTag(this.validators.hash, encoding));
    return { body, head };
  }
}

/** Highest qualities take a hundred times as long for a few per cent; large documents are made quicker still. */
function brotli(body: Buffer): Promise<Buffer> {
  return compressBrotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: body.length > 500_000 ? 5 : 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });
}
