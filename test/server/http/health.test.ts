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

  test('reads the measures on this machine, and nobody reads them from elsewhere', async () => {
    const { url, app } = await serveHouse();
    await fetch(`${url}/healthz`);
    const measures = await (await fetch(`${url}/metrics`)).text();
    expect(measures).toMatch(
      /altavoz_http_request_seconds_count\{route="\/healthz",status="200"\} 1/,
    );
    expect(measures).toContain('process_resident_memory_bytes');
    const elsewhere = await app.inject({ url: '/metrics', remoteAddress: '203.0.113.7' });
    expect(elsewhere.statusCode).toBe(403);
    const forwarded = await fetch(`${url}/metrics`, {
      headers: { 'x-forwarded-for': '127.0.0.1, 203.0.113.7' },
    });
    expect(forwarded.status).toBe(403);
  });
});
