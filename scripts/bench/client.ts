import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** An answer as it came, still compressed. */
export interface Reply {
  status: number;
  /** Name, value, name, value …, as sent. */
  rawHeaders: string[];
  etag: string;
  body: Buffer;
  /** Milliseconds from the question to the last byte. */
  took: number;
}

/** A reader with one connection that it keeps. */
export class Reader {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly port: number) {}

  /** @throws {Error} where nobody listens, or nothing came for half a minute. */
  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    const from = performance.now();
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port: this.port,
          path: encodeURI(path),
          headers: { 'accept-encoding': 'gzip', ...headers },
          agent: this.agent,
          timeout: 30_000,
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            resolve({
              status: response.statusCode ?? 0,
              rawHeaders: response.rawHeaders,
              etag: response.headers.etag ?? '',
              body: Buffer.concat(chunks),
              took: performance.now() - from,
            });
          });
        },
      );
      asked.on('timeout', () => asked.destroy(new Error(`${path}: no answer`)));
      asked.on('error', reject);
      asked.end();
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** @returns milliseconds until the port answers. @throws {Error} when it does not within `limit`. */
export async function untilAnswered(port: number, isGone: () => boolean, limit = 60_000): Promise<number> {
  const from = performance.now();
  const reader = new Reader(port);
  try {
    for (;;) {
      const reply = await reader.get('/healthz').catch(() => null);
      if (reply?.status === 200) return performance.now() - from;
      if (isGone() || performance.now() - from > limit) throw new Error('The server did not start.');
      await wait(5);
    }
  } finally {
    reader.close();
  }
}

/** What is asked again and again. */
export interface Question {
  port: number;
  /** Percent-encoded. */
  path: string;
  headers: Record<string, string>;
  /** Of every answer. */
  status: number;
}

/**
 * Asks the same over several connections, without pipelining, for a while.
 *
 * Answers to one question are equally long, so after the first one only bytes are counted. A client that parses every
 * answer takes longer over it than the server, and on a machine with few cores that would hide what is measured.
 *
 * @returns answers a second, and bytes of one answer.
 * @throws {Error} when an answer has another length or status, or a connection breaks.
 */
export async function load(
  question: Question,
  connections: number,
  milliseconds: number,
): Promise<{ perSecond: number; bytes: number }> {
  const { port, path, headers, status } = question;
  const lines = Object.entries({ host: `127.0.0.1:${port}`, 'accept-encoding': 'gzip', ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const bytes = Buffer.from(`GET ${path} HTTP/1.1\r\n${head}\r\n`, 'latin1');
  const length = await lengthOfAnswer(port, bytes);
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  let answers = 0;
  const expected = `HTTP/1.1 ${status} `;
  const from = performance.now();
  try {
    await new Promise<void>((resolve, reject) => {
      for (const socket of sockets) {
        let missing = length;
        socket.on('data', (chunk) => {
          if (missing === length && chunk.toString('latin1', 0, expected.length) !== expected) {
            reject(new Error(`${path}: ${chunk.toString('latin1', 0, 40)}`));
          }
          missing -= chunk.length;
          if (missing > 0) return;
          if (missing < 0) reject(new Error(`${path}: an answer is longer than the one before`));
          answers += 1;
          missing = length;
          socket.write(bytes);
        });
        socket.on('error', reject);
        socket.on('close', () => reject(new Error(`${path}: the connection was closed`)));
        socket.write(bytes);
      }
      setTimeout(resolve, milliseconds);
    });
    return { perSecond: (answers * 1000) / (performance.now() - from), bytes: length };
  } finally {
    for (const socket of sockets)
      socket
        .removeAllListeners()
        .on('error', () => undefined)
        .destroy();
  }
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Bytes of an answer, head included. */
async function lengthOfAnswer(port: number, question: Buffer): Promise<number> {
  const socket = await open(port);
  socket.write(question);
  let text = '';
  try {
    for await (const chunk of socket) {
      text += (chunk as Buffer).toString('latin1');
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) continue;
      const body = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1] ?? '0';
      return end + 4 + Number(body);
    }
  } finally {
    socket.destroy();
  }
  throw new Error('The server closed the connection.');
}
