import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { faultOf } from '../../../server/database/fault.ts';
import { proxyTo } from '../../support/cuttable-proxy.ts';
import { isPostgres, makePlace, openHouseAt } from '../../support/house.ts';
import { password, serve } from '../../support/served-house.ts';

describe.runIf(isPostgres)('a database whose server is gone', () => {
  test('is told as that by every way in, nothing is lost, and all is well once it is back', async () => {
    const place = await makePlace('newest');
    onTestFinished(() => place.remove());
    const way = await proxyTo(String(place.databaseUrl));
    const served = await serve(await openHouseAt({ ...place, databaseUrl: way.url }));
    const admin = await served.signedIn('admin');
    const { email } = await served.addPerson('press');
    const readiness = async () => {
      const answer = await fetch(`${served.url}/readyz`);
      return [answer.status, await answer.json()];
    };
    const write = () => admin.mutate('accounts.createDepartment', { name: 'Hacienda' });

    await way.cut();
    const gone = { code: 'database_unreachable' };
    const reason = { ready: false, database: false, schedule: null, reason: gone.code };
    expect(await readiness()).toEqual([503, reason]);
    expect(await write()).toMatchObject({ status: 503, failure: gone });
    for (const path of ['accounts.readEntrance', 'accounts.readSelf', 'press.listOutlets']) {
      expect(await admin.query(path, {})).toMatchObject({ status: 503, failure: gone });
    }
    const posted: [path: string, type: string, body: string][] = [
      ['/api/auth/sign-in/email', 'application/json', JSON.stringify({ email, password })],
      ['/api/auth/change-password', 'application/json', '{}'],
      ['/evidence?name=a.pdf', 'application/octet-stream', '%PDF-1.7'],
      ['/trpc/imports.previewFile', 'application/json', '{}'],
      ['/trpc/accounts.createDepartment,accounts.readSelf?batch=1', 'application/json', '{}'],
    ];
    for (const [path, type, body] of posted) {
      const init = { method: 'POST', headers: { 'content-type': type }, body };
      const answer = await admin.fetch(path, init);
      expect([path, answer.status]).toEqual([path, 503]);
      expect((await answer.json()).error.data.failure).toEqual(gone);
    }
    expect((await fetch(`${served.url}/healthz`)).status).toBe(200);

    await way.mend();
    expect(await readiness()).toEqual([200, { ready: true, database: true, schedule: null }]);
    expect((await write()).status).toBe(200);
    expect((await served.visitor().signIn(email, password)).status).toBe(200);
  });

  test('in the middle of a write leaves nothing of it, and the next one goes through', async () => {
    const place = await makePlace('newest');
    onTestFinished(() => place.remove());
    const way = await proxyTo(String(place.databaseUrl));
    const house = await openHouseAt({ ...place, databaseUrl: way.url });
    const write = house.database.db.transaction().execute(async (db) => {
      await db.insertInto('areaRevision').values({ area: 'first', revision: 1 }).execute();
      await way.cut();
      await db.insertInto('areaRevision').values({ area: 'second', revision: 1 }).execute();
    });
    await expect(write).rejects.toMatchObject({ failure: { code: 'database_unreachable' } });
    await way.mend();
    const rows = () => house.database.db.selectFrom('areaRevision').select('area').execute();
    expect((await rows()).map(({ area }) => area)).not.toContain('first');
  });

  test('that ends its connections, as when it stops, is used again as soon as it takes new ones', async () => {
    const place = await makePlace('newest');
    onTestFinished(() => place.remove());
    const house = await openHouseAt(place);
    const other = await openHouseAt(place);
    const end = () =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(other.database.db);
    const write = house.database.db.transaction().execute(async (db) => {
      await db.insertInto('areaRevision').values({ area: 'first', revision: 1 }).execute();
      await end();
      await db.insertInto('areaRevision').values({ area: 'second', revision: 1 }).execute();
    });
    const refused = await write.catch((error: unknown) => error);
    expect(faultOf(refused)).toBe('database_unreachable');
    const rows = await house.database.db.selectFrom('areaRevision').select('area').execute();
    expect(rows.map(({ area }) => area)).not.toContain('first');
  });
});
