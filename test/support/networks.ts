import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { listConnectors } from '../../jobs/list-connectors.ts';
import {
  type CountingClient,
  type NetworkClientOptions,
  openNetworkClient,
} from '../../jobs/network-client.ts';
import type { Connector } from '../../jobs/network-contract.ts';
import type { PageReading, PageToRead } from '../../shared/social/network-readings.ts';
import { loopbackToo } from './house.ts';

/** The instant at which the clocks of these tests start. */
export const testStart = '2026-11-22T15:00:00.000Z';

/** A clock that only moves when somebody sleeps. */
export function makeClock(start = testStart) {
  let now = Date.parse(start);
  const naps: number[] = [];
  return {
    naps,
    now: () => new Date(now),
    async sleep(milliseconds: number) {
      naps.push(milliseconds);
      now += milliseconds;
    },
  };
}

/** A server of the test on the loopback; closed when the test ends. Returns its address. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface RecordedAnswer {
  /**
   * Part of the address, percent signs decoded, with a POST's body behind it, that this answers;
   * empty for any.
   */
  path: string;
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** A case of recorded answers: the first that fits a call answers it, else one of the good case. */
interface RecordedCase {
  answers: RecordedAnswer[];
  /** What is to be read of it, where the case alone does not say. */
  gives?: unknown[];
}

/** What `test/fixtures/networks` holds of a network. */
export interface RecordedNetwork {
  /** The page that the answers are about. */
  page: { handle: string; externalId: string | null };
  /** Cases by what is read; those under `any` serve whatever has none of its own. */
  cases: Record<string, Record<string, RecordedCase>>;
}

/** Reads the recorded answers of a network; the name may be that of a variant, as `x-older`. */
export function readRecordedNetwork(name: string): RecordedNetwork {
  const file = new URL(`../fixtures/networks/${name}.json`, import.meta.url);
  // A network of which nothing is recorded fails its tests, and leaves those of the others alone.
  if (!existsSync(file)) return { page: { handle: 'nobody', externalId: '0' }, cases: {} };
  const { page, ...cases } = JSON.parse(readFileSync(file, 'utf8'));
  return { page, cases };
}

/** A case by what is read and its name; undefined when nobody recorded it. */
export function findRecordedCase({ cases }: RecordedNetwork, reading: string, name: string) {
  return cases[reading]?.[name] ?? cases.any?.[name];
}

async function textOf(request: AsyncIterable<unknown>): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/** Serves one recorded case; what it was asked can be read afterwards. */
export async function serveRecorded(network: string, name: string, reading = 'readPages') {
  const recorded = readRecordedNetwork(network);
  const own = findRecordedCase(recorded, reading, name);
  if (!own) throw new Error(`nothing recorded of ${reading} of ${network}: ${name}`);
  const answers = [...own.answers, ...(recorded.cases[reading]?.success?.answers ?? [])];
  const { url, asked } = await serveAnswers(answers);
  return { url, asked, gives: own.gives };
}

/** Serves answers by what stands in the address, percent signs decoded, or in the body of a call. */
export async function serveAnswers(
  answers: readonly (Omit<RecordedAnswer, 'status'> & { status?: number })[],
) {
  const asked: { address: string; authorization: string | undefined }[] = [];
  const url = await serve(async (request, response) => {
    const address = decodeURIComponent((request.url ?? '').replaceAll('+', ' '));
    asked.push({ address, authorization: request.headers.authorization });
    const call = `${address} ${await textOf(request)}`;
    const answer = answers.find(({ path }) => call.includes(path));
    const { status = 200, headers, body } = answer ?? { status: 418, body: `not here: ${call}` };
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  });
  return { url, asked };
}

/** A connector by its network's code. */
export async function connectorOf(network: string): Promise<Connector> {
  const connector = (await listConnectors()).get(network);
  if (!connector) throw new Error(`no connector of ${network}`);
  return connector;
}

/** Reads pages through the connector of a network, with a clock that never really waits. */
export async function readThrough(
  network: string,
  baseUrl: string,
  pages: PageToRead[],
  options: Partial<NetworkClientOptions> = {},
): Promise<{
  readings: PageReading[];
  client: CountingClient;
  clock: ReturnType<typeof makeClock>;
}> {
  const connector = await connectorOf(network);
  const clock = makeClock();
  const client = openNetworkClient({
    connector,
    secret: { accessToken: 'sandbox-token' },
    baseUrl,
    now: clock.now,
    sleep: clock.sleep,
    web: loopbackToo,
    ...options,
  });
  return { readings: await connector.readPages(client, pages), client, clock };
}
