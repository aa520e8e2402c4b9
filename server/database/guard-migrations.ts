import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { backUpSqlite } from './back-up-sqlite.ts';
import type { AroundMigrations } from './migrate.ts';

/** So many copies of the database as it was before migrations are kept, the newest. */
const keptCopies = 3;
const copyName = /^altavoz-before-migration-[\w-]+\.db$/;

function removeOldest(dataDir: string): void {
  const copies = readdirSync(dataDir).filter((name) => copyName.test(name));
  for (const name of copies.sort().slice(0, -keptCopies)) rmSync(join(dataDir, name));
}

/**
 * Says in the log which migrations a start applies. Before they change a database that was there, an
 * embedded one is copied beside itself; one on PostgreSQL is its own tools' to copy, which the log says.
 */
export function guardMigrations(dataDir: string, log: Logger, now: () => Date): AroundMigrations {
  return {
    async before({ sqlite }, missing) {
      if (!sqlite) {
        log.warn({ missing }, 'migrations are applied: a back-up by pg_dump is what undoes them');
        return;
      }
      const stamp = now().toISOString().replace(/[:.]/g, '-');
      const copy = join(dataDir, `altavoz-before-migration-${stamp}.db`);
      await backUpSqlite(sqlite.name, copy);
      removeOldest(dataDir);
      log.info({ missing, copy }, 'the database was backed up before migrations');
    },
    applied(migrations, isNew) {
      if (isNew) log.debug({ migrations }, 'the tables of a new database were made');
      else log.info({ migrations }, 'migrations were applied');
    },
  };
}
