import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { benchSecret } from '../open-bench-house.ts';
import { startProgram } from '../running-program.ts';
import { median } from './compare-servers.ts';

/** Milliseconds from starting a process to its first answered page. */
export interface ColdStart {
  product: number;
  bare: number;
  /** The median of how many times the product takes what bare Fastify does. */
  ratio: number;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Whether the page is answered now; a server that does not listen yet refuses the connection. */
function answersPage(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/', agent: false }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode === 200));
    });
    asked.once('error', () => resolve(false));
    asked.end();
  });
}

async function timeToFirstPage(file: string, environment: NodeJS.ProcessEnv): Promise<number> {
  const port = await freePort();
  const from = process.hrtime.bigint();
  const program = startProgram(file, { ...environment, PORT: String(port) });
  try {
    while (!(await answersPage(port))) {
      if (program.process.exitCode !== null) throw new Error(`${file} ended before its first page`);
      await wait(1);
    }
    return Number(process.hrtime.bigint() - from) / 1e6;
  } finally {
    await program.stop();
  }
}

/** Starts the built server and bare Fastify in turn on one database, and times their first page. */
export async function measureColdStart(
  dataDir: string,
  programs: string,
  times: number,
): Promise<ColdStart> {
  const environment = {
    DATA_DIR: dataDir,
    SECRET_KEY: benchSecret,
    CLIENT_PAGE: 'dist/client/index.html',
  };
  const products: number[] = [];
  const bares: number[] = [];
  for (let time = 0; time <= times; time++) {
    const bare = await timeToFirstPage(join(programs, 'serve-page.js'), environment);
    const product = await timeToFirstPage('dist/server/web.js', environment);
    // The first of each reads the files from the disk.
    if (time === 0) continue;
    bares.push(bare);
    products.push(product);
  }
  const ratio = median(products.map((product, time) => product / (bares[time] ?? Number.NaN)));
  return { product: median(products), bare: median(bares), ratio };
}
