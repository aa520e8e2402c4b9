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

async function ask({ port, address, cookie, everyMs }: PaceOrder): Promise<PaceResult> {
  const connection = await openConnection(port);
  const request = Buffer.from(
    `GET ${address} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\n\r\n`,
  );
  const times: number[] = [];
  let due = performance.now();
  while (isAsking) {
    await wait(due - performance.now());
    // One that was due while the last was still waited for is counted from when it was due.
    const from = times.length > 0 && performance.now() > due + everyMs ? due : performance.now();
    const status = await connection.ask(request);
    if (status !== 200) throw new Error(`status ${status}: ${connection.lastBody()}`);
    times.push(performance.now() - from);
    due += everyMs;
  }
  connection.close();
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
