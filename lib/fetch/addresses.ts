import ipaddr from 'ipaddr.js';

/**
 * Whether an address may be reached for content that somebody else named: globally routable unicast only.
 * Loopback, private, link-local, carrier-grade NAT, documentation, multicast, translation and tunnel ranges (which
 * may lead to any of these) are not; an IPv4 address inside an IPv6 one is judged as IPv4.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  // The library calls everything unassigned "unicast"; only 2000::/3 is routed.
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parseCIDR('2000::/3'));
}
