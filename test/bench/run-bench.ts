// Usage: npm run bench -- [--size S|L|all] [--keep] [--short]
// `--keep` uses databases that an earlier run generated; `--short` takes fewer, shorter rounds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhenStale } from '../../jobs/terminal/build-when-stale.js';
import { buildPrograms } from './build-programs.ts';
import { loadDatabase } from './load/load-database.ts';
import type { Rounds } from './measure/compare-servers.ts';
import { measureBeside } from './measure/measure-beside.ts';
import { measureColdStart } from './measure/measure-cold-start.ts';
import { measureExports } from './measure/measure-exports.ts';
import { measureFirstScreens } from './measure/measure-first-screens.ts';
import { measureImport } from './measure/measure-import.ts';
import { measureMonthReview } from './measure/measure-month-review.ts';
import { measurePull } from './measure/measure-pull.ts';
import { measureGrowthOfSize, measureReads } from './measure/measure-reads.ts';
import { type BenchServers, openServers } from './open-servers.ts';
import { formatTable } from './report/print-table.ts';
import type { BenchResults, SizeResults } from './report/results.ts';
import { tableSections } from './report/table-rows.ts';
import { type RunningProgram, startProgram } from './running-program.ts';
import { type Size, sizes } from './sizes.ts';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: 'all' },
    keep: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
  },
});
const rounds: Rounds = options.short
  ? { count: 3, milliseconds: 200 }
  : { count: 7, milliseconds: 400 };
const folder = resolve('bench/results');

function say(what: string): void {
  process.stderr.write(`${what}…\n`);
}

function chosenSizes(): Size[] {
  const chosen = Object.values(sizes).filter(
    ({ name }) => options.size === 'all' || options.size === name,
  );
  if (chosen.length === 0) throw new Error(`--size is S, L or all, not ${options.size}`);
  return chosen;
}

async function measureSize(
  size: Size,
  programs: string,
  driver: RunningProgram,
): Promise<{ results: SizeResults; servers: BenchServers }> {
  say(`Loading ${size.name}`);
  const { dataDir, rates } = await loadDatabase(folder, size, options.keep);
  say(`Starting from cold at ${size.name}`);
  const coldStart = await measureColdStart(dataDir, programs, options.short ? 5 : 11);
  const servers = await openServers(dataDir, programs, folder);
  say(`Taking files away at ${size.name}`);
  const exports = await measureExports(dataDir, servers.cookie);
  say(`Reading at ${size.name}`);
  const review = await measureMonthReview(servers, driver, rounds);
  const reads = await measureReads(servers, driver, rounds);
  const residentMegabytes = Math.max(
    servers.product.residentMegabytes(),
    servers.uncached.residentMegabytes(),
  );
  const results = { size, loading: rates, reads, review, exports, coldStart, residentMegabytes };
  return { results, servers };
}

async function measureAll(programs: string, driver: RunningProgram): Promise<BenchResults> {
  const startedAt = new Date().toISOString();
  const open: BenchServers[] = [];
  const measured: SizeResults[] = [];
  try {
    for (const size of chosenSizes()) {
      const { results, servers } = await measureSize(size, programs, driver);
      open.push(servers);
      measured.push(results);
    }
    const [small, large] = open;
    if (!small) throw new Error('nothing was measured');
    const largeToSmall = large ? await measureGrowthOfSize(small, large, driver, rounds) : [];
    say('Opening the first screens');
    const screens = await measureFirstScreens(small.product.port, small.cookie);
    say('Importing');
    const imports = await measureImport(programs, folder);
    say('Reading beside imports');
    const beside = await measureBeside(programs, folder);
    say('Pulling');
    const pull = await measurePull(programs, folder, options.short);
    const processors = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
    return {
      startedAt,
      node: process.version,
      processors,
      sizes: measured,
      largeToSmall,
      imports,
      beside,
      pull,
      screens,
    };
  } finally {
    for (const servers of open) await servers.stop();
  }
}

mkdirSync(folder, { recursive: true });
buildWhenStale();
say('Building the programs of the bench');
const programs = await buildPrograms(folder);
const driver = startProgram(join(programs, 'drive-load.js'));
try {
  const results = await measureAll(programs, driver);
  const file = join(folder, `${results.startedAt.replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  process.stdout.write(`${formatTable(tableSections(results))}\nWritten to ${file}\n`);
} finally {
  await driver.stop();
}
