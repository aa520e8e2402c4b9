import { z } from 'zod';

function isBare(address: string): boolean {
  // What is no address at all has been refused as that.
  if (!URL.canParse(address)) return true;
  const { username, password, search, hash } = new URL(address);
  return [username, password, search, hash].every((part) => part === '');
}

/**
 * The address of a server that speaks a network's API, or nothing: http or https, without name and
 * password, query or fragment, and kept without a slash at the end. Whether it may be reached is
 * decided where the connection is made (`server/reach`); calls never follow a redirect.
 */
export const optionalServer = z
  .url({ protocol: /^https?$/, error: 'web_address' })
  .max(2_000)
  .refine(isBare, { error: 'server_address' })
  .transform((address) => address.replace(/(?<!\/)\/+$/, ''))
  .nullish()
  .transform((address) => address ?? null);

/** Whether what is sent there can be read on the way: plain http that leaves this machine. */
export function isReadOnTheWay(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return protocol === 'http:' && !isHere;
}
