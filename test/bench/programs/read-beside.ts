// Asks a server for one cheap read at an even pace for as long as something else goes on there,
// and tells how long each answer took. It is a process of its own, told over IPC.
import { setTimeout as wait } from 'node:timers/promises';
import { openConnection } from './http-connection.ts';

/** What to ask, of whom, and how often. */
export interface PaceOrder {
  port: number;
  address: string;
  cookie: string;
  everyMs: number;
}

/** How the read was answered meanwhile; times in milliseconds. */
export interface PaceResult {
  p50: number;
  p99: number;
  longest: number;
  answers: number;
}

let isAsking = false;

/** Connections that ask in turn, so that what waits for an answer keeps no other from being asked. */
const connections = 20;

async function askInTurn(order: PaceOrder, first: number, times: number[]): Promise<void> {
  const connection = await openConnection(order.port);
  const request = Buffer.from(
    `GET ${order.address} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${order.cookie}\r\n\r\n`,
  );
  const everyMs = order.everyMs * connections;
  let answeredAt = 0;
  for (let due = first; isAsking; due += everyMs) {
    await wait(due - performance.now());
    // One that was due while the last was still waited for is counted from when it was due.
    const from = answeredAt > due ? due : performance.now();
    const status = await connection.ask(request);
    if (status !== 200) throw new Error(`status ${status}: ${connection.lastBody()}`);
    answeredAt = performance.now();
    times.push(answeredAt - from);
  }
  connection.close();
}

async function ask(order: PaceOrder): Promise<PaceResult> {
  const times: number[] = [];
  const begin = performance.now() + 2 * order.everyMs;
  await Promise.all(
    Array.from({ length: connections }, (_, at) =>
      askInTurn(order, begin + at * order.everyMs, times),
    ),
  );
  times.sort((one, other) => one - other);
  const quantile = (part: number) => times[Math.floor((times.length - 1) * part)] ?? Number.NaN;
  return { p50: quantile(0.5), p99: quantile(0.99), longest: quantile(1), answers: times.length };
}

process.on('message', async (order: PaceOrder | 'stop') => {
  isAsking = order !== 'stop';
  if (order === 'stop') return;
  try {
    process.send?.({ result: await ask(order) });
  } catch (error) {
    process.send?.({ error: (error as Error).message });
  }
});
