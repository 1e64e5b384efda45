import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

export interface Client {
  /** Address of the visitor, as far as proxies that are trusted tell; IPv4 in its own form. */
  address: string;
  /** The protocol that the visitor speaks. */
  protocol: 'http' | 'https';
}

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * Who asks. `X-Forwarded-For` is read from the right, hop by hop, only as long as each hop is a trusted proxy: what a
 * visitor wrote into it itself lies further left and is never believed.
 *
 * @param trustedProxies networks in CIDR notation.
 */
export function clientReader(trustedProxies: readonly string[]): (request: IncomingMessage) => Client {
  const networks: Network[] = trustedProxies.map((network) => ipaddr.parseCIDR(network));
  const isTrusted = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
    networks.some((network) => network[0].kind() === address.kind() && address.match(network));

  return (request) => {
    let address = parse(request.socket.remoteAddress ?? '');
    const own = 'encrypted' in request.socket && request.socket.encrypted === true ? 'https' : 'http';
    if (!address || !isTrusted(address)) return { address: address?.toString() ?? 'unknown', protocol: own };

    const hops = listed(request.headers['x-forwarded-for']);
    while (isTrusted(address)) {
      const next = parse(hops.pop() ?? '');
      if (!next) break;
      address = next;
    }
    const protocol = listed(request.headers['x-forwarded-proto']).at(-1)?.toLowerCase();
    return {
      address: address.toString(),
      protocol: protocol === 'https' || protocol === 'http' ? protocol : own,
    };
  };
}

/** @returns by what a visitor is counted: one person's IPv6 connection is a whole /64 (RFC 6177). */
export function networkOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  return ipaddr.IPv6.parse(address).toNormalizedString().split(':').slice(0, 4).join(':');
}

function listed(header: string | string[] | undefined): string[] {
  const whole = Array.isArray(header) ? header.join(',') : (header ?? '');
  return whole
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare)) return null;
  return ipaddr.process(bare);
}
