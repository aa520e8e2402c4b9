import { setTimeout as wait } from 'node:timers/promises';
import type { BenchServers } from '../open-servers.ts';

/** A file of every appearance: how long it takes, how large it is, and what it adds to the memory at rest. */
export interface MeasuredExport {
  format: 'csv' | 'xlsx';
  seconds: number;
  bytes: number;
  addedMegabytes: number;
}

async function measureExport(
  { product, cookie }: BenchServers,
  format: MeasuredExport['format'],
): Promise<MeasuredExport> {
  const atRest = product.residentMegabytes();
  let most = atRest;
  const looking = setInterval(() => {
    most = Math.max(most, product.residentMegabytes());
  }, 20);
  try {
    const from = process.hrtime.bigint();
    const address = `http://127.0.0.1:${product.port}/export/clippings.${format}`;
    const answer = await fetch(address, { headers: { cookie } });
    if (!answer.ok || !answer.body) throw new Error(`${address}: ${answer.status}`);
    let bytes = 0;
    for await (const part of answer.body) bytes += part.length;
    const seconds = Number(process.hrtime.bigint() - from) / 1e9;
    return { format, seconds, bytes, addedMegabytes: most - atRest };
  } finally {
    clearInterval(looking);
  }
}

/** Takes every appearance away as each kind of file, from a server that has just started. */
export async function measureExports(servers: BenchServers): Promise<MeasuredExport[]> {
  await wait(500);
  return [await measureExport(servers, 'csv'), await measureExport(servers, 'xlsx')];
}
