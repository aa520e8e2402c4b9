import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDepartment } from '../../../server/accounts/save-department.ts';
import { asSystem } from '../../../server/context.ts';
import { openDatabase } from '../../../server/database/connection.ts';
import { isPostgres, makePlace, openHouseAt, type TestPlace } from '../../support/house.ts';

/** The bytes of the database file, as one comparable value. */
function contents({ dataDir }: TestPlace): string {
  return createHash('sha256')
    .update(readFileSync(join(dataDir, 'altavoz.db')))
    .digest('hex');
}

async function emptyPlace(): Promise<TestPlace> {
  const place = await makePlace();
  onTestFinished(() => place.remove());
  return place;
}

/** A place whose database holds records and is closed; returns its file too. */
async function usedPlace(): Promise<{ place: TestPlace; path: string }> {
  const place = await emptyPlace();
  const house = await openHouseAt(place);
  for (let index = 0; index < 300; index += 1) {
    await createDepartment(asSystem(house), { name: `Dependencia ${index}` });
  }
  await house.database.close();
  return { place, path: join(place.dataDir, 'altavoz.db') };
}

async function refusal(place: TestPlace): Promise<{ reason: string; message: string }> {
  const { reason, message } = await openDatabase(place).then(
    () => ({ reason: 'opened', message: '' }),
    (error) => error,
  );
  return { reason, message };
}

describe.skipIf(isPostgres)('a file that is not a sound database of this version', () => {
  test('is refused when it is something else, and left as it is', async () => {
    for (const bytes of [
      Buffer.from('No soy una base de datos. '.repeat(400)),
      Buffer.alloc(9_000, 7),
    ]) {
      const place = await emptyPlace();
      writeFileSync(join(place.dataDir, 'altavoz.db'), bytes);
      const before = contents(place);
      expect(await refusal(place)).toMatchObject({ reason: 'corrupt' });
      expect(contents(place)).toEqual(before);
    }
  });

  test('is refused when it is cut short, and left as it is', async () => {
    const { place, path } = await usedPlace();
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, Math.floor(whole.length / 2)));
    const before = contents(place);
    expect(await refusal(place)).toMatchObject({ reason: 'corrupt' });
    expect(contents(place)).toEqual(before);
  });

  test('is refused when pages in its middle are damaged, and left as it is', async () => {
    const { place, path } = await usedPlace();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, Math.floor(bytes.length / 3), Math.floor(bytes.length / 3) + 12_000);
    writeFileSync(path, bytes);
    const before = contents(place);
    const { reason, message } = await refusal(place);
    expect(reason).toBe('corrupt');
    expect(message).toContain(path);
    expect(message).not.toContain('\n');
    expect(contents(place)).toEqual(before);
  });

  test.each(['wal', 'delete'])(
    'is refused when a newer version wrote it (journal: %s), and left as it is',
    async (journal) => {
      const { place, path } = await usedPlace();
      const file = new Database(path);
      file.pragma(`journal_mode = ${journal}`);
      file.prepare("insert into kysely_migration values ('9999-later', '2030-01-01')").run();
      file.close();
      const before = contents(place);
      const { reason, message } = await refusal(place);
      expect(reason).toBe('newer');
      expect(message).toContain('9999-later');
      expect(contents(place)).toEqual(before);
    },
  );

  test('is made afresh where there is none', async () => {
    const house = await openHouseAt(await emptyPlace());
    expect(await createDepartment(asSystem(house), { name: 'Hacienda' })).toHaveProperty('id');
  });
});

describe.skipIf(!isPostgres)('a database on a server', () => {
  test('is refused when a newer version wrote it, and left as it is', async () => {
    const place = await emptyPlace();
    const house = await openHouseAt(place);
    const later = { name: '9999-later', timestamp: '2030-01-01' };
    await house.database.db
      .withoutPlugins()
      .insertInto('kysely_migration' as never)
      .values(later as never)
      .execute();
    const before = await house.database.db.introspection.getTables();
    expect(await refusal(place)).toMatchObject({ reason: 'newer' });
    expect(await house.database.db.introspection.getTables()).toEqual(before);
  });

  test('is refused when nobody answers there', async () => {
    const place = await emptyPlace();
    const nowhere = { ...place, databaseUrl: 'postgres://altavoz@127.0.0.1:1/altavoz' };
    const { reason, message } = await refusal(nowhere);
    expect(reason).toBe('unreachable');
    expect(message).toMatch(/ECONNREFUSED|connect/);
  });
});
