import { isIP } from 'node:net';
import ipaddr, { type IPv6 } from 'ipaddr.js';

/** The part of IPv6 that is given out to the internet (RFC 4291); all else is local, kept or a tunnel. */
const givenOut = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is of the public internet: not of this machine, a local network, a
 * carrier, documentation, multicast, nor a form of IPv6 that carries an IPv4 address and could
 * lead to one of these.
 */
export function isPublicAddress(ip: string): boolean {
  // A zone names a network card of this machine, and an address that needs one is local.
  if (isIP(ip) === 0 || ip.includes('%')) return false;
  const address = ipaddr.process(ip);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || (address as IPv6).match(givenOut);
}
