import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { backUpSqlite } from '../../../server/database/back-up-sqlite.ts';
import { openDatabase } from '../../../server/database/connection.ts';
import { restoreSqlite } from '../../../server/database/restore-sqlite.ts';
import { openLastingHouse } from '../../../server/house.ts';
import { isPostgres, makePlace } from '../../support/house.ts';

async function openFolder(): Promise<string> {
  const { dataDir, remove } = await makePlace();
  onTestFinished(remove);
  // As most machines have it: what is made without saying so, everybody reads.
  const before = process.umask(0o022);
  onTestFinished(() => void process.umask(before));
  return dataDir;
}

/** Everything in a folder, and the folder, that others than its owner may read. */
function openToOthers(folder: string): string[] {
  return ['.', ...readdirSync(folder, { recursive: true })]
    .map(String)
    .filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0);
}

test.skipIf(isPostgres)(
  'nobody else reads what the product keeps: made now or by an older version',
  async () => {
    const parent = await openFolder();
    const dataDir = join(parent, 'datos');
    mkdirSync(dataDir, { mode: 0o755 });
    writeFileSync(join(dataDir, 'altavoz-before-restore-2026-01-01T00-00-00-000Z.db'), '');
    writeFileSync(join(dataDir, 'secret-key'), 'x'.repeat(40));
    await (await openDatabase({ dataDir, databaseUrl: undefined })).close();
    for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), 0o644);
    const config = readConfig({ DATA_DIR: dataDir });
    const database = await openDatabase(config);
    expect(readdirSync(dataDir)).toContain('altavoz.db-wal');
    const copy = join(dataDir, 'copia.db');
    await backUpSqlite(join(dataDir, 'altavoz.db'), copy);
    expect(openToOthers(dataDir)).toEqual([]);
    await database.close();
    await restoreSqlite(copy, dataDir, new Date('2026-11-22T15:00:00Z'));
    expect(openToOthers(dataDir)).toEqual([]);
  },
);

test.skipIf(isPostgres)(
  'a folder of everybody, such as that of temporary files, stays open',
  async () => {
    const dataDir = await openFolder();
    chmodSync(dataDir, 0o1777);
    const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
    await (await openLastingHouse(config)).database.close();
    expect(statSync(dataDir).mode & 0o7777).toBe(0o1777);
    expect(statSync(join(dataDir, 'secret-key')).mode & 0o777).toBe(0o600);
  },
);
