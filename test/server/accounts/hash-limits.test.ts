import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeSetupCode } from '../../../server/accounts/create-first-administrator.ts';
import { appRouter } from '../../../server/http/router.ts';
import { countHashes } from '../../support/count-hashes.ts';
import { password, type ServedHouse, serveHouse } from '../../support/served-house.ts';

const first = { name: 'Primera', email: 'primera@oficina.test', password };

function later(served: ServedHouse, seconds: number): void {
  served.house.setNow(new Date(Date.now() + seconds * 1_000).toISOString());
}

/** Posts from an address of one's choice. */
async function postFrom(
  { app }: ServedHouse,
  remoteAddress: string,
  url: string,
  payload: object,
  cookie?: string,
) {
  const own = cookie ? { cookie, origin: 'http://localhost' } : {};
  const headers = { 'content-type': 'application/json', host: 'localhost', ...own };
  const body = JSON.stringify(payload);
  return app.inject({ method: 'POST', url, remoteAddress, headers, payload: body });
}

const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<
    string,
    { _def: { type: string; inputs: z.ZodType[]; meta?: { hashes?: true } } }
  >,
);

describe('what hashes a password', () => {
  test('is known for it, wherever a password comes in: a batch of many is refused unhashed', async () => {
    const takesPassword = ({ inputs }: { inputs: z.ZodType[] }) =>
      inputs.some((schema) =>
        /password/i.test(
          JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })),
        ),
      );
    const taking = procedures.filter(([, { _def }]) => takesPassword(_def)).map(([path]) => path);
    const known = procedures.filter(([, { _def }]) => _def.meta?.hashes).map(([path]) => path);
    expect(known).toEqual(taking);
    expect(known).toHaveLength(3);

    const served = await serveHouse();
    const { cookie } = await served.signedIn('admin');
    const code = await makeSetupCode(served.house);
    const hashes = countHashes();
    for (const path of known) {
      for (const comma of [',', '%2C', '%252C']) {
        const paths = Array<string>(50).fill(path).join(comma);
        const input = { ...first, code, id: 'x', role: 'viewer', active: true };
        const inputs = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [at, input]));
        const url = `/trpc/${paths}?batch=1`;
        const { statusCode } = await postFrom(served, '203.0.113.1', url, inputs, cookie);
        expect([path, comma, statusCode >= 400]).toEqual([path, comma, true]);
      }
    }
    expect(hashes.begun).toBe(0);
  });

  test('does not, for a first administrator after set-up or with a wrong code, and tries are few', async () => {
    const served = await serveHouse();
    const code = await makeSetupCode(served.house);
    const hashes = countHashes();
    const create = async (address: string, given: string | undefined) => {
      const input = { ...first, code: given };
      return postFrom(served, address, '/trpc/accounts.createFirstAdministrator', input);
    };
    const statuses: number[] = [];
    for (let at = 0; at < 12; at += 1) {
      statuses.push((await create('203.0.113.1', 'AAAA-AAAA-AAAA')).statusCode);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(403), 429, 429]);
    expect((await create('203.0.113.1', code)).json().error.data.failure).toEqual({
      code: 'too_many_requests',
      retryAfterSeconds: 60,
    });
    expect((await create('2001:db8:1::1', 'AAAA-AAAA-AAAA')).statusCode).toBe(403);
    expect(hashes.begun).toBe(0);
    expect((await create('203.0.113.2', code)).statusCode).toBe(200);
    expect(hashes.begun).toBe(1);
    expect((await create('203.0.113.3', code)).statusCode).toBe(409);
    expect(hashes.begun).toBe(1);
  });

  test('is tried few times of one account, from however many addresses', async () => {
    const served = await serveHouse();
    const { email } = await served.addPerson('press');
    const signIn = async (address: string, given: string, of = email) =>
      (await postFrom(served, address, '/api/auth/sign-in/email', { email: of, password: given }))
        .statusCode;
    const hashes = countHashes();
    const counts: Record<number, number> = {};
    for (let round = 0; round < 5; round += 1) {
      for (let address = 1; address <= 100; address += 1) {
        const written = address % 2 === 0 ? email : email.toUpperCase();
        const status = await signIn(`198.51.100.${address}`, 'otra clave larga', written);
        counts[status] = (counts[status] ?? 0) + 1;
      }
    }
    expect(counts).toEqual({ 401: 20, 429: 480 });
    expect(hashes.begun).toBe(20);
    expect(await signIn('192.0.2.1', password)).toBe(429);
    expect(await signIn('192.0.2.1', password, 'nadie@oficina.test')).toBe(401);
    later(served, 901);
    expect(await signIn('192.0.2.1', password)).toBe(200);
  }, 60_000);

  test('forgets the tries of whoever signs in', async () => {
    const served = await serveHouse({ signInLimit: { max: 1_000, windowSeconds: 60 } });
    const { email } = await served.addPerson('press');
    const visitor = served.visitor();
    for (let round = 0; round < 4; round += 1) {
      for (let at = 0; at < 8; at += 1) await visitor.signIn(email, 'otra clave larga');
      expect((await visitor.signIn(email, password)).status).toBe(200);
    }
  }, 30_000);

  test('is tried few times for the own password, by account and by address', async () => {
    const served = await serveHouse();
    const { cookie } = await served.signedIn('press');
    const hashes = countHashes();
    const change = async (address: string, currentPassword: string) => {
      const input = { currentPassword, newPassword: 'otra clave larga' };
      return postFrom(served, address, '/api/auth/change-password', input, cookie);
    };
    const statuses: number[] = [];
    for (let at = 0; at < 100; at += 1) {
      statuses.push((await change(`198.51.100.${at}`, 'no es esta clave')).statusCode);
    }
    expect(statuses.filter((status) => status === 403)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(90);
    expect(hashes.begun).toBe(10);
    expect((await change('192.0.2.1', password)).json()).toEqual({
      error: { data: { failure: { code: 'too_many_requests', retryAfterSeconds: 900 } } },
    });
    later(served, 901);
    expect((await change('192.0.2.1', password)).statusCode).toBe(200);
  });

  test('is done few at a time, with a cheap read beside it, and who would wait too long is told', async () => {
    const served = await serveHouse();
    const hashes = countHashes();
    await served.visitor().query('accounts.readEntrance');
    const signIns = Array.from({ length: 150 }, (_, at) =>
      postFrom(served, `198.51.100.${at}`, '/api/auth/sign-in/email', {
        email: `nadie${at}@oficina.test`,
        password,
      }),
    );
    const waits: number[] = [];
    for (let at = 0; at < 20; at += 1) {
      const began = performance.now();
      expect((await served.visitor().query('accounts.readEntrance')).status).toBe(200);
      waits.push(performance.now() - began);
    }
    const answers = await Promise.all(signIns);
    const refused = answers.filter(({ statusCode }) => statusCode === 429);
    expect(answers.every(({ statusCode }) => [401, 429].includes(statusCode))).toBe(true);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ headers }) => headers['x-retry-after'] === '5')).toBe(true);
    expect(hashes.begun).toBe(150 - refused.length);
    expect(hashes.most).toBeLessThanOrEqual(Math.max(1, Math.min(4, availableParallelism() - 1)));
    expect(waits.sort((a, b) => a - b)[10]).toBeLessThan(500);
  }, 60_000);
});

describe('a deactivated account', () => {
  test('does not tell a right password from a wrong one, nor from an account that is not there', async () => {
    const served = await serveHouse();
    const admin = await served.signedIn('admin');
    const { id, email } = await served.addPerson('press');
    const change = { id, name: 'Persona', role: 'press', active: false };
    expect((await admin.mutate('accounts.changeAccount', change)).status).toBe(200);
    const hashes = countHashes();
    const told: string[] = [];
    for (const [of, given] of [
      [email, password],
      [email.toUpperCase(), password],
      [email, 'otra clave larga'],
      ['nadie@oficina.test', password],
    ]) {
      const before = hashes.begun;
      const { statusCode, headers, body } = await postFrom(
        served,
        '192.0.2.1',
        '/api/auth/sign-in/email',
        { email: of, password: given },
      );
      const { date: _, ...others } = headers;
      told.push(JSON.stringify({ statusCode, others, body, hashed: hashes.begun - before }));
    }
    expect(new Set(told).size).toBe(1);
    expect(told[0]).toMatch(/"statusCode":401.*"hashed":1/);
    expect((await admin.mutate('accounts.changeAccount', { ...change, active: true })).status).toBe(
      200,
    );
    expect((await served.visitor().signIn(email, password)).status).toBe(200);
  });
});
