import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { openNetworkClient } from '../../../jobs/network-client.ts';
import type { WebAccess } from '../../../server/context.ts';
import { fetchPublic } from '../../../server/reach/fetch-public.ts';
import { failureOf } from '../../support/house.ts';
import { openInside } from './inside.ts';

/** Stands for the internet: another machine than the one that tests run on. */
const outside = '127.0.0.2';

/** A name that is of a public site when first asked, and of this machine from then on. */
async function openTurning(answer: RequestListener) {
  const site = createServer(answer);
  await new Promise<void>((listening) => site.listen(0, outside, listening));
  onTestFinished(() => {
    site.closeAllConnections();
    site.close();
  });
  const { port } = site.address() as { port: number };
  const inside = await openInside('web', { host: '127.0.0.1', port });
  let asked = 0;
  const web: WebAccess = {
    lookup(_host, _options, answered) {
      asked += 1;
      answered(null, [{ address: asked === 1 ? outside : '127.0.0.1', family: 4 }]);
    },
    mayReach: (ip) => ip === outside,
  };
  return { web, inside, url: `http://diario.test:${port}`, asked: () => asked };
}

test('a page that sends to its own name, bound anew meanwhile, is not followed inside', async () => {
  const { web, inside, url, asked } = await openTurning((_, response) => {
    response.writeHead(302, { location: '/otra' }).end();
  });
  const limits = { accept: ['text/html'], largestBytes: 1_000, timeoutMs: 2_000 };
  const refused = await failureOf(fetchPublic({ web }, url, limits));
  expect(refused).toEqual({ code: 'address_refused', reason: 'private' });
  expect([asked(), inside.connections()]).toEqual([2, 0]);
});

test('a network keeps to the connection that was looked at, and to none that leads inside', async () => {
  const { web, inside, url, asked } = await openTurning((request, response) => {
    const isLast = request.url === '/last';
    response.writeHead(200, isLast ? { connection: 'close' } : {}).end('{"id":"1"}');
  });
  const client = openNetworkClient({
    connector: { defaultBaseUrl: 'https://network.example', explainRefusal: () => null },
    secret: { accessToken: 'a-token' },
    baseUrl: url,
    now: () => new Date(),
    web,
  });
  for (const path of ['/first', '/second', '/last']) {
    expect(await client.getJson({ path })).toMatchObject({ ok: true, body: { id: '1' } });
  }
  expect(asked()).toBe(1);
  expect(await client.getJson({ path: '/' })).toEqual({
    ok: false,
    failure: { kind: 'retry_later', reason: 'address_not_public', at: null, facts: {} },
  });
  expect([asked(), inside.connections()]).toEqual([2, 0]);
});

test('a network that sends elsewhere is not followed, inside or out', async () => {
  const inside = await openInside();
  const { web, url } = await openTurning((_, response) => {
    response.writeHead(307, { location: `http://127.0.0.1:${inside.port}/` }).end();
  });
  const client = openNetworkClient({
    connector: { defaultBaseUrl: 'https://network.example', explainRefusal: () => null },
    secret: { accessToken: 'a-token' },
    baseUrl: url,
    now: () => new Date(),
    web,
  });
  expect(await client.getJson({ path: '/' })).toMatchObject({ failure: { reason: 'redirected' } });
  expect(inside.connections()).toBe(0);
});
