import { IncomingMessage, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { Socket } from 'node:net';

/** What the framework is given a request with, as Node's own server would. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A finished answer. Names of headers are in lower case. */
export interface Captured {
  status: number;
  headers: Map<string, string>;
  body: Buffer;
}

/** A render that took longer than its limit. */
export class RenderTimeoutError extends Error {
  override name = 'RenderTimeoutError';
}

/**
 * Asks `handler` for `target` with a plain GET that carries nothing of any visitor (no cookies, no conditions, none
 * of the framework's own headers), so that the answer is the same for all and whole.
 *
 * @param host what the request says that it was sent to.
 * @param limit milliseconds. @throws {RenderTimeoutError} when it takes longer.
 */
export async function capture(
  handler: RequestHandler,
  target: string,
  host: string,
  limit: number,
): Promise<Captured> {
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = target;
  // Next puts metadata into the head, and waits for it, only for visitors who say who they are and match
  // `htmlLimitedBots`; without a name it streams them whenever the page is ready first.
  request.headers = { host, accept: '*/*', 'user-agent': 'Nonmun' };
  // HTTP/1.0 has no chunks, so what follows the head is the body as it is.
  request.httpVersion = '1.0';
  request.httpVersionMajor = 1;
  request.httpVersionMinor = 0;
  request.push(null);

  const chunks: Buffer[] = [];
  const wire = new Duplex({
    // All of it is wanted at once; nobody would tell the handler to go on after a pause.
    writableHighWaterMark: Number.MAX_SAFE_INTEGER,
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  const response = new ServerResponse(request);
  response.assignSocket(wire as unknown as Socket);

  let timer: NodeJS.Timeout | undefined;
  try {
    await Promise.race([
      Promise.all([
        new Promise<void>((resolve, reject) => {
          response.once('finish', resolve);
          response.once('error', reject);
          response.once('close', () => reject(new Error('the answer was broken off')));
        }),
        handler(request, response),
      ]),
      new Promise((_, reject) => {
        timer = setTimeout(() => reject(new RenderTimeoutError(`no answer within ${limit} ms`)), limit);
      }),
    ]);
  } finally {
    clearTimeout(timer);
    response.removeAllListeners('close').destroy();
    wire.destroy();
  }
  return parse(Buffer.concat(chunks), response.statusCode);
}

function parse(wire: Buffer, status: number): Captured {
  const end = wire.indexOf('\r\n\r\n');
  const headers = new Map<string, string>();
  for (const line of wire.toString('latin1', 0, Math.max(end, 0)).split('\r\n').slice(1)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  // A copy, so that what is kept does not hold on to the head and to the pool it came from.
  return { status, headers, body: Buffer.from(wire.subarray(end + 4)) };
}
