import {
  chmodSync,
  chownSync,
  existsSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../server/database/connection.ts';
import { restoreSqlite } from '../../../server/database/restore-sqlite.ts';
import { isPostgres, makePlace } from '../../support/house.ts';
import { newestPlace, start } from '../../support/lasting-house.ts';

const refusalOf = (opening: Promise<unknown>) =>
  opening.then(
    () => ({ reason: 'opened', message: '' }),
    (error) => error as { reason?: string; message: string },
  );

const nobody = 65_534;

/** Does something as a user who owns nothing, where this one may do everything. */
async function withoutPower<Result>(action: () => Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return action();
  process.seteuid?.(nobody);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}

describe.skipIf(isPostgres)('a database that was lost', () => {
  test('is not begun anew: an empty file is left as it is, and what to do is said', async () => {
    const place = await newestPlace();
    const path = join(place.dataDir, 'altavoz.db');
    truncateSync(path, 0);
    for (let time = 0; time < 2; time += 1) {
      const { reason, message } = await refusalOf(start(place));
      expect(reason).toBe('lost');
      expect(message).toMatch(/is not a new installation: restore a back-up, or move .*is empty/);
      expect(statSync(path).size).toBe(0);
    }
    expect(existsSync(join(place.dataDir, 'secret-key'))).toBe(false);
  });

  test('is not begun anew beside the journal of one that is gone, which a restore puts aside', async () => {
    const place = await newestPlace();
    const path = join(place.dataDir, 'altavoz.db');
    const copy = join(place.dataDir, 'copia.db');
    renameSync(path, copy);
    writeFileSync(`${path}-wal`, 'what was written last');
    expect(await refusalOf(openDatabase(place))).toMatchObject({ reason: 'lost' });
    expect(existsSync(path)).toBe(false);
    const kept = await restoreSqlite(copy, place.dataDir, new Date('2026-11-22T15:00:00Z'));
    expect(existsSync(`${kept}-wal`)).toBe(true);
    await (await openDatabase(place)).close();
  });

  test('gives its place to a back-up', async () => {
    const place = await newestPlace();
    const path = join(place.dataDir, 'altavoz.db');
    const copy = join(place.dataDir, 'copia.db');
    renameSync(path, copy);
    writeFileSync(path, '');
    await restoreSqlite(copy, place.dataDir, new Date('2026-11-22T15:00:00Z'));
    await (await openDatabase(place)).close();
  });
});

describe.skipIf(isPostgres)('a database that may not be written', () => {
  test.each([
    ['folder', 0o555, 0o644],
    ['file', 0o777, 0o444],
    ['folder and file', 0o555, 0o444],
  ])('for its %s is said to be so, and not to be damaged', async (_, folder, file) => {
    const place = await newestPlace();
    const path = join(place.dataDir, 'altavoz.db');
    if (process.getuid?.() === 0)
      for (const one of [place.dataDir, path]) chownSync(one, nobody, nobody);
    chmodSync(path, file);
    chmodSync(place.dataDir, folder);
    onTestFinished(() => chmodSync(place.dataDir, 0o700));
    const { reason, message } = await withoutPower(() => refusalOf(openDatabase(place)));
    expect(reason).toBe('read_only');
    expect(message).toMatch(
      /altavoz\.db cannot be written by this user: give it the right to write/,
    );
    expect(message).not.toMatch(/damaged|not an Altavoz/);
  });

  test('says so where there is none yet', async () => {
    const place = await makePlace();
    onTestFinished(() => place.remove());
    chmodSync(place.dataDir, 0o555);
    onTestFinished(() => chmodSync(place.dataDir, 0o700));
    expect(await withoutPower(() => refusalOf(openDatabase(place)))).toMatchObject({
      reason: 'read_only',
    });
  });
});
