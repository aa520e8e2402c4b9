import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { House, WebAccess } from '../../context.ts';
import { AddressRefused } from './address-refused.ts';
import { readAddress, sendRequest } from './web-request.ts';

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
    'accept-encoding': 'gzip, br, deflate',
    'accept-language': 'es-CO, es;q=0.9, *;q=0.1',
    'user-agent': 'Altavoz (lector de medios de una entidad publica)',
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

function unpacked(response: IncomingMessage): Readable {
  switch (response.headers['content-encoding']?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return response.pipe(createGunzip());
    case 'br':
      return response.pipe(createBrotliDecompress());
    case 'deflate':
      return response.pipe(createInflate());
    default:
      return response;
  }
}

/** Reads a body to its end, or as far as what is left of it would be too much. */
async function readBody(response: IncomingMessage, largestBytes: number): Promise<Buffer> {
  if (Number(response.headers['content-length'] ?? 0) > largestBytes) {
    throw new AddressRefused('too_large');
  }
  const body = unpacked(response);
  // What breaks the connection is to break the reading of what it unpacks.
  response.once('error', (error) => body.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBytes) throw new AddressRefused('too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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
    const response = await sendRequest(url, headersOf(limits), signal, web);
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
  if (signal.aborted) return new AddressRefused('too_slow');
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (code === 'EPRIVATE') return new AddressRefused('private');
  if (code === 'ENOTFOUND' || code === 'ENODATA') return new AddressRefused('not_found');
  // Every other way for a stranger's server to fail: refused, cut, bad TLS, bad HTTP, bad packing.
  return code === '' ? error : new AddressRefused('unreachable');
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
