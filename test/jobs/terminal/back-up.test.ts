import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openEvidence } from '../../../server/evidence/open-evidence.ts';
import { storeEvidence } from '../../../server/evidence/store-evidence.ts';
import {
  as,
  callerAs,
  isPostgres,
  makePlace,
  openHouseAt,
  type TestPlace,
} from '../../support/house.ts';
import { runTerminal } from '../../support/run-terminal.ts';

async function placeOfTest(): Promise<TestPlace> {
  const place = await makePlace();
  onTestFinished(() => place.remove());
  return place;
}

async function addDepartment(place: TestPlace, name: string): Promise<void> {
  const house = await openHouseAt(place);
  await callerAs(house, 'admin').accounts.createDepartment({ name });
  await house.database.close();
}

async function departments(place: TestPlace): Promise<string[]> {
  const house = await openHouseAt(place);
  const { rows } = await callerAs(house, 'admin').accounts.listDepartments({});
  await house.database.close();
  return rows.map((row) => row.name);
}

describe.runIf(isPostgres)('back-ups on PostgreSQL', () => {
  test('are left to its own tools, and the command says which', async () => {
    const place = await placeOfTest();
    const file = join(place.dataDir, 'copy.db');
    expect(await runTerminal(place, ['backup', file])).toMatchObject({
      code: 1,
      stderr: 'altavoz: the database is on PostgreSQL: use its own pg_dump\n',
    });
    expect(await runTerminal(place, ['restore', file])).toMatchObject({
      code: 1,
      stderr: 'altavoz: the database is on PostgreSQL: use its own pg_restore\n',
    });
  });
});

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function readWhole(place: TestPlace, id: string): Promise<Buffer> {
  const house = await openHouseAt(place);
  try {
    const file = await openEvidence(house.database, id);
    const chunks: Buffer[] = [];
    if (file) for await (const chunk of file.read(0, file.sizeBytes - 1)) chunks.push(chunk);
    return Buffer.concat(chunks);
  } finally {
    await house.database.close();
  }
}

describe.skipIf(isPostgres)('back-ups of the embedded database', () => {
  test('one holds the evidence too, byte by byte', async () => {
    const place = await placeOfTest();
    const copy = join(place.dataDir, 'copy.db');
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(900_000)]);
    const house = await openHouseAt(place);
    const file = { name: 'nota.pdf', source: once(bytes) };
    const { id } = await storeEvidence(as(house, 'press'), file);
    expect(await runTerminal(place, ['backup', copy])).toMatchObject({ code: 0 });
    await house.database.db.deleteFrom('evidenceChunk').execute();
    await house.database.close();
    await expect(readWhole(place, id)).rejects.toThrow();

    expect(await runTerminal(place, ['restore', copy])).toMatchObject({ code: 0, stderr: '' });
    expect((await readWhole(place, id)).equals(bytes)).toBe(true);
  });

  test('a back-up made while it is in use brings back what there was', async () => {
    const place = await placeOfTest();
    const file = join(place.dataDir, 'copy.db');
    const house = await openHouseAt(place);
    await callerAs(house, 'admin').accounts.createDepartment({ name: 'Hacienda' });
    expect(await runTerminal(place, ['backup', file])).toMatchObject({ code: 0, stderr: '' });
    await callerAs(house, 'admin').accounts.createDepartment({ name: 'Gobierno' });

    const inUse = await runTerminal(place, ['restore', file]);
    expect(inUse.code).toBe(1);
    expect(inUse.stderr).toMatch(/altavoz\.db is in use: stop Altavoz before restoring\n$/);

    await house.database.close();
    expect(await runTerminal(place, ['restore', file])).toMatchObject({ code: 0, stderr: '' });
    expect(await departments(place)).toEqual(['Hacienda']);

    const kept = readdirSync(place.dataDir).find((name) => /^altavoz-before-.*\.db$/.test(name));
    const earlier = new Database(join(place.dataDir, String(kept)), { readonly: true });
    expect(earlier.prepare('select name from department order by name').pluck().all()).toEqual([
      'Gobierno',
      'Hacienda',
    ]);
    earlier.close();
  });

  test('one that another secret key sealed says so: restored, checked and on the list of connections', async () => {
    const place = await placeOfTest();
    const copy = join(place.dataDir, 'copy.db');
    const house = await openHouseAt(place);
    const facebook = { network: 'facebook' as const, label: 'Alcaldía' };
    const { social } = callerAs(house, 'admin');
    await social.createConnection({ ...facebook, secret: { accessToken: 'EAAB-first' } });
    await house.database.close();
    expect(await runTerminal(place, ['backup', copy])).toMatchObject({ code: 0 });
    const own = await runTerminal(place, ['restore', copy]);
    expect(own.stdout).not.toContain('another secret key');
    expect(await runTerminal(place, ['check'])).toMatchObject({ code: 0 });

    const other = { SECRET_KEY: 'another secret key, long enough as well' };
    const restored = await runTerminal(place, ['restore', copy], '', other);
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(restored.stdout).toMatch(/sealed with another secret key[\s\S]*facebook: Alcaldía/);
    const checked = await runTerminal(place, ['check'], '', other);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain(
      'Tokens that the secret key does not open: 1\n  facebook: Alcaldía',
    );
    const later = await openHouseAt(place);
    later.secretKey = other.SECRET_KEY;
    expect(await callerAs(later, 'admin').social.listConnections()).toMatchObject([
      { status: 'needs_token', failure: { reason: 'token_sealed' }, storedFields: [] },
    ]);
  });

  test('an existing file is not written over', async () => {
    const place = await placeOfTest();
    await addDepartment(place, 'Hacienda');
    const file = join(place.dataDir, 'notes.txt');
    writeFileSync(file, 'dear to somebody');
    expect((await runTerminal(place, ['backup', file])).stderr).toMatch(/exists already/);
    expect(readFileSync(file, 'utf8')).toBe('dear to somebody');
  });

  test('a damaged, a foreign and a newer file are refused, and nothing moves', async () => {
    const place = await placeOfTest();
    await addDepartment(place, 'Hacienda');
    const copy = (name: string) => join(place.dataDir, name);
    await runTerminal(place, ['backup', copy('newer.db')]);
    const newer = new Database(copy('newer.db'));
    newer.exec("insert into kysely_migration values ('9999-later', '2030-01-01')");
    newer.close();
    const foreign = new Database(copy('foreign.db'));
    foreign.exec('create table recipe (name text)');
    foreign.close();
    writeFileSync(copy('damaged.db'), 'not a database, whatever it is called');

    for (const [name, reason] of [
      ['newer.db', 'was written by a newer version of Altavoz: it holds 9999-later'],
      ['foreign.db', 'is damaged or is not an Altavoz database: it holds no tables of Altavoz'],
      ['damaged.db', 'is damaged or is not an Altavoz database: file is not a database'],
      ['absent.db', 'does not exist'],
    ] as const) {
      const run = await runTerminal(place, ['restore', copy(name)]);
      expect(run.code).toBe(1);
      expect(run.stderr).toContain(reason);
      expect(run.stderr.trim().split('\n')).toHaveLength(1);
    }
    expect(await departments(place)).toEqual(['Hacienda']);
    expect(readdirSync(place.dataDir).filter((name) => name.includes('restore'))).toEqual([]);
    expect(existsSync(copy('altavoz.db'))).toBe(true);
  });
});
