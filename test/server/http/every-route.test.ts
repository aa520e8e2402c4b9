import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readTrustedProxies } from '../../../server/trusted-proxies.ts';
import { fillLines } from '../../support/fill-lines.ts';
import { password, type ServedHouse, serveHouse } from '../../support/served-house.ts';

/** The routes that are added from now on to servers that are made, until the test ends. */
function watchRoutes(): ReadonlySet<string> {
  const routes = new Set<string>();
  const watch = (made: unknown) => {
    const { fastify } = made as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.add(`${one} ${url}`);
    });
  };
  subscribe('fastify.initialization', watch);
  onTestFinished(() => {
    unsubscribe('fastify.initialization', watch);
  });
  return routes;
}

/** A call of each route, and whether it is costly; a new one without a line here fails the tests. */
const calls: Record<string, { path: string; isCostly?: true }> = {
  'GET /healthz': { path: '/healthz' },
  'GET /readyz': { path: '/readyz' },
  'GET /metrics': { path: '/metrics' },
  'GET /*': { path: '/produccion' },
  'GET /trpc/:path': { path: '/trpc/accounts.readSelf' },
  'GET /evidence/:id': { path: '/evidence/x' },
  'GET /calendar/:file': { path: `/calendar/${'x'.repeat(40)}.ics`, isCostly: true },
  'GET /export/closed-months/:month/:file': {
    path: '/export/closed-months/2026-10/1.csv',
    isCostly: true,
  },
  'GET /export/clippings.csv': { path: '/export/clippings.csv', isCostly: true },
  'GET /export/clippings.xlsx': { path: '/export/clippings.xlsx', isCostly: true },
  'POST /trpc/:path': { path: '/trpc/accounts.updateEntity' },
  'POST /api/auth/change-password': { path: '/api/auth/change-password' },
  'POST /api/auth/*': { path: '/api/auth/sign-in/email' },
  'POST /evidence': { path: '/evidence?name=a.pdf', isCostly: true },
  'POST /trpc/imports.previewFile': { path: '/trpc/imports.previewFile', isCostly: true },
  'POST /trpc/imports.planSheet': { path: '/trpc/imports.planSheet', isCostly: true },
  'POST /trpc/imports.previewSheet': { path: '/trpc/imports.previewSheet', isCostly: true },
  'POST /trpc/output.previewCalendar': { path: '/trpc/output.previewCalendar', isCostly: true },
  'POST /trpc/output.importCalendar': { path: '/trpc/output.importCalendar', isCostly: true },
};

const publicUrl = 'https://altavoz.example';
const metricsToken = 'un testigo largo y secreto';
/** Methods by which nothing is asked that GET and POST do not ask. */
const others = /^(HEAD|TRACE|DELETE|OPTIONS|PATCH|PUT|QUERY) /;

interface Sent {
  route: string;
  cookie?: string | undefined;
  headers?: Record<string, string | undefined>;
  from?: string;
}

const typeOf = (route: string) =>
  route === 'POST /evidence' ? 'application/octet-stream' : 'application/json';

function send({ app }: ServedHouse, { route, cookie, headers = {}, from = '127.0.0.1' }: Sent) {
  const [method = 'GET'] = route.split(' ');
  const sent = {
    host: 'altavoz.example',
    authorization: `Bearer ${metricsToken}`,
    ...(method === 'POST' ? { 'content-type': typeOf(route), origin: publicUrl } : {}),
    cookie,
    ...headers,
  };
  return app.inject({
    method: method as 'GET',
    url: calls[route]?.path ?? '/',
    remoteAddress: from,
    headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)),
    ...(method === 'POST' ? { payload: '{}' } : {}),
  });
}

describe('every route', () => {
  test('is one that these tests know', async () => {
    const routes = watchRoutes();
    await serveHouse({ publicUrl, metricsToken });
    const known = [...routes].filter((route) => !others.test(route));
    const distinct = known.filter((route) => !route.startsWith('GET /api/auth/'));
    expect(distinct.sort()).toEqual(Object.keys(calls).sort());
  });

  test('answers with what keeps a browser to the page, and to https where people come by it', async () => {
    const served = await serveHouse({ publicUrl, metricsToken });
    const { cookie } = await served.signedIn('admin');
    for (const route of Object.keys(calls)) {
      for (const sent of [{ route, cookie }, { route }, { route, headers: { origin: 'x' } }]) {
        const { headers, statusCode } = await send(served, sent);
        const at = `${route} ${statusCode}`;
        expect([at, headers['permissions-policy']]).toEqual([
          at,
          expect.stringContaining('camera=(), '),
        ]);
        expect([at, headers['strict-transport-security']]).toEqual([
          at,
          expect.stringMatching(/^max-age=\d{8}; includeSubDomains$/),
        ]);
        expect([at, headers['content-security-policy']]).toEqual([
          at,
          expect.stringMatching(/default-src '(none|self)'/),
        ]);
        expect([at, headers['x-content-type-options']]).toEqual([at, 'nosniff']);
      }
    }
    for (const url of ['/%E0%A4%A', `/evidence/${'x'.repeat(2_500)}`, '/trpc/%']) {
      const { headers, statusCode } = await served.app.inject({ url });
      const { 'permissions-policy': permissions, 'content-security-policy': policy } = headers;
      const told = [url.slice(0, 12), statusCode, Boolean(permissions), Boolean(policy)];
      expect(told).toEqual([url.slice(0, 12), expect.any(Number), true, true]);
      expect(headers['strict-transport-security']).toContain('max-age=');
    }
    const plain = await serveHouse({ metricsToken });
    const { headers } = await send(plain, { route: 'GET /trpc/:path' });
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  test('that may change something refuses a cookie which does not say that this page sends it', async () => {
    const served = await serveHouse({ publicUrl });
    const { cookie } = await served.signedIn('admin');
    const changing = Object.keys(calls).filter((route) => route.startsWith('POST'));
    expect(changing.length).toBeGreaterThan(5);
    const elsewhere: [what: string, headers: Record<string, string | undefined>][] = [
      ['no origin', { origin: undefined }],
      ['another origin', { origin: 'https://otro.example' }],
      ['a sandbox', { origin: 'null' }],
      ['another site', { 'sec-fetch-site': 'cross-site' }],
      ['a neighbour of this site', { 'sec-fetch-site': 'same-site' }],
      ['another site without origin', { origin: undefined, 'sec-fetch-site': 'cross-site' }],
    ];
    for (const route of changing) {
      for (const [what, headers] of elsewhere) {
        const refused = await send(served, { route, cookie, headers });
        const told = [route, what, refused.statusCode, refused.body];
        expect(told).toEqual([route, what, 403, '{"error":"other_origin"}']);
      }
      const own = { route, cookie, headers: { 'sec-fetch-site': 'same-origin' } };
      expect([route, (await send(served, own)).statusCode]).not.toEqual([route, 403]);
      const program = { route, headers: { origin: undefined } };
      expect([route, (await send(served, program)).statusCode]).not.toEqual([route, 403]);
    }
  });

  test('that is costly is refused to who has as many as may be, and the others are not', async () => {
    const served = await serveHouse({ publicUrl, metricsToken });
    const { id, email } = await served.addPerson('admin');
    const visitor = served.visitor();
    await visitor.signIn(email, password);
    const from = '198.51.100.7';
    const emptyOwn = await fillLines({ actor: { id, name: 'Admin', role: 'admin' } });
    const emptyNobody = await fillLines({ actor: null, address: from });
    const told: Record<string, boolean> = {};
    for (const route of Object.keys(calls)) {
      const { statusCode, body } = await send(served, { route, cookie: visitor.cookie, from });
      told[route] = statusCode === 429 && body.includes('too_many_requests');
    }
    await emptyOwn();
    await emptyNobody();
    const wanted = Object.entries(calls).map(([route, { isCostly }]) => [route, isCostly === true]);
    expect(told).toEqual(Object.fromEntries(wanted));
    const again = await send(served, {
      route: 'GET /export/clippings.csv',
      cookie: visitor.cookie,
    });
    expect(again.statusCode).toBe(200);
  });
});

async function isOpen(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    socket.once('data', () => resolve(true)).once('close', () => resolve(false));
    socket.once('error', () => resolve(false));
    socket.write('GET /healthz HTTP/1.1\r\nhost: altavoz\r\n\r\n');
  });
}

async function openMany({ url }: ServedHouse, count: number): Promise<number> {
  const port = Number(new URL(url).port);
  const sockets = Array.from({ length: count }, () => connect({ host: '127.0.0.1', port }));
  const open = (await Promise.all(sockets.map(isOpen))).filter(Boolean).length;
  for (const socket of sockets) socket.destroy();
  return open;
}

describe('connections', () => {
  test('are so many from one address and no more, and as many again once they are closed', async () => {
    const trustsProxy = readTrustedProxies('none');
    const served = await serveHouse({ trustsProxy, connections: { inAll: 100, fromAddress: 5 } });
    expect(await openMany(served, 12)).toBe(5);
    await expect.poll(() => openMany(served, 5)).toBe(5);
  });

  test('of a trusted proxy are as many as it wants, up to what is open in all', async () => {
    const served = await serveHouse({ connections: { inAll: 20, fromAddress: 5 } });
    expect(await openMany(served, 18)).toBe(18);
    await expect.poll(() => openMany(served, 40)).toBe(20);
  });

  test('that a trusted proxy passes on are counted by whom it speaks for, while they are under way', async () => {
    const served = await serveHouse({ connections: { inAll: 100, fromAddress: 3 } });
    const port = Number(new URL(served.url).port);
    const ask = async (address: string) =>
      (await fetch(`${served.url}/healthz`, { headers: { 'x-forwarded-for': address } })).status;
    const held = Array.from({ length: 3 }, () => connect({ host: '127.0.0.1', port }));
    for (const socket of held) {
      const lines = ['POST /trpc/x HTTP/1.1', 'host: a', 'x-forwarded-for: 203.0.113.7'];
      socket.write(
        [...lines, 'content-type: application/json', 'content-length: 9', '', '{'].join('\r\n'),
      );
    }
    await expect.poll(() => ask('203.0.113.7')).toBe(429);
    expect([await ask('203.0.113.8'), await ask('203.0.113.9, 203.0.113.7')]).toEqual([200, 429]);
    held[0]?.destroy();
    await expect.poll(() => ask('203.0.113.7')).toBe(200);
    for (const socket of held) socket.destroy();
  });
});
