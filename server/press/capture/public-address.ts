import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is of the public internet: not of this machine, a local network, a
 * carrier, documentation, multicast, nor a tunnel that could lead to one of these.
 */
export function isPublicAddress(ip: string): boolean {
  if (isIP(ip) === 0) return false;
  return ipaddr.process(ip).range() === 'unicast';
}
