// Asks a server over kept-alive connections and tells how long each answer took. It is a process
// of its own, told over IPC what to ask, so that it shares no event loop with what it measures.
import { type HttpConnection, openConnection } from './http-connection.ts';

/** What to ask, of whom, for how long. */
export interface LoadOrder {
  port: number;
  /** Path and query of each request, asked in turn. */
  addresses: string[];
  cookie: string;
  connections: number;
  milliseconds: number;
}

/** How a server answered; times in milliseconds. */
export interface LoadResult {
  p50: number;
  p99: number;
  perSecond: number;
  answers: number;
}

function quantile(sorted: Float64Array, part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/**
 * Answers that each connection waits for at least: of slow reads, the first of many connections
 * come in a burst, which says nothing of how they go on.
 */
const leastAnswers = 5;

async function askUntil(
  end: bigint,
  connection: HttpConnection,
  next: () => Buffer,
  times: number[],
): Promise<void> {
  for (let asked = 0; asked < leastAnswers || process.hrtime.bigint() < end; asked++) {
    const from = process.hrtime.bigint();
    const status = await connection.ask(next());
    if (status !== 200) throw new Error(`status ${status}: ${connection.lastBody()}`);
    times.push(Number(process.hrtime.bigint() - from) / 1e6);
  }
}

async function drive(order: LoadOrder): Promise<LoadResult> {
  const requests = order.addresses.map((address) =>
    Buffer.from(`GET ${address} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${order.cookie}\r\n\r\n`),
  );
  let asked = 0;
  const next = () => requests[asked++ % requests.length] as Buffer;
  const connections = await Promise.all(
    Array.from({ length: order.connections }, () => openConnection(order.port)),
  );
  const times: number[] = [];
  const from = process.hrtime.bigint();
  const end = from + BigInt(order.milliseconds) * 1_000_000n;
  await Promise.all(connections.map((connection) => askUntil(end, connection, next, times)));
  const seconds = Number(process.hrtime.bigint() - from) / 1e9;
  for (const connection of connections) connection.close();
  const sorted = Float64Array.from(times).sort();
  return {
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    perSecond: times.length / seconds,
    answers: times.length,
  };
}

process.on('message', async (order: LoadOrder) => {
  try {
    process.send?.({ result: await drive(order) });
  } catch (error) {
    process.send?.({ error: (error as Error).message });
  }
});
