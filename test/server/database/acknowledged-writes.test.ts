import { statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { limitTries } from '../../../server/accounts/limit-tries.ts';
import { createDepartment } from '../../../server/accounts/save-department.ts';
import { faultOf } from '../../../server/database/fault.ts';
import {
  as,
  callerAs,
  isPostgres,
  makeHouse,
  openHouseAt,
  type TestHouse,
} from '../../support/house.ts';

/** A disk that takes what it is given when the test says so. */
async function holdDisk(house: TestHouse) {
  const file = await open(join(house.place.dataDir, 'altavoz.db'), 'r');
  const handles = Object.getPrototypeOf(file) as FileHandle;
  await file.close();
  let end: (error?: Error) => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve());
  });
  done.catch(() => undefined);
  const disk = vi.spyOn(handles, 'datasync').mockImplementation(() => done);
  onTestFinished(() => disk.mockRestore());
  return { disk, end };
}

const namesOf = async (house: TestHouse) =>
  (await callerAs(house, 'viewer').accounts.listDepartments({})).rows.map(({ name }) => name);

describe.skipIf(isPostgres)('a write', () => {
  test('is acknowledged once the log is on the disk, and nobody else waits for that', async () => {
    const house = await makeHouse();
    const { disk, end } = await holdDisk(house);
    const told: string[] = [];
    const admin = as(house, 'admin');
    const writes = [
      createDepartment(admin, { name: 'Hacienda' }).then(() => told.push('a record')),
      limitTries(house, 'sign_in', { account: 'ana@oficina.test' }).then(() => told.push('a try')),
      createDepartment(admin, { name: 'Salud' }).then(() => told.push('another record')),
    ];
    await wait(60);
    expect(told).toEqual([]);
    expect(await namesOf(house)).toEqual(['Hacienda', 'Salud']);
    const log = statSync(join(house.place.dataDir, 'altavoz.db-wal'));
    const [flushed] = disk.mock.contexts as FileHandle[];
    expect((await flushed?.stat())?.ino).toBe(log.ino);
    end();
    await Promise.all(writes);
    expect(told.toSorted()).toEqual(['a record', 'a try', 'another record']);
  });

  test('that the disk does not take is not acknowledged, and stops no later one', async () => {
    const house = await makeHouse();
    const { disk, end } = await holdDisk(house);
    const save = createDepartment(as(house, 'admin'), { name: 'Hacienda' });
    end(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
    expect(faultOf(await save.catch((error: unknown) => error))).toBe('disk_full');
    disk.mockRestore();
    await createDepartment(as(house, 'admin'), { name: 'Salud' });
    expect(await namesOf(house)).toContain('Salud');
  });

  test('is there for who opens the database anew', async () => {
    const house = await makeHouse();
    await createDepartment(as(house, 'admin'), { name: 'Hacienda' });
    expect(await namesOf(await openHouseAt(house.place))).toEqual(['Hacienda']);
    await house.database.close();
    expect(await namesOf(await openHouseAt(house.place))).toEqual(['Hacienda']);
  });
});
