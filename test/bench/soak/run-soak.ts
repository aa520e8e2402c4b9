// Usage: npm run soak -- [--minutes 30] [--database sqlite|postgres|both] [--kills 200]
// Each database is soaked for so many minutes; the first third is without kills.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhenStale } from '../../../jobs/terminal/build-when-stale.js';
import { formatTable } from '../report/print-table.ts';
import type { SoakDatabase } from './open-soak-house.ts';
import { makeHostileCalls } from './people/bring-hostile.ts';
import { soakDatabase } from './soak-database.ts';
import { soakDetails, soakSections } from './soak-rows.ts';

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    database: { type: 'string', default: 'both' },
    kills: { type: 'string', default: '200' },
  },
});
const both: SoakDatabase[] = ['sqlite', 'postgres'];
const databases = both.filter((one) => options.database === 'both' || options.database === one);
const [minutes, kills] = [Number(options.minutes), Number(options.kills)];
if (databases.length === 0) throw new Error('--database is sqlite, postgres or both');
if (!(minutes > 0) || !(kills >= 0)) throw new Error('--minutes and --kills are numbers');

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const say = (what: string) => process.stderr.write(`${new Date().toISOString()} ${what}…\n`);
const folder = resolve('bench/results/soak');
mkdirSync(folder, { recursive: true });
buildWhenStale();
say('Making hostile files');
const hostile = makeHostileCalls(join(folder, 'hostile'));
let isMet = true;
for (const database of databases) {
  const soaked = await soakDatabase(database, { folder, minutes, kills, hostile, say });
  const sections = soakSections(soaked, kills);
  isMet &&= sections.every(({ rows }) => rows.every(({ met }) => met !== false));
  const file = join(folder, `${database}.json`);
  writeFileSync(file, `${JSON.stringify(soakDetails(soaked), null, 2)}\n`);
  process.stdout.write(`${formatTable(sections)}\nWritten to ${file}\n`);
}
process.exitCode = isMet ? 0 : 1;
