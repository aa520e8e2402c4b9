import { lookup as systemLookup } from 'node:dns';
import {
  Agent as HttpAgent,
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { WebAccess } from '../context.ts';
import { isPublicAddress } from './public-address.ts';

type Found = { address: string; family: number };
type Answered = (
  error: NodeJS.ErrnoException | null,
  address: string | Found[],
  family?: number,
) => void;

/** Where a connection is about to be made. */
interface Place {
  host: string;
  port: number;
}

/** One request; without a body it is a GET, with one a POST. */
export interface WebRequest {
  url: URL;
  headers: Record<string, string>;
  body?: string | null;
  signal: AbortSignal;
  /** Whether the connection serves the next request too; absent, it ends with this one. */
  isKept?: boolean;
}

/**
 * An address behind which nothing public stands. A name that nobody has is told as one that leads
 * inside: who asks learns nothing of the names of a local network.
 */
export class NotPublic extends Error {}

function mayReach(web: WebAccess | undefined, ip: string, { host, port }: Place): boolean {
  return isPublicAddress(ip) || web?.mayReach?.(ip, port, host) === true;
}

const isUnknown = ({ code }: NodeJS.ErrnoException) => code === 'ENOTFOUND' || code === 'ENODATA';

/**
 * A resolver that gives nothing but what may be reached. It is asked when the connection is made,
 * so that the address that was looked at is the one that is reached, however often a name changes.
 */
function guardedLookup(web: WebAccess | undefined, place: Place): LookupFunction {
  const lookup = web?.lookup ?? systemLookup;
  const reachable = (found: Found[]) =>
    found.every(({ address }) => mayReach(web, address, place)) ? found : [];
  return (host, options, answer: Answered) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error && !isUnknown(error)) return answer(error, []);
      const all = Array.isArray(found) ? reachable(found as Found[]) : [];
      const [first] = all;
      if (!first) return answer(new NotPublic(), []);
      return options.all ? answer(null, all) : answer(null, first.address, first.family);
    });
  };
}

interface Agents {
  http: HttpAgent;
  https: HttpsAgent;
}

const makeAgents = (): Agents => ({
  http: new HttpAgent({ keepAlive: true, maxFreeSockets: 8 }),
  https: new HttpsAgent({ keepAlive: true, maxFreeSockets: 8 }),
});

/** Connections that are kept were checked by one rule, and serve nobody who goes by another. */
const agentsBy = new WeakMap<object, Agents>();
const publicAlone = {};

function agentFor(web: WebAccess | undefined, isHttps: boolean): HttpAgent {
  const rule = web ?? publicAlone;
  const agents = agentsBy.get(rule) ?? makeAgents();
  agentsBy.set(rule, agents);
  return isHttps ? agents.https : agents.http;
}

function placeOf(url: URL): Place {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port };
}

/**
 * Asks once; redirects are not followed, nor anything unpacked. Nothing but public addresses is
 * connected to, and what the environment, tests or the demonstration let be reached beside them.
 * @throws {NotPublic} before any connection.
 */
export async function sendRequest(
  web: WebAccess | undefined,
  { url, headers, body = null, signal, isKept = false }: WebRequest,
): Promise<IncomingMessage> {
  const place = placeOf(url);
  // A resolver is not asked for an address that stands in digits.
  if (isIP(place.host) !== 0 && !mayReach(web, place.host, place)) throw new NotPublic();
  const isHttps = url.protocol === 'https:';
  const options: RequestOptions = {
    method: body === null ? 'GET' : 'POST',
    agent: isKept && agentFor(web, isHttps),
    headers,
    lookup: guardedLookup(web, place),
    signal,
    maxHeaderSize: 32_768,
  };
  return new Promise((resolve, reject) => {
    const request = (isHttps ? requestHttps : requestHttp)(url, options);
    request.once('response', resolve);
    // Also after the answer began: a connection that breaks then breaks its body, which tells of it.
    request.on('error', reject);
    request.end(body ?? undefined);
  });
}
