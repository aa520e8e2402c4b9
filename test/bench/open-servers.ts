import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { benchAccount, benchSecret, openBenchHouse } from './open-bench-house.ts';
import { makeReads, type ReadName, readNames } from './reads.ts';
import { type RunningServer, startServer } from './running-program.ts';
import { addressOf, type FloorPlan, traceReads } from './trace-reads.ts';

/** Everything that answers over one generated database. */
export interface BenchServers {
  /** The built server of the product. */
  product: RunningServer;
  /** The product without its cache of answers. */
  uncached: RunningServer;
  floor: RunningServer;
  /** The session cookie of the account that reads. */
  cookie: string;
  /** What each read is asked with: of the product, and of the floors. */
  addresses: Record<ReadName, Record<'product' | 'sql' | 'stored', string[]>>;
  stop(): Promise<void>;
}

async function signIn(port: number): Promise<string> {
  const { email, password } = benchAccount;
  const response = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`signing in: ${response.status} ${await response.text()}`);
  return cookie;
}

async function makePlan(dataDir: string): Promise<FloorPlan> {
  const house = await openBenchHouse(dataDir);
  try {
    const pages = await house.database.db
      .selectFrom('page')
      .select('id')
      .orderBy('title')
      .execute();
    return await traceReads(house, makeReads(pages.map(({ id }) => id)));
  } finally {
    await house.database.close();
  }
}

function addressesOf(plan: FloorPlan): BenchServers['addresses'] {
  const entries = readNames.map((name) => {
    const { procedure, calls } = plan[name];
    const inputs = calls.map(({ input }) => encodeURIComponent(JSON.stringify(input)));
    return [
      name,
      {
        product: calls.map(({ input }) => addressOf(procedure, input)),
        sql: inputs.map((input) => `/sql/${encodeURIComponent(name)}?input=${input}`),
        stored: inputs.map((input) => `/stored/${encodeURIComponent(name)}?input=${input}`),
      },
    ] as const;
  });
  return Object.fromEntries(entries) as BenchServers['addresses'];
}

/** A floor that answered something else would measure something else. */
async function checkSameAnswers(servers: BenchServers): Promise<void> {
  const ask = async ({ port }: RunningServer, address: string | undefined) => {
    const headers = { cookie: servers.cookie };
    const response = await fetch(`http://127.0.0.1:${port}${address}`, { headers });
    return JSON.stringify(sorted(await response.json()));
  };
  for (const name of readNames) {
    const { product, sql, stored } = servers.addresses[name];
    for (let index = 0; index < product.length; index += 7) {
      const answers = await Promise.all([
        ask(servers.product, product[index]),
        ask(servers.uncached, product[index]),
        ask(servers.floor, sql[index]),
        ask(servers.floor, stored[index]),
      ]);
      const other = answers.find((answer) => answer !== answers[0]);
      if (other) throw new Error(`${name} differs:\n${answers[0]}\n${other}`);
    }
  }
}

/** The same value with the keys of each object in order: which comes first is nothing to the client. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}

/** Starts the product's servers and the floors over a generated database, and signs in. */
export async function openServers(
  dataDir: string,
  programs: string,
  folder: string,
): Promise<BenchServers> {
  const plan = await makePlan(dataDir);
  const planFile = resolve(folder, 'floor-plan.json');
  writeFileSync(planFile, JSON.stringify(plan));
  const environment = { PORT: '0', DATA_DIR: dataDir, SECRET_KEY: benchSecret };
  const started: RunningServer[] = [];
  const start = async (file: string, more: NodeJS.ProcessEnv = {}) => {
    const server = await startServer(file, { ...environment, ...more });
    started.push(server);
    return server;
  };
  const stop = async () => {
    await Promise.all(started.map((server) => server.stop()));
  };
  try {
    const product = await start('dist/server/web.js');
    const uncached = await start(join(programs, 'serve-uncached.js'));
    const floor = await start(join(programs, 'serve-floor.js'), { FLOOR_PLAN: planFile });
    const cookie = await signIn(product.port);
    // Signing in leaves the accounts library at work in a process, as it is in any that is used.
    await signIn(uncached.port);
    const servers = { product, uncached, floor, cookie, addresses: addressesOf(plan), stop };
    await checkSameAnswers(servers);
    return servers;
  } catch (error) {
    await stop();
    throw error;
  }
}
