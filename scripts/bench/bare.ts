/**
 * For the benchmark alone: the least that `node:http` needs in order to send the answers in the file that the first
 * argument names. Tells its port to whoever started it.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer that the site gave, to be given again. */
export interface BareAnswer {
  path: string;
  etag: string;
  /** Name, value, name, value … */
  head: string[];
  /** Base64. */
  body: string;
  /** Head of the answer to who has it already. */
  unchanged: string[];
}

const given = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BareAnswer[];
const answers = new Map(
  given.map(({ path, body, ...rest }) => [path, { ...rest, body: Buffer.from(body, 'base64') }]),
);

const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '');
  if (!answer) response.writeHead(404).end();
  else if (request.headers['if-none-match'] === answer.etag) response.writeHead(304, answer.unchanged).end();
  else response.writeHead(200, answer.head).end(answer.body);
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
