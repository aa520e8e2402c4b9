import { describe, expect, test } from 'vitest';
import { openNetworkClient } from '../../../jobs/network-client.ts';
import { PageReading } from '../../../shared/social/network-readings.ts';
import { type Capability, readOnce } from '../../support/connector-readings.ts';
import { loopbackToo } from '../../support/house.ts';
import { connectorOf, readThrough, serveRecorded } from '../../support/networks.ts';

const office = { id: 'page-1', handle: 'AlcOficina', externalId: '7001' };

async function readRecorded(network: string, name: string) {
  const { url, asked } = await serveRecorded(network, name);
  const { readings } = await readThrough(network, url, [office]);
  expect(readings).toHaveLength(1);
  return { reading: PageReading.parse(readings[0]), asked };
}

const followers = { metric: 'followers', value: 24_594, precision: 'exact' };
const posts = { metric: 'posts', value: 2, precision: 'exact' };
const failing = (failure: object, metric: string | null = null) => [
  { metric, failure: expect.objectContaining(failure) },
];

describe.each(['facebook', 'instagram', 'x'])('recorded answers of %s', (network) => {
  test.each(['short number', 'fraction'])('%s: no number is made of it', async (name) => {
    const { reading } = await readRecorded(network, name);
    expect(reading.readings).toEqual([posts]);
    expect(reading.failures).toEqual(
      failing({ kind: 'changed_shape', reason: 'field_malformed' }, 'followers'),
    );
  });

  test('the token goes in a header, and appears in no address', async () => {
    const { asked } = await readRecorded(network, 'dead token');
    expect(asked[0]?.authorization).toBe('Bearer sandbox-token');
    expect(asked[0]?.address).not.toContain('sandbox-token');
  });
});

describe('recorded answers of facebook alone', () => {
  test('posts are asked with the token of the page, where the graph gives one', async () => {
    const { asked } = await readRecorded('facebook', 'success');
    expect(asked.map((call) => call.authorization)).toEqual([
      'Bearer sandbox-token',
      'Bearer page-token',
    ]);
  });

  test.each([
    ['posts that go round', { kind: 'changed_shape', reason: 'paging_endless' }],
    ['malformed posts', { kind: 'changed_shape', reason: 'field_malformed' }],
    ['posts without permission', { kind: 'refused', reason: 'permission_missing' }],
  ])('%s leave the followers read', async (name, failure) => {
    const { reading } = await readRecorded('facebook', name);
    expect(reading).toMatchObject({ readings: [followers], failures: failing(failure, 'posts') });
  });
});

describe('recorded answers of x alone', () => {
  test('an account that took another name is read by its number', async () => {
    const { reading, asked } = await readRecorded('x', 'renamed account');
    expect(reading).toMatchObject({ externalId: '7001', readings: [followers, posts] });
    expect(asked.map(({ address }) => address)).toEqual([
      '/2/users?ids=7001&user.fields=public_metrics',
    ]);
  });

  test('the older name of the count of posts means the same', async () => {
    const { reading } = await readRecorded('x', 'older name of the posts');
    expect(reading.readings).toEqual([followers, posts]);
  });

  test.each([
    ['suspended account', { kind: 'refused', reason: 'page_suspended' }],
    ['usage capped', { kind: 'refused', reason: 'usage_capped' }],
    ['payment required', { kind: 'refused', reason: 'usage_capped' }],
    ['neither found nor refused', { kind: 'changed_shape', reason: 'page_missing' }],
  ])('%s', async (name, failure) => {
    const { reading, asked } = await readRecorded('x', name);
    expect(reading).toMatchObject({ readings: [], failures: failing(failure) });
    expect(asked).toHaveLength(1);
  });
});

async function readRecordedX(capability: Capability, name: string) {
  const { url, asked } = await serveRecorded('x', name, capability);
  const connector = await connectorOf('x');
  const secret = { accessToken: 'sandbox-token' };
  const now = () => new Date('2026-11-22T15:00:00Z');
  const client = openNetworkClient({ connector, secret, baseUrl: url, now, web: loopbackToo });
  return { ...(await readOnce(capability, connector, client, office)), asked };
}

describe('recorded answers of x about posts and tokens', () => {
  test('an account closed to others says that permission is missing', async () => {
    const { read, failures } = await readRecordedX('readPosts', 'account closed to others');
    expect(read).toEqual([]);
    expect(failures).toMatchObject([{ kind: 'refused', reason: 'permission_missing' }]);
  });

  test('a post whose counts take another form is kept without them', async () => {
    const { read, failures } = await readRecordedX('readPosts', 'counts of another form');
    expect(read).toHaveLength(3);
    expect(read[1]).toMatchObject({ externalId: '1990000000000000002', counts: {} });
    expect(failures).toMatchObject([{ reason: 'field_malformed' }]);
  });

  test('neither posts nor how many there are is no empty account', async () => {
    const { failures } = await readRecordedX('readPosts', 'neither posts nor their count');
    expect(failures).toMatchObject([{ kind: 'changed_shape', reason: 'field_malformed' }]);
  });

  test('only posts from the day wanted on are asked for, and none that were passed on', async () => {
    const { asked } = await readRecordedX('readPosts', 'success');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.address).toContain('start_time=2026-01-01T00:00:00Z');
    expect(asked[0]?.address).toContain('exclude=retweets');
  });

  test('a token of an application works, and has no account of its own', async () => {
    const outcome = await readRecordedX('checkCredential', 'token of an application');
    expect(outcome).toMatchObject({ read: [], failures: [] });
  });
});
