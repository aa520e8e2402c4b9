import { describe, expect, test } from 'vitest';
import { PageReading } from '../../../shared/social/network-readings.ts';
import { readThrough, serveRecorded } from '../../support/networks.ts';

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
  test('the older name of the count of posts means the same', async () => {
    const { reading } = await readRecorded('x', 'older name of the posts');
    expect(reading.readings).toEqual([followers, posts]);
  });

  test.each([
    ['suspended account', { kind: 'refused', reason: 'page_suspended' }],
    ['name taken by another account', { kind: 'refused', reason: 'page_replaced' }],
    ['usage capped', { kind: 'refused', reason: 'usage_capped' }],
    ['payment required', { kind: 'refused', reason: 'usage_capped' }],
    ['neither found nor refused', { kind: 'changed_shape', reason: 'page_missing' }],
  ])('%s', async (name, failure) => {
    const { reading, asked } = await readRecorded('x', name);
    expect(reading).toMatchObject({ readings: [], failures: failing(failure) });
    expect(asked).toHaveLength(1);
  });
});
