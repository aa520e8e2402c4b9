import { readFileSync } from 'node:fs';
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
  /** Part of the address, percent signs decoded, that this answers. */
  path: string;
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** Serves one case of `test/fixtures/networks`; what it was asked can be read afterwards. */
export async function serveRecorded(network: string, name: string) {
  const file = new URL(`../fixtures/networks/${network}.json`, import.meta.url);
  const cases = JSON.parse(readFileSync(file, 'utf8')) as Record<string, RecordedAnswer[]>;
  const asked: { address: string; authorization: string | undefined }[] = [];
  const url = await serve((request, response) => {
    const address = decodeURIComponent(request.url ?? '');
    asked.push({ address, authorization: request.headers.authorization });
    const answer = cases[name]?.find((recorded) => address.includes(recorded.path));
    if (!answer) throw new Error(`nothing recorded for ${address}`);
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body));
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
    ...options,
  });
  return { readings: await connector.readPages(client, pages), client, clock };
}
