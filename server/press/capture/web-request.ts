import { lookup as systemLookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { WebAccess } from '../../context.ts';
import { AddressRefused } from './address-refused.ts';
import { isPublicAddress } from './public-address.ts';

type Found = { address: string; family: number };
type Answered = (
  error: NodeJS.ErrnoException | null,
  address: string | Found[],
  family?: number,
) => void;

/** A name that leads to an address that may not be reached. */
function refused(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${host} is not a public address`), { code: 'EPRIVATE' });
}

/**
 * A resolver that gives nothing but what may be reached. It is asked when the connection is made,
 * so that the address that was looked at is the one that is reached, however often a name changes.
 */
function guardedLookup(web: WebAccess | undefined, port: number): LookupFunction {
  const lookup = web?.lookup ?? systemLookup;
  return (host, options, answer: Answered) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return answer(error, []);
      const all = (Array.isArray(found) ? found : []) as Found[];
      const [first] = all;
      if (!first || !all.every(({ address }) => mayReach(web, address, port))) {
        return answer(refused(host), []);
      }
      return options.all ? answer(null, all) : answer(null, first.address, first.family);
    });
  };
}

function mayReach(web: WebAccess | undefined, ip: string, port: number): boolean {
  return isPublicAddress(ip) || web?.mayReach?.(ip, port) === true;
}

/** The address of a page, or the reason why it is none that may be asked for. */
export function readAddress(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new AddressRefused('not_web');
  const url = new URL(address, base);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  if (!isWeb || url.username !== '' || url.password !== '') throw new AddressRefused('not_web');
  return url;
}

const portOf = (url: URL) => Number(url.port || (url.protocol === 'https:' ? 443 : 80));

/** Asks for a page once, on a connection of its own; redirects are not followed. */
export function sendRequest(
  url: URL,
  headers: Record<string, string>,
  signal: AbortSignal,
  web: WebAccess | undefined,
): Promise<IncomingMessage> {
  const port = portOf(url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A resolver is not asked for an address that stands in digits.
  if (isIP(host) !== 0 && !mayReach(web, host, port)) throw new AddressRefused('private');
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const lookup = guardedLookup(web, port);
    const request = send(url, { agent: false, headers, lookup, signal, maxHeaderSize: 32_768 });
    request.once('response', resolve);
    request.once('error', reject);
    request.end();
  });
}
