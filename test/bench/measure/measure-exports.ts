import { setTimeout as wait } from 'node:timers/promises';
import { benchSecret } from '../open-bench-house.ts';
import { type RunningServer, startServer } from '../running-program.ts';

/** A file of every appearance: how long it takes, how large it is, and what it adds to the memory at rest. */
export interface MeasuredExport {
  format: 'csv' | 'xlsx';
  seconds: number;
  bytes: number;
  addedMegabytes: number;
}

async function measureExport(
  server: RunningServer,
  cookie: string,
  format: MeasuredExport['format'],
): Promise<MeasuredExport> {
  const atRest = server.residentMegabytes();
  let most = atRest;
  const looking = setInterval(() => {
    most = Math.max(most, server.residentMegabytes());
  }, 20);
  try {
    const from = process.hrtime.bigint();
    const address = `http://127.0.0.1:${server.port}/export/clippings.${format}`;
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

/** Takes every appearance away as each kind of file, from a built server of its own that did nothing else. */
export async function measureExports(dataDir: string, cookie: string): Promise<MeasuredExport[]> {
  const environment = { PORT: '0', DATA_DIR: dataDir, SECRET_KEY: benchSecret };
  const server = await startServer('dist/server/web.js', environment);
  try {
    await wait(500);
    const csv = await measureExport(server, cookie, 'csv');
    return [csv, await measureExport(server, cookie, 'xlsx')];
  } finally {
    await server.stop();
  }
}
