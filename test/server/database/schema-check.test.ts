import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { backUpSqlite } from '../../../server/database/back-up-sqlite.ts';
import { restoreSqlite } from '../../../server/database/restore-sqlite.ts';
import type { SchemaDifference } from '../../../server/database/schema-check/compare-schemas.ts';
import { listPostgresDifferences } from '../../../server/database/schema-check/postgres-differences.ts';
import { listSqliteDifferences } from '../../../server/database/schema-check/sqlite-differences.ts';
import { callerAs, isPostgres, makeHouse, type TestHouse } from '../../support/house.ts';

const differences = async ({ database: { sqlite, db } }: TestHouse) =>
  (await (sqlite ? listSqliteDifferences(sqlite) : listPostgresDifferences(db))) ?? [];

const run = async (house: TestHouse, text: string) =>
  (await sql.raw<{ name: string; of: string }>(text).execute(house.database.db)).rows;

/** The tables that are this product's, which are not another's inner ones. */
const tablesOf = (house: TestHouse) =>
  run(
    house,
    isPostgres
      ? `select relname as name, '' as of from pg_class where relkind = 'r'
          and relnamespace = 'public'::regnamespace and relname not like 'kysely_%' order by 1`
      : `select name, '' as of from pragma_table_list where schema = 'main' and type = 'table'
          and name not like 'sqlite_%' and name not like 'kysely_%' order by 1`,
  );

const triggersOf = (house: TestHouse) =>
  run(
    house,
    isPostgres
      ? `select tgname as name, relname as of from pg_trigger join pg_class c on c.oid = tgrelid
          where not tgisinternal order by 1, 2`
      : `select name, tbl_name as of from sqlite_master where type = 'trigger' order by 1`,
  );

const indexesOf = (house: TestHouse) =>
  run(
    house,
    isPostgres
      ? `select indexname as name, '' as of from pg_indexes i where schemaname = 'public'
          and not exists (select 1 from pg_constraint where conname = indexname) order by 1`
      : `select name, '' as of from sqlite_master where type = 'index' and sql is not null order by 1`,
  );

const on = (of: string) => (isPostgres ? ` on "${of}"` : '');
const triggerName = (name: string, of: string) =>
  isPostgres ? `trigger ${name} of ${of}` : `trigger ${name}`;

function told(found: readonly SchemaDifference[], start: string): string[] {
  return found
    .filter(({ name }) => name.startsWith(start))
    .map(({ name, difference }) => `${name} ${difference}`);
}

describe('what the migrations make', () => {
  test('is what a new database has', async () => {
    expect(await differences(await makeHouse())).toEqual([]);
  });

  test('is missed, each of its triggers and indexes', async () => {
    const house = await makeHouse();
    const [triggers, indexes] = [await triggersOf(house), await indexesOf(house)];
    expect(triggers.length).toBeGreaterThan(5);
    expect(indexes.length).toBeGreaterThan(30);
    for (const { name, of } of triggers) await run(house, `drop trigger "${name}"${on(of)}`);
    for (const { name } of indexes) await run(house, `drop index "${name}"`);
    const found = await differences(house);
    expect(told(found, 'trigger')).toEqual(
      triggers.map(({ name, of }) => `${triggerName(name, of)} missing`).sort(),
    );
    expect(told(found, 'index')).toEqual(indexes.map(({ name }) => `index ${name} missing`).sort());
    expect(found).toHaveLength(triggers.length + indexes.length);
  });

  test('is told from what is planted on each of its tables: a trigger, an index, a column', async () => {
    const house = await makeHouse();
    const tables = await tablesOf(house);
    expect(tables.length).toBeGreaterThan(40);
    if (isPostgres) {
      await run(
        house,
        `create function planted() returns trigger language plpgsql as $$ begin return new; end $$`,
      );
    }
    for (const { name } of tables) {
      const does = isPostgres
        ? 'for each row execute function planted()'
        : 'begin delete from audit; end';
      await run(house, `create trigger "planted_${name}" after insert on "${name}" ${does}`);
      await run(house, `alter table "${name}" add column planted text`);
      await run(house, `create index "planted_on_${name}" on "${name}" (planted)`);
    }
    const found = await differences(house);
    const due = tables.flatMap(({ name }) => [
      `${triggerName(`planted_${name}`, name)} foreign`,
      `index planted_on_${name} foreign`,
      `table ${name} other`,
    ]);
    if (isPostgres) due.push('function planted foreign');
    expect(told(found, '')).toEqual(due.sort());
  });

  test('is missed where a table is gone, and where one does not belong', async () => {
    const house = await makeHouse();
    await run(house, isPostgres ? 'drop table place cascade' : 'drop table place');
    await run(house, 'create table planted (name text)');
    await run(house, 'create view planted_view as select name from planted');
    const found = told(await differences(house), '');
    expect(found).toContain('table place missing');
    expect(found).toContain('table planted foreign');
    expect(found).toContain(`${isPostgres ? 'table' : 'view'} planted_view foreign`);
  });
});

describe.skipIf(isPostgres)('a back-up that was given something', () => {
  test('is not restored, and says what', async () => {
    const house = await makeHouse();
    await callerAs(house, 'admin').accounts.createDepartment({ name: 'Hacienda' });
    await run(
      house,
      `create trigger quiet after insert on user begin
        update user set role = 'admin' where id = new.id; end`,
    );
    const { dataDir } = house.place;
    const copy = join(dataDir, 'copia.db');
    await backUpSqlite(join(dataDir, 'altavoz.db'), copy);
    await house.database.close();
    const restored = restoreSqlite(copy, dataDir, new Date('2026-11-22T15:00:00Z'));
    await expect(restored).rejects.toMatchObject({
      reason: 'changed',
      message: expect.stringContaining('trigger quiet is not of Altavoz'),
    });
  });
});
