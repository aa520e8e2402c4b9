import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { House, WebAccess } from '../context.ts';
import { AddressRefused } from './address-refused.ts';
import { BodyTooLarge, packings, readBody } from './read-body.ts';
import { NotPublic, sendRequest } from './send-request.ts';

/** What of a page is taken, and when it is given up. */
export interface FetchLimits {
  /** The content types that are taken, such as `text/html`. */
  accept: readonly string[];
  /** Of the page as it is read, unpacked. */
  largestBytes: number;
  /** For everything, redirects included. */
  timeoutMs: number;
  /** Of the last answer: what has not changed since is not sent again. */
  etag?: string | undefined;
  lastModified?: string | undefined;
}

/** A page that was read; with status 304 it has not changed, and its body is empty. */
export interface FetchedPage {
  status: number;
  finalAddress: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const mostRedirects = 5;

function headersOf({ accept, etag, lastModified }: FetchLimits): Record<string, string> {
  return {
    accept: `${accept.join(', ')};q=0.9, */*;q=0.1`,
    'accept-encoding': packings,
    'accept-language': 'es-CO, es;q=0.9, *;q=0.1',
    'user-agent': 'Altavoz (lector de medios de una entidad publica)',
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

/** The address of a page, or the reason why it is none that may be asked for. */
function readAddress(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new AddressRefused('not_web');
  const url = new URL(address, base);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  if (!isWeb || url.username !== '' || url.password !== '') throw new AddressRefused('not_web');
  return url;
}

function refuseOtherContent({ headers }: IncomingMessage, accept: readonly string[]): void {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!accept.includes(type)) throw new AddressRefused('other_content');
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status);

async function takeAnswer(url: URL, response: IncomingMessage, limits: FetchLimits) {
  const { statusCode: status = 0, headers } = response;
  const page = { status, finalAddress: url.href, headers };
  if (status === 304) return { ...page, body: Buffer.alloc(0) };
  if (status === 404 || status === 410) throw new AddressRefused('not_found', status);
  if (status < 200 || status > 299) throw new AddressRefused('status', status);
  refuseOtherContent(response, limits.accept);
  return { ...page, body: await readBody(response, limits.largestBytes) };
}

async function follow(
  web: WebAccess | undefined,
  address: string,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<FetchedPage> {
  let url = readAddress(address);
  for (let turn = 0; turn <= mostRedirects; turn += 1) {
    const response = await sendRequest(web, { url, headers: headersOf(limits), signal });
    try {
      const { location } = response.headers;
      if (!isRedirect(response.statusCode ?? 0) || location === undefined) {
        return await takeAnswer(url, response, limits);
      }
      url = readAddress(location, url);
    } finally {
      response.destroy();
    }
  }
  throw new AddressRefused('too_many_redirects');
}

function refusalOf(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof AddressRefused) return error;
  if (error instanceof NotPublic) return new AddressRefused('private');
  if (error instanceof BodyTooLarge) return new AddressRefused('too_large');
  if (signal.aborted) return new AddressRefused('too_slow');
  // Every other way for a stranger's server to fail: refused, cut, bad TLS, bad HTTP, bad packing.
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? error : new AddressRefused('unreachable');
}

/**
 * Reads a page of the public internet for the house: http(s) alone, no address of a local network
 * at any redirect, bounded in size (unpacked too) and in time. Runs nothing of it.
 * @throws {AltavozFailure} `address_refused` with the reason.
 */
export async function fetchPublic(
  { web }: Pick<House, 'web'>,
  address: string,
  limits: FetchLimits,
): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    return await follow(web, address, limits, signal);
  } catch (error) {
    throw refusalOf(error, signal);
  }
}
