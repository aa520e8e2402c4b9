import { getMigrations } from 'better-auth/db/migration';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { authOptions } from '../../../server/accounts/auth.ts';
import { isPostgres, makeHouse, openHouseAt } from '../../support/house.ts';

describe('the tables', () => {
  test('have all that the accounts library wants of them', async () => {
    const house = await makeHouse();
    const options = authOptions(house, 'http://127.0.0.1', { max: 10, windowSeconds: 60 });
    const { toBeCreated, toBeAdded } = await getMigrations(options);
    expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
  });

  test.skipIf(isPostgres)('take only values of their type, every one of them', async () => {
    const house = await makeHouse();
    const { rows } = await sql<{ name: string; strict: number }>`
      select name, strict from pragma_table_list
      where schema = 'main' and type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'
    `.execute(house.database.db);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => row.strict !== 1)).toEqual([]);
  });

  test.skipIf(isPostgres)(
    'keep references whole, and let everybody read while one writes',
    async () => {
      const { database } = await makeHouse();
      const pragma = (name: string) => database.sqlite?.pragma(name, { simple: true });
      expect(pragma('foreign_keys')).toBe(1);
      expect(pragma('journal_mode')).toBe('wal');
    },
  );

  test('are the same when opened again', async () => {
    const house = await makeHouse();
    const before = await house.database.db.introspection.getTables();
    const again = await openHouseAt(house.place);
    expect(await again.database.db.introspection.getTables()).toEqual(before);
  });
});
