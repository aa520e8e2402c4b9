import { describe, expect, test } from 'vitest';
import { isPostgres } from '../../support/house.ts';
import { serveHouse } from '../../support/served-house.ts';

describe('whoever watches over the server', () => {
  test('learns that it is alive and able to work', async () => {
    const { url } = await serveHouse();
    const alive = await fetch(`${url}/healthz`);
    expect([alive.status, await alive.json()]).toEqual([200, { status: 'alive' }]);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, database: true, schedule: null },
    ]);
  });

  test.skipIf(isPostgres)('learns it at once, also in the middle of a long write', async () => {
    const { url, house } = await serveHouse();
    let end = () => {};
    const longWrite = house.database.db.transaction().execute(
      () =>
        new Promise<void>((resolve) => {
          end = resolve;
        }),
    );
    const ready = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) });
    expect(ready.status).toBe(200);
    end();
    await longWrite;
  });

  test('learns that the schedule stands still', async () => {
    let running = true;
    const { url } = await serveHouse({ isScheduleRunning: () => running });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    running = false;
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ready: false, database: true, schedule: false },
    ]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('learns that the database does not answer', async () => {
    const { url, house } = await serveHouse();
    await house.database.close();
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([503, { database: false }]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const answer = await fetch(`${url}/trpc/accounts.readEntrance`);
    expect(answer.status).toBe(500);
    expect(JSON.stringify(await answer.json())).not.toMatch(/sqlite|select|connection|pool/i);
  });

  test('reads the measures with the token of the environment, and nobody without, from wherever', async () => {
    const metricsToken = 'un testigo largo y secreto';
    const { url, app } = await serveHouse({ metricsToken });
    await fetch(`${url}/healthz`);
    const authorization = `Bearer ${metricsToken}`;
    const measures = await (await fetch(`${url}/metrics`, { headers: { authorization } })).text();
    expect(measures).toMatch(
      /altavoz_http_request_seconds_count\{route="\/healthz",status="200"\} 1/,
    );
    expect(measures).toContain('process_resident_memory_bytes');
    const elsewhere = { url: '/metrics', remoteAddress: '203.0.113.7' };
    expect((await app.inject({ ...elsewhere, headers: { authorization } })).statusCode).toBe(200);
    for (const wrong of ['', 'Bearer ', `Bearer ${metricsToken}x`, metricsToken, 'Basic eDp5']) {
      const refused = await app.inject({ url: '/metrics', headers: { authorization: wrong } });
      expect([wrong, refused.statusCode]).toEqual([wrong, 401]);
      expect(refused.body).not.toContain('process_');
    }
  });

  test('reads the measures without a token on this machine alone, and not where a proxy may look like it', async () => {
    const { url, app } = await serveHouse();
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('process_');
    const behind = await serveHouse({ publicUrl: 'https://altavoz.laestrella.gov.co' });
    const refused = [
      await fetch(`${behind.url}/metrics`),
      await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } }),
      await fetch(`${url}/metrics`, { headers: { via: '1.1 proxy' } }),
    ].map(({ status }) => status);
    const away = await app.inject({ url: '/metrics', remoteAddress: '203.0.113.7' });
    expect([...refused, away.statusCode]).toEqual([401, 401, 401, 401]);
  });
});
