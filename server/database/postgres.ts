import { CamelCasePlugin, Kysely, PostgresAdapter, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import type { OpenDatabase } from './connection.ts';
import type { Tables } from './schema.ts';
import { tellingPool } from './telling-pool.ts';
import { WriteTurns } from './write-turn.ts';

const int8 = 20;
const numeric = 1700;

/** Connections of one process, and those of them that writes may hold while they wait for each other. */
const connections = { all: 10, writing: 6 };

/**
 * What ends a statement, a wait for a lock, a transaction that nobody goes on with, and a wait for
 * a connection. The address of the database may name others (`?statement_timeout=…`).
 */
const timeouts = {
  statement_timeout: 120_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 120_000,
  connectionTimeoutMillis: 10_000,
};

const unbound = Object.keys(timeouts).filter((name) => name.endsWith('_timeout'));

/** Lets migrations, and who waits for another process to have made them, take as long as they take. */
class PatientAdapter extends PostgresAdapter {
  override async acquireMigrationLock(...at: Parameters<PostgresAdapter['acquireMigrationLock']>) {
    for (const name of unbound) await sql`set ${sql.raw(name)} = 0`.execute(at[0]);
    await super.acquireMigrationLock(...at);
  }

  override async releaseMigrationLock(...at: Parameters<PostgresAdapter['releaseMigrationLock']>) {
    await super.releaseMigrationLock(...at);
    for (const name of unbound) await sql`reset ${sql.raw(name)}`.execute(at[0]);
  }
}

class BoundedDialect extends PostgresDialect {
  override createAdapter(): PatientAdapter {
    return new PatientAdapter();
  }
}

/** Opens a pool; its library is loaded here, since most houses are on SQLite and start without it. */
export async function openPostgres(url: string): Promise<OpenDatabase> {
  const { default: postgres } = await import('pg');
  // Counts and whole pesos arrive as numbers; every other type as the library gives it.
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid: number, format?: unknown) =>
      oid === int8 || oid === numeric
        ? (text: string) => Number(text)
        : postgres.types.getTypeParser(oid, format as 'text'),
  };
  const pool = new postgres.Pool({
    ...timeouts,
    connectionString: url,
    max: connections.all,
    types,
  });
  // An idle connection that the server drops must not end the process: the next query opens another.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({
    dialect: new BoundedDialect({ pool: tellingPool(pool) }),
    plugins: [new CamelCasePlugin()],
  });
  return {
    dialect: 'postgres',
    db,
    sqlite: undefined,
    reader: undefined,
    writeTurns: new WriteTurns(connections.writing),
    close: () => db.destroy(),
  };
}
