import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { dayInZone } from '../../shared/calendar/day.ts';
import { networks } from '../../shared/social/networks.ts';
import { answerBluesky } from './bluesky-api.ts';
import { answerControl } from './control.ts';
import { type Fault, FaultBoard } from './faults.ts';
import { answerGraph } from './graph-api.ts';
import { answerLinkedin } from './linkedin-api.ts';
import { answerMastodon } from './mastodon-api.ts';
import type { SandboxAnswer, SandboxRequest, SandboxShape } from './protocol.ts';
import type { SandboxNetwork } from './sandbox-pages.ts';
import { spoilAnswer } from './spoil-answer.ts';
import { answerThreads } from './threads-api.ts';
import { answerTiktok } from './tiktok-api.ts';
import { answerX } from './x-api.ts';
import { answerYoutube } from './youtube-api.ts';

/** Who speaks for each network. */
const speakers: Partial<Record<SandboxNetwork, (request: SandboxRequest) => SandboxAnswer>> = {
  facebook: answerGraph,
  instagram: answerGraph,
  threads: answerThreads,
  x: answerX,
  youtube: answerYoutube,
  tiktok: answerTiktok,
  linkedin: answerLinkedin,
  mastodon: answerMastodon,
  bluesky: answerBluesky,
};
const windowMs = 15 * 60_000;

export interface SandboxOptions extends Partial<SandboxShape> {
  /** Absent: any free port. */
  port?: number;
  /** False: calls are not counted, and no limit is ever reached. */
  isLimited?: boolean;
  /** Figures are those of this clock's day. */
  clock(): Date;
  timeZone?: string;
  /** Told of every answer as it goes out. */
  observe?(request: SandboxRequest, answer: SandboxAnswer): void;
}

/** A sandbox that is serving, on the loopback only. */
export interface Sandbox {
  url: string;
  /** Base address of each network's API. */
  baseUrls: Record<SandboxNetwork, string>;
  /** Lets a house reach this sandbox beside what is public, and nothing else of this machine. */
  web: { mayReach(ip: string, port: number): boolean };
  setFault(fault: z.input<typeof Fault>): void;
  clearFaults(): void;
  /** Paths with their queries, without tokens, in the order they came. */
  requests(): { network: SandboxNetwork; path: string }[];
  close(): Promise<void>;
}

function tokenOf(message: IncomingMessage, query: URLSearchParams): string | null {
  const bearer = /^Bearer (.+)$/.exec(message.headers.authorization ?? '')?.[1];
  return bearer ?? headerOf(message, 'x-goog-api-key') ?? query.get('access_token');
}

function headerOf(message: IncomingMessage, name: string): string | null {
  const given = message.headers[name];
  return typeof given === 'string' ? given : null;
}

async function textOf(message: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of message) text += chunk;
  return text;
}

function send(response: ServerResponse, answer: SandboxAnswer): void {
  response.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    ...answer.headers,
  });
  response.end(JSON.stringify(answer.body));
}

/** Half an answer, then nothing: what is left of a connection that broke. */
function sendHalf(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '400' });
  response.write('{"data":[{"id":"1618', () => response.socket?.destroy());
}

/** Faults below the network's own words; true when the answer has been sent. */
async function breakTransport(request: SandboxRequest, response: ServerResponse): Promise<boolean> {
  const { faults } = request;
  const slow = faults.take('slow', request);
  if (slow) await delay(slow.milliseconds, undefined, { ref: false });
  if (faults.take('cut', request)) {
    sendHalf(response);
    return true;
  }
  const html = faults.take('html', request);
  if (html) {
    response.writeHead(html.status, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>Sorry</title><p>Something went wrong.');
    return true;
  }
  if (faults.take('redirect', request)) {
    response.writeHead(302, { location: 'https://login.example/' });
    response.end();
    return true;
  }
  return false;
}

/** An answer with every spoiling that is switched on; refusals stay as they are. */
function spoil(request: SandboxRequest, answer: SandboxAnswer): SandboxAnswer {
  if (answer.status !== 200) return answer;
  const isMeant = ({ path }: { path: string }) =>
    path.endsWith('$') ? request.path.endsWith(path.slice(0, -1)) : request.path.includes(path);
  const spoils = request.faults.all('spoiled', request, isMeant);
  return { ...answer, body: spoils.reduce(spoilAnswer, answer.body) };
}

/** Counts each network's requests by quarter of an hour, as their limits do. */
function countRequests() {
  const counts = new Map<string, number>();
  return (network: SandboxNetwork, now: Date): number => {
    const key = `${network}/${Math.floor(now.getTime() / windowMs)}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}

/**
 * Serves the sandbox: every network that it speaks for under a prefix each, with figures that are the
 * same every time for the same day, and faults on demand, by `setFault` or `POST /_faults`.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock, timeZone = 'America/Bogota', xNames = 'post', isLimited = true } = options;
  const faults = new FaultBoard();
  const seen: { network: SandboxNetwork; path: string }[] = [];
  const countRequest = countRequests();
  let url = '';

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = new URL(message.url ?? '/', 'http://sandbox');
    if (target.pathname === '/_faults') return answerControl(faults, message, response);
    const [, network, ...rest] = target.pathname.split('/');
    const known = network as SandboxNetwork;
    const speak = Object.hasOwn(speakers, known) ? speakers[known] : undefined;
    if (!speak) return send(response, { status: 404, body: { networks: Object.keys(speakers) } });
    const now = clock();
    const query = target.searchParams;
    const token = tokenOf(message, query);
    query.delete('access_token');
    const path = `/${rest.join('/')}`;
    seen.push({ network: known, path: query.size > 0 ? `${path}?${query}` : path });
    const request: SandboxRequest = {
      network: known,
      path,
      query,
      body: await textOf(message),
      header: (name) => headerOf(message, name),
      token,
      now,
      day: dayInZone(now, timeZone),
      address: `${url}/${network}`,
      faults,
      recentRequests: isLimited ? countRequest(known, now) : 1,
      options: { xNames },
    };
    if (await breakTransport(request, response)) return;
    const given = spoil(request, speak(request));
    options.observe?.(request, given);
    send(response, given);
  }

  const server = createServer((message, response) => {
    answer(message, response).catch((error: unknown) => {
      // A sandbox that fails by itself must be seen to, and never be taken for a network's fault.
      send(response, { status: 500, body: { sandboxFailed: String(error) } });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
  return {
    url,
    baseUrls: Object.fromEntries(
      networks.map((network) => [network, `${url}/${network}`]),
    ) as Record<SandboxNetwork, string>,
    web: { mayReach: (ip, at) => ip === '127.0.0.1' && at === port },
    setFault: (fault) => faults.set(fault),
    clearFaults: () => faults.clear(),
    requests: () => seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
