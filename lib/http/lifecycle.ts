import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { ERROR_POLICY, errorDocument } from './errors';
import type { Site } from './site';

export interface SiteServer {
  server: Server;
  /**
   * Takes no new connections, closes those on which nothing is asked, lets requests that are under way finish, and
   * resolves when the last is answered.
   *
   * @param limit milliseconds after which what is still under way is cut off.
   * @returns whether all of them finished.
   */
  close: (limit: number) => Promise<boolean>;
}

/** A server whose limits leave nothing to visitors who send or read a byte a minute. */
export function createSiteServer(site: Pick<Site, 'listener'>): SiteServer {
  const server = createServer(
    {
      headersTimeout: 15_000,
      requestTimeout: 120_000,
      // Longer than the usual 60 seconds of proxies, so that it is they who close idle connections.
      keepAliveTimeout: 72_000,
      connectionsCheckingInterval: 5_000,
    },
    site.listener,
  );
  server.setTimeout(120_000);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else if (error.code === 'HPE_HEADER_OVERFLOW') socket.end(tooLong(error));
    else socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });

  // Node does not count a connection as idle on which nothing was asked yet, such as browsers open in advance.
  const underWay = new Map<Socket, number>();
  let isClosing = false;
  server.on('connection', (socket: Socket) => {
    underWay.set(socket, 0);
    socket.once('close', () => underWay.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (underWay.get(socket) ?? 1) - 1;
      if (underWay.has(socket)) underWay.set(socket, left);
      if (isClosing && left === 0) socket.end();
    });
  });

  async function close(limit: number): Promise<boolean> {
    let isComplete = true;
    isClosing = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const [socket, count] of underWay) if (count === 0) socket.destroy();
    const cut = setTimeout(() => {
      isComplete = false;
      for (const socket of underWay.keys()) socket.destroy();
    }, limit);
    await closed;
    clearTimeout(cut);
    return isComplete;
  }

  return { server, close };
}

/** What is said to an address, a long question to the search for instance, that Node does not even read to its end. */
function tooLong({ rawPacket }: NodeJS.ErrnoException & { rawPacket?: Buffer }): string {
  const isEnglish = /^[A-Z]+ \/en\//.test(rawPacket?.toString('latin1', 0, 20) ?? '');
  const body = errorDocument(431, isEnglish ? 'en' : 'ko');
  return [
    'HTTP/1.1 431 Request Header Fields Too Large',
    'Connection: close',
    'Content-Type: text/html; charset=utf-8',
    `Content-Security-Policy: ${ERROR_POLICY}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}
