import { type Kysely, Migrator } from 'kysely';
import type { OpenDatabase } from './connection.ts';
import { migrations } from './migrations/list.ts';
import { DatabaseRefused, refusalOf } from './refused.ts';
import type { Tables } from './schema.ts';

async function appliedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await db
    .withoutPlugins()
    .selectFrom('kysely_migration' as never)
    .select('name' as never)
    .execute();
  return (rows as { name: string }[]).map((row) => row.name);
}

/** What is done before an existing database changes, and told of once it has. */
export interface AroundMigrations {
  /** @param missing the names of those to apply, in their order; not called for an empty database. */
  before(database: OpenDatabase, missing: readonly string[]): Promise<void>;
  applied(names: readonly string[], isNew: boolean): void;
}

/**
 * Applies the migrations that are missing, in their listed order, in one transaction.
 * @throws {DatabaseRefused} when the database holds a migration that this version does not know.
 */
export async function migrate(database: OpenDatabase, around?: AroundMigrations): Promise<void> {
  const listed = migrations(database.dialect);
  const known = new Set(Object.keys(listed));
  let applied: string[];
  try {
    applied = await appliedMigrations(database.db);
  } catch (error) {
    throw refusalOf('The database', error, 'unreachable');
  }
  const unknown = applied.find((name) => !known.has(name));
  if (unknown) throw new DatabaseRefused('The database', 'newer', `it holds ${unknown}`);
  if (applied.length === known.size) return;
  const migrator = new Migrator({
    db: database.db.withoutPlugins(),
    provider: { getMigrations: async () => listed },
  });
  const missing = Object.keys(listed).filter((name) => !applied.includes(name));
  if (applied.length > 0) await around?.before(database, missing);
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  const names = results
    .filter(({ status }) => status === 'Success')
    .map((one) => one.migrationName);
  if (names.length > 0) around?.applied(names, applied.length === 0);
}
