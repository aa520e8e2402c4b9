import { join } from 'node:path';
import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../../server/database/migrations/list.ts';
import { EmbeddedDialect, openSqliteFile } from '../../../server/database/sqlite.ts';
import {
  callerAs,
  isPostgres,
  makePlace,
  openHouseAt,
  type TestPlace,
} from '../../support/house.ts';

/** A database as an older version left it. */
async function makeOlder(place: TestPlace, last: string, rows: readonly string[]): Promise<void> {
  const dialect = isPostgres
    ? new PostgresDialect({ pool: new pg.Pool({ connectionString: place.databaseUrl }) })
    : new EmbeddedDialect(openSqliteFile(join(place.dataDir, 'altavoz.db')));
  const db = new Kysely<object>({ dialect });
  const listed = migrations(isPostgres ? 'postgres' : 'sqlite');
  const migrator = new Migrator({ db, provider: { getMigrations: async () => listed } });
  const { error } = await migrator.migrateTo(last);
  expect(error).toBeUndefined();
  for (const row of rows) await sql.raw(row).execute(db);
  await db.destroy();
}

const at = '2026-11-20T10:10:00.000Z';
const later = '2026-11-21T10:10:00.000Z';
const expired = JSON.stringify([
  { metric: null, failure: { kind: 'reauthorise', reason: 'token_expired', facts: {} } },
]);

const beforeConnections = [
  `insert into connection values
    ('facebook', 'https://graph.test', 'sealed', 'needs_token', '${later}', 3, '${at}', 'Ana')`,
  `insert into page (id, version, search_text, created_at, updated_at, network, handle, title,
      is_main, is_pulled)
    values ('one', 1, 'alcaldia', '${at}', '${at}', 'facebook', 'Alcaldia', 'Alcaldía', 1, 1),
      ('other', 1, 'mujer', '${at}', '${at}', 'facebook', 'Mujer', 'Mujer', 0, 1)`,
  `insert into pull values ('first', 'schedule', '2026-11-20', '${at}', '${at}', 2, 2, 0, 1),
    ('second', 'schedule', '2026-11-21', '${later}', null, 2, 1, 1, 1)`,
  `insert into pull_outcome values ('one', '${at}', 'first', 'ok', '[]'),
    ('other', '${at}', 'first', 'ok', '[]'),
    ('one', '${later}', 'second', 'reauthorise', '${expired}')`,
  `insert into snapshot values
    ('one', 'followers', '2026-11-20', 'api', 24594, 'exact', '${at}')`,
];

describe('a database of before connections were many', () => {
  test('comes whole to this version: readings, connections, pulls and where each page stands', async () => {
    const place = await makePlace();
    onTestFinished(() => place.remove());
    await makeOlder(place, '0003-social', beforeConnections);

    const house = await openHouseAt(place);
    const { social } = callerAs(house, 'admin');

    const pages = await social.listPages();
    expect(pages.map(({ id, connectionId, baseUrl }) => ({ id, connectionId, baseUrl }))).toEqual([
      { id: 'one', connectionId: null, baseUrl: null },
      { id: 'other', connectionId: null, baseUrl: null },
    ]);
    expect(pages[0]).toMatchObject({
      followers: { value: 24_594, day: '2026-11-20', source: 'api' },
      lastPull: { at: later, outcome: 'reauthorise', failures: JSON.parse(expired) },
    });
    expect(pages[1]?.lastPull).toEqual({ at, outcome: 'ok', failures: [] });
    expect(await social.listConnections()).toMatchObject([
      { network: 'facebook', baseUrl: 'https://graph.test', version: 3, status: 'needs_token' },
    ]);
    const { rows } = await social.listPulls({});
    expect(rows).toMatchObject([
      { id: 'second', kind: 'daily', ended: null, finishedAt: null },
      { id: 'first', kind: 'daily', ended: 'whole', pagesDone: 2 },
    ]);
    expect(await social.searchPullSteps({ pullId: 'first' })).toMatchObject({
      total: 2,
      rows: [
        { pageId: 'one', part: 'counts', outcome: 'ok' },
        { pageId: 'other', part: 'counts', outcome: 'ok' },
      ],
    });
    const standing = await house.database.db
      .selectFrom('pagePart')
      .select(['pageId', 'attemptedAt', 'succeededAt'])
      .orderBy('pageId')
      .execute();
    expect(standing).toEqual([
      { pageId: 'one', attemptedAt: later, succeededAt: at },
      { pageId: 'other', attemptedAt: at, succeededAt: at },
    ]);
  });
});
