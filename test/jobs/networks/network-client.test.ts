import { describe, expect, test } from 'vitest';
import { type NetworkClientOptions, openNetworkClient } from '../../../jobs/network-client.ts';
import { loopbackToo } from '../../support/house.ts';
import { connectorOf, makeClock, serve } from '../../support/networks.ts';

const connector = { defaultBaseUrl: 'https://network.example', explainRefusal: () => null };

function openAt(baseUrl: string, options: Partial<NetworkClientOptions> = {}) {
  const clock = makeClock();
  const client = openNetworkClient({
    connector,
    secret: { accessToken: 'a-token' },
    baseUrl,
    now: clock.now,
    sleep: clock.sleep,
    web: loopbackToo,
    ...options,
  });
  return { client, clock };
}

describe('the client of the networks', () => {
  test('joins the address, the path and the query, and counts its calls', async () => {
    const url = await serve((request, response) => {
      response.end(JSON.stringify({ asked: request.url, by: request.headers.authorization }));
    });
    const { client } = openAt(`${url}/base/`);
    const answer = await client.getJson({ path: '/v1/me', query: { fields: 'a,b', q: 'ñ &=' } });
    expect(answer).toEqual({
      ok: true,
      body: { asked: '/base/v1/me?fields=a%2Cb&q=%C3%B1+%26%3D', by: 'Bearer a-token' },
      link: null,
    });
    expect(client.calls).toBe(1);
  });

  test('an answer larger than the bound is dropped, also without its length', async () => {
    const url = await serve((_, response) => {
      response.write(`"${'a'.repeat(60_000)}`);
      response.end(`${'b'.repeat(60_000)}"`);
    });
    const { client } = openAt(url, { bounds: { answerBytes: 100_000 } });
    expect(await client.getJson({ path: '/' })).toEqual({
      ok: false,
      failure: {
        kind: 'changed_shape',
        reason: 'answer_too_large',
        facts: { limitBytes: 100_000 },
      },
    });
  });

  test('letters cut in two by the wire come out whole', async () => {
    const bytes = Buffer.from('{"title":"Señal Único ñandú"}');
    const url = await serve(async (_, response) => {
      for (const byte of bytes) {
        await new Promise((resolve) => response.write(Buffer.from([byte]), resolve));
      }
      response.end();
    });
    expect(await openAt(url).client.getJson({ path: '/' })).toEqual({
      ok: true,
      body: { title: 'Señal Único ñandú' },
      link: null,
    });
  });

  test.each([
    [401, { kind: 'reauthorise', reason: 'token_invalid' }],
    [402, { kind: 'refused', reason: 'usage_capped' }],
    [403, { kind: 'refused', reason: 'permission_missing' }],
    [404, { kind: 'refused', reason: 'request_refused' }],
    [429, { kind: 'retry_later', reason: 'throttled' }],
    [503, { kind: 'retry_later', reason: 'network_unavailable' }],
  ])('status %i speaks where the network says nothing', async (status, failure) => {
    const url = await serve((_, response) => response.writeHead(status).end('{}'));
    const { client } = openAt(url, { bounds: { retryAfterMs: [] } });
    expect(await client.getJson({ path: '/' })).toMatchObject({ ok: false, failure });
  });

  test('a page of HTML with a refusal is no answer of the network', async () => {
    const url = await serve((_, response) => response.writeHead(403).end('<html>proxy</html>'));
    expect(await openAt(url).client.getJson({ path: '/' })).toMatchObject({
      failure: { kind: 'changed_shape', reason: 'not_json', facts: { status: 403 } },
    });
  });

  test('a machine that is not there is a lost connection, with its code and no address', async () => {
    const { client } = openAt('http://127.0.0.1:1', { bounds: { retryAfterMs: [] } });
    const answer = await client.getJson({ path: '/' });
    expect(answer).toMatchObject({
      failure: { kind: 'retry_later', reason: 'connection_lost', at: null },
    });
    expect(JSON.stringify(answer)).not.toContain('127.0.0.1');
  });

  test.each([
    ['tiktok', 429, { error: { code: 'rate_limit_exceeded' } }, '2026-11-22T15:01:00.000Z'],
    ['linkedin', 429, { status: 429, code: 'TOO_MANY_REQUESTS' }, '2026-11-23T00:00:00.000Z'],
    [
      'youtube',
      403,
      { error: { code: 403, message: '', errors: [{ reason: 'quotaExceeded' }] } },
      '2026-11-23T08:00:00.000Z',
    ],
  ])('a limit of %s holds as long as that network counts', async (network, status, body, at) => {
    const url = await serve((_, response) => response.writeHead(status).end(JSON.stringify(body)));
    const { explainRefusal } = await connectorOf(network);
    const bounds = { retryAfterMs: [] };
    const { client } = openAt(url, { connector: { ...connector, explainRefusal }, bounds });
    expect(await client.getJson({ path: '/' })).toMatchObject({
      failure: { kind: 'retry_later', reason: 'throttled', at },
    });
  });

  test('throttled again and again, it gives up after the tries it has', async () => {
    const url = await serve((_, response) => {
      response.writeHead(429, { 'retry-after': '5' }).end('{}');
    });
    const { client, clock } = openAt(url);
    expect(await client.getJson({ path: '/' })).toMatchObject({
      failure: { reason: 'throttled', at: '2026-11-22T15:00:15.000Z' },
    });
    expect(client.calls).toBe(3);
    expect(clock.naps).toEqual([5_000, 5_000]);
  });

  test('told to stop, it ends the call under way and makes no other', async () => {
    const stop = new AbortController();
    const url = await serve(() => stop.abort());
    const { client } = openAt(url, { signal: stop.signal });
    const stopped = { ok: false, failure: { kind: 'retry_later', reason: 'stopped' } };
    expect(await client.getJson({ path: '/' })).toMatchObject(stopped);
    expect(await client.getJson({ path: '/' })).toMatchObject(stopped);
    expect(client.calls).toBe(1);
  });

  test('told to stop while it waits, it wakes up at once', async () => {
    const stop = new AbortController();
    const url = await serve((_, response) => {
      response.writeHead(429, { 'retry-after': '50' }).end('{}');
      setTimeout(() => stop.abort(), 10);
    });
    const { client } = openAt(url, { signal: stop.signal, sleep: undefined });
    expect(await client.getJson({ path: '/' })).toMatchObject({ failure: { reason: 'stopped' } });
  });
});
