import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { backUpSqlite } from '../../../server/database/back-up-sqlite.ts';
import { openLastingHouse } from '../../../server/house.ts';
import { isPostgres, makePlace, testSecret } from '../../support/house.ts';

/** A database of some thirty megabytes, in which two counts always agree. */
async function largePlace(): Promise<{ dataDir: string; path: string }> {
  const { dataDir, remove } = await makePlace('newest');
  onTestFinished(remove);
  const path = join(dataDir, 'altavoz.db');
  const file = new Database(path);
  file.pragma('journal_mode = WAL');
  file.exec(`create table filling (bytes blob);
    create table pair (a integer, b integer);
    insert into pair values (0, 0);
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 30)
      insert into filling select randomblob(1048576) from n`);
  file.close();
  return { dataDir, path };
}

/** Writes as often as it is let, until it is told to stop; both counts in one transaction. */
function writeOn(path: string): () => Promise<number> {
  const file = new Database(path);
  file.pragma('synchronous = OFF');
  const add = file.prepare('update pair set a = a + 1, b = b + 1');
  let isOn = true;
  const writing = (async () => {
    let written = 0;
    for (; isOn; written += 1) {
      add.run();
      await turn();
    }
    file.close();
    return written;
  })();
  return () => {
    isOn = false;
    return writing;
  };
}

const leftovers = (folder: string) =>
  readdirSync(folder).filter((name) => /partial|copying|restore-/.test(name));

describe.skipIf(isPostgres)('a back-up', () => {
  test('of a database that is never left alone ends, and is what it was when the copy began', async () => {
    const { dataDir, path } = await largePlace();
    const copy = join(dataDir, 'copia.db');
    const stop = writeOn(path);
    const told: number[] = [];
    const ended = await Promise.race([
      backUpSqlite(path, copy, ({ pages, of }) => told.push(pages / of)).then(() => 'ended'),
      wait(10_000, 'never', { ref: false }),
    ]);
    expect(await stop()).toBeGreaterThan(5);
    expect(ended).toBe('ended');
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.every((share) => share >= 0 && share <= 1)).toBe(true);

    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(leftovers(dataDir)).toEqual([]);
    const file = new Database(copy, { readonly: true });
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(file.prepare('select a - b from pair').pluck().get()).toBe(0);
    expect(file.prepare('select count(*) from filling').pluck().get()).toBe(30);
    file.close();
    expect(readdirSync(dataDir)).not.toContain('copia.db-wal');
  });

  test('that cannot be written leaves nothing and says why', async () => {
    const { dataDir, path } = await largePlace();
    const nowhere = join(dataDir, 'no-hay', 'copia.db');
    await expect(backUpSqlite(path, nowhere)).rejects.toThrow(/^the back-up was not made: /);
    writeFileSync(join(dataDir, 'vacia.db'), '');
    const ofNothing = backUpSqlite(join(dataDir, 'vacia.db'), join(dataDir, 'copia.db'));
    await expect(ofNothing).rejects.toThrow('is empty: there is nothing to back up');
    expect(existsSync(join(dataDir, 'copia.db'))).toBe(false);
    expect(leftovers(dataDir)).toEqual([]);
  });

  test('that is killed in the middle is gone at the next start, wherever it was; one that goes on stays', async () => {
    const { dataDir, path } = await largePlace();
    const elsewhere = mkdtempSync(join(tmpdir(), 'altavoz-copies-'));
    onTestFinished(() => rmSync(elsewhere, { recursive: true, force: true }));
    const module = JSON.stringify(
      new URL('../../../server/database/back-up-sqlite.ts', import.meta.url),
    );
    const killed = `import('tsx/esm/api').then(async ({ register }) => {
      register();
      const { backUpSqlite } = await import(${module});
      await backUpSqlite(${JSON.stringify(path)}, ${JSON.stringify(join(elsewhere, 'copia.db'))},
        () => process.kill(process.pid, 'SIGKILL'));
    })`;
    expect(() => execFileSync(process.execPath, ['-e', killed], { stdio: 'ignore' })).toThrow();
    expect(readdirSync(elsewhere)).toContain('copia.db.partial');
    mkdtempSync(join(dataDir, 'restore-'));
    writeFileSync(join(dataDir, 'altavoz-before-migration-2026-01-01.db.partial'), 'half');

    const start = async () => {
      const config = readConfig({ DATA_DIR: dataDir, SECRET_KEY: testSecret, LOG_LEVEL: 'silent' });
      await (await openLastingHouse(config)).database.close();
    };
    let wasThere = false;
    let begun: Promise<void> | undefined;
    await backUpSqlite(path, join(dataDir, 'otra.db'), () => {
      begun ??= start().then(() => {
        wasThere = existsSync(join(dataDir, 'otra.db.partial'));
      });
    });
    await begun;
    expect(wasThere || existsSync(join(dataDir, 'otra.db'))).toBe(true);
    expect(existsSync(join(dataDir, 'otra.db'))).toBe(true);
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(leftovers(dataDir)).toEqual([]);
  });
});
