import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { type Sandbox, startSandbox } from '../../../jobs/sandbox/serve-sandbox.ts';
import { testStart } from '../../support/networks.ts';

const count = z.number().int().min(0);
const digits = z.string().regex(/^\d+$/);
const User = z.strictObject({
  id: digits,
  name: z.string(),
  username: z.string().regex(/^\w{1,15}$/),
  public_metrics: z.strictObject({
    followers_count: count,
    following_count: count,
    post_count: count,
    listed_count: count,
    like_count: count,
  }),
});
const Post = z.strictObject({
  id: z.string().regex(/^\d+_\d+$/),
  created_time: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/),
});
const Series = z.strictObject({
  name: z.string(),
  period: z.literal('day'),
  title: z.string(),
  description: z.string(),
  id: z.string(),
  values: z.array(
    z.strictObject({ value: count, end_time: z.string().endsWith('T08:00:00+0000') }),
  ),
});

describe('the sandbox', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    const started = await startSandbox({ clock: () => new Date(testStart) });
    onTestFinished(() => started.close());
    sandbox = started;
  });

  async function get(network: 'facebook' | 'instagram' | 'x', path: string, token = 'sandbox-t') {
    const response = await fetch(`${sandbox.baseUrls[network]}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  test('speaks of users as X does, with what is left of the window', async () => {
    const { body, headers } = await get(
      'x',
      '/2/users/by?usernames=AlcLaEstrella&user.fields=public_metrics',
    );
    z.strictObject({ data: z.array(User).length(1) }).parse(body);
    expect(headers.get('x-rate-limit-remaining')).toBe('299');
    expect(headers.get('x-rate-limit-reset')).toBe(`${Date.parse(testStart) / 1_000 + 900}`);
  });

  test('ends the window of X after 300 calls', async () => {
    const path = '/2/users/by?usernames=AlcLaEstrella';
    for (let call = 0; call < 300; call += 1) expect((await get('x', path)).status).toBe(200);
    expect((await get('x', path)).status).toBe(429);
  });

  test('lists posts newest first, page by page, to as many as the page says it has', async () => {
    const seen: z.infer<typeof Post>[] = [];
    let address: string | undefined =
      '/v26.0/GobiernoLaEstrella/published_posts?fields=id,created_time&limit=100';
    while (address !== undefined) {
      const { body } = await get('facebook', address);
      seen.push(...z.array(Post).parse(body.data));
      const next: string | undefined = body.paging?.next;
      expect(next ?? 'access_token=sandbox-t').toContain('access_token=sandbox-t');
      address = next?.replace(sandbox.baseUrls.facebook, '');
    }
    const times = seen.map((post) => post.created_time);
    expect(new Set(seen.map((post) => post.id)).size).toBe(seen.length);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(seen.length).toBe(495);
  });

  test('refuses a page longer than a hundred posts', async () => {
    const { status, body } = await get(
      'facebook',
      '/v26.0/GobiernoLaEstrella/published_posts?limit=101',
    );
    expect([status, body.error.code]).toEqual([400, 100]);
  });

  test('gives insights by day, and fails the whole call for one retired metric', async () => {
    const path = '/v26.0/MujerLaEstrella/insights?period=day&since=2026-11-01&until=2026-11-04';
    const metric = 'page_media_view,page_follows';
    const good = await get('facebook', `${path}&metric=${metric}`);
    const series = z.array(Series).parse(good.body.data);
    expect(series.map((one) => [one.name, one.values.length])).toEqual([
      ['page_media_view', 3],
      ['page_follows', 3],
    ]);
    sandbox.setFault({ network: 'facebook', kind: 'retired_metric', metric: 'page_follows' });
    const bad = await get('facebook', `${path}&metric=${metric}`);
    expect([bad.status, bad.body.error.code]).toEqual([400, 100]);
    const rest = await get('facebook', `${path}&metric=page_media_view`);
    expect(rest.status).toBe(200);
  });

  test.each([
    ['an alias', 'nobody', [404, 803, undefined]],
    ['a number', '1234567', [400, 100, 33]],
  ])('one unknown page, by %s, fails the whole batch', async (_, name, expected) => {
    const { status, body } = await get('facebook', `/v26.0/?ids=MujerLaEstrella,${name}`);
    expect([status, body.error.code, body.error.error_subcode]).toEqual(expected);
  });

  test('faults are switched on and off from outside', async () => {
    const control = `${sandbox.url}/_faults`;
    const post = (fault: object) =>
      fetch(control, { method: 'POST', body: JSON.stringify(fault) }).then((at) => at.status);
    expect(await post({ network: 'x', kind: 'expired_token' })).toBe(204);
    expect(await post({ network: 'x', kind: 'of a kind that is not there' })).toBe(400);
    expect((await get('x', '/2/users/by?usernames=AlcLaEstrella')).status).toBe(401);
    expect((await fetch(control, { method: 'DELETE' })).status).toBe(204);
    expect((await get('x', '/2/users/by?usernames=AlcLaEstrella')).status).toBe(200);
  });

  test('a fault of one page leaves the others alone', async () => {
    sandbox.setFault({ network: 'facebook', kind: 'server_error', handle: 'MujerLaEstrella' });
    expect((await get('facebook', '/v26.0/MujerLaEstrella')).status).toBe(500);
    expect((await get('facebook', '/v26.0/GobiernoLaEstrella')).status).toBe(200);
  });

  test('keeps no token among the requests it remembers', async () => {
    await get('facebook', '/v26.0/MujerLaEstrella?access_token=sandbox-secret&fields=id');
    expect(sandbox.requests()).toEqual([
      { network: 'facebook', path: '/v26.0/MujerLaEstrella?fields=id' },
    ]);
  });
});
