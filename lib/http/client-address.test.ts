import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientReader } from './client-address';

const from = (remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;
const forwarded = (value: string, protocol?: string): Record<string, string> => ({
  'x-forwarded-for': value,
  ...(protocol === undefined ? {} : { 'x-forwarded-proto': protocol }),
});

describe('without trusted proxies', () => {
  const read = clientReader([]);
  it.each([
    ['203.0.113.5', '203.0.113.5'],
    ['::ffff:203.0.113.5', '203.0.113.5'],
    ['2001:db8::1', '2001:db8::1'],
    ['', 'unknown'],
  ])('%s is who asks, whatever is forwarded', (remote, address) => {
    expect(read(from(remote, forwarded('1.1.1.1', 'https')))).toEqual({ address, protocol: 'http' });
  });
});

describe('behind trusted proxies', () => {
  const read = clientReader(['10.0.0.0/8', '127.0.0.0/8', '2001:db8:1::/48']);
  it.each([
    ['one proxy', '10.0.0.1', '203.0.113.5', '203.0.113.5'],
    ['two proxies', '127.0.0.1', '203.0.113.5, 10.1.1.1', '203.0.113.5'],
    ['what the visitor pretends', '10.0.0.1', '1.1.1.1, 203.0.113.5', '203.0.113.5'],
    ['a proxy that is not trusted', '192.0.2.1', '1.1.1.1', '192.0.2.1'],
    ['only proxies', '10.0.0.1', '10.0.0.2, 10.0.0.3', '10.0.0.2'],
    ['nothing forwarded', '10.0.0.1', '', '10.0.0.1'],
    ['nonsense', '10.0.0.1', '1.1.1.1, unknown', '10.0.0.1'],
    ['nonsense behind a proxy', '10.0.0.1', 'x, 10.0.0.2', '10.0.0.2'],
    ['ports', '10.0.0.1', '203.0.113.5:8080', '203.0.113.5'],
    ['IPv6 with a port', '2001:db8:1::9', '[2001:db8::7]:443', '2001:db8::7'],
    ['mapped IPv4', '::ffff:10.0.0.1', '::ffff:203.0.113.5', '203.0.113.5'],
    ['octal in disguise', '10.0.0.1', '0177.0.0.1', '10.0.0.1'],
  ])('%s', (_, remote, header, address) => {
    expect(read(from(remote, forwarded(header))).address).toBe(address);
  });

  it.each([
    ['10.0.0.1', 'https', 'https'],
    ['10.0.0.1', 'http, HTTPS', 'https'],
    ['10.0.0.1', 'gopher', 'http'],
    ['192.0.2.1', 'https', 'http'],
  ])('%s may say %s: %s', (remote, given, protocol) => {
    expect(read(from(remote, forwarded('203.0.113.5', given))).protocol).toBe(protocol);
  });
});
