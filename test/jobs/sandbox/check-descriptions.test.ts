import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openApiCheck } from '../../../jobs/sandbox/check/check-api-answer.ts';
import {
  openCollectionCheck,
  readThreadsCollection,
} from '../../../jobs/sandbox/check/check-collection-answer.ts';
import { type CheckedCall, collectCalls } from '../../../jobs/sandbox/check/collect-calls.ts';
import { linkedinApi, tiktokApi } from '../../../jobs/sandbox/check/documented-apis.ts';
import { plantViolations } from '../../../jobs/sandbox/check/plant-violations.ts';
import { readYoutubeApi } from '../../../jobs/sandbox/check/read-discovery.ts';
import { parseSpec } from '../../../jobs/sandbox/check/read-spec.ts';

let specs: string;

/** The few words of Google's kind of description that the check reads, about one call. */
const discovery = {
  revision: '20260101',
  parameters: { key: { type: 'string', location: 'query' } },
  schemas: {
    ChannelList: {
      id: 'ChannelList',
      type: 'object',
      properties: { items: { type: 'array', items: { $ref: 'Channel' } } },
    },
    Channel: {
      id: 'Channel',
      type: 'object',
      properties: {
        id: { type: 'string', description: 'The number of the channel.' },
        count: { type: 'string', format: 'uint64' },
        videos: { type: 'integer', format: 'int32' },
        rows: { type: 'array', items: { type: 'array', items: { type: 'any' } } },
      },
    },
  },
  resources: {
    channels: {
      methods: {
        list: {
          path: 'v3/channels',
          httpMethod: 'GET',
          parameters: {
            part: { type: 'string', required: true, repeated: true, location: 'query' },
            most: { type: 'integer', minimum: '0', maximum: '50', location: 'query' },
          },
          response: { $ref: 'ChannelList' },
        },
      },
    },
  },
};
const analytics = { revision: '20260101', schemas: {}, resources: {} };

const example = {
  data: [{ id: 'string', text: 'string', views: 1, children: [] }],
  paging: { cursors: { before: 'string', after: 'string' } },
};
const request = (path: string[], query: [string, string][], body: string) => ({
  name: path.join(' '),
  request: { method: 'GET', url: { path, query: query.map(([key, value]) => ({ key, value })) } },
  response: [{ body }],
});
/** A collection as Postman keeps it: a folder, variables, an example whole and one with a gap. */
const collection = {
  variable: [{ key: 'fields_threads', value: 'id,text,views,children{id}' }],
  item: [
    {
      name: 'Read',
      item: [
        request(
          ['me', 'threads'],
          [
            ['fields', '{{fields_threads}}'],
            ['limit', ''],
          ],
          JSON.stringify(example),
        ),
        request(['{{thread_id}}', 'replies'], [], '{"data": [{"id": <string>}, ...]}'),
      ],
    },
  ],
};

beforeAll(() => {
  specs = mkdtempSync(join(tmpdir(), 'specs-'));
  const write = (folder: string, name: string, content: unknown) => {
    mkdirSync(join(specs, folder), { recursive: true });
    writeFileSync(join(specs, folder, `${name}.json`), JSON.stringify(content));
  };
  write('youtube', 'youtube.v3', discovery);
  write('youtube', 'youtubeAnalytics.v2', analytics);
  write('threads', 'threads-api.postman_collection', collection);
});

afterAll(() => rmSync(specs, { recursive: true }));

function ask(
  network: CheckedCall['network'],
  address: string,
  body: unknown,
  status = 200,
): CheckedCall {
  const { pathname: path, searchParams: query } = new URL(address, 'http://sandbox');
  return { network, about: 'test', method: 'GET', path, query, status, body };
}

describe("Google's kind of description", () => {
  const one = (channel: object) => ({ items: [channel] });
  test.each([
    ['a good answer', '/v3/channels?part=id,statistics&key=k&most=50', one({ count: '7' }), 0],
    ['a long number as a number', '/v3/channels?part=id', one({ count: 7 }), 1],
    ['a long number in words', '/v3/channels?part=id', one({ count: 'seven' }), 1],
    ['a short number as text', '/v3/channels?part=id', one({ videos: '7' }), 1],
    ['cells of any kind', '/v3/channels?part=id', one({ rows: [['a', 1]] }), 0],
    ['a row that is none', '/v3/channels?part=id', one({ rows: ['a'] }), 1],
    ['a field too many', '/v3/channels?part=id', one({ subscribers: '7' }), 1],
    ['a number above the most', '/v3/channels?most=51', one({}), 1],
    ['a word that the call does not take', '/v3/channels?size=5', one({}), 1],
    ['a call that is not described', '/v3/people', one({}), 1],
  ])('%s', (_, address, body, problems) => {
    const check = openApiCheck(readYoutubeApi(specs));
    expect(check(ask('youtube', address, body))).toHaveLength(problems);
  });

  test('an error has a form, too', () => {
    const check = openApiCheck(readYoutubeApi(specs));
    const error = { error: { code: 403, message: 'no', errors: [] } };
    expect(check(ask('youtube', '/v3/channels', error, 403))).toEqual([]);
    expect(check(ask('youtube', '/v3/channels', { error: 'no' }, 403))).not.toEqual([]);
  });

  test('a folder without it is told from one that holds something else', () => {
    expect(() => readYoutubeApi(join(specs, 'nowhere'))).toThrow(
      expect.objectContaining({ isMissing: true }),
    );
    expect(() => parseSpec(z.array(z.string()), specs, 'youtube/youtube.v3.json')).toThrow(
      expect.objectContaining({ isMissing: false }),
    );
  });
});

describe('a collection of calls with examples', () => {
  const list = (...data: unknown[]) => ({ ...example, data });
  test.each([
    ['a good answer', '/v1.0/me/threads?fields=id,text&limit=5', list({ id: '1', text: '' }), 0],
    ['by the number of an account', '/v1.0/178/threads', list({ id: '1' }), 0],
    ['a number as text', '/v1.0/me/threads', list({ views: '1' }), 1],
    ['an object for a list', '/v1.0/me/threads', list({ children: {} }), 1],
    ['a field that no example has', '/v1.0/me/threads', list({ shares: 3 }), 1],
    ['a word of the query that no call has', '/v1.0/me/threads?size=5', list(), 1],
    ['a field that no call names', '/v1.0/me/threads?fields=id,reach', list(), 1],
    ['a call that is not in it', '/v1.0/me/likes', list(), 1],
    ['an example with a gap binds nothing', '/v1.0/9/replies', { anything: 1 }, 0],
  ])('%s', (_, address, body, problems) => {
    const check = openCollectionCheck(readThreadsCollection(specs));
    expect(check(ask('threads', address, body))).toHaveLength(problems);
  });

  test('an error has a form, too', () => {
    const check = openCollectionCheck(readThreadsCollection(specs));
    const error = { message: 'no', type: 'OAuthException', code: 190 };
    expect(check(ask('threads', '/v1.0/me/threads', { error }, 400))).toEqual([]);
    expect(check(ask('threads', '/v1.0/me/threads', { error: 'no' }, 400))).toHaveLength(1);
  });
});

describe.each([
  ['tiktok', tiktokApi],
  ['linkedin', linkedinApi],
] as const)('%s, of which no file can be had', (network, api) => {
  test('the sandbox is asked and answers as its documentation says; spoiled answers are seen', async () => {
    const check = openApiCheck(api);
    const calls = await collectCalls(network, {});
    expect(calls.flatMap((call) => check(call))).toEqual([]);
    expect(new Set(calls.map(({ status }) => status)).size).toBeGreaterThan(2);
    const planted = plantViolations(calls);
    expect(planted.length).toBeGreaterThan(2);
    expect(planted.filter((call) => check(call).length === 0)).toEqual([]);
  });
});

test('of TikTok: what is sent is checked as what comes back', () => {
  const check = openApiCheck(tiktokApi);
  const error = { code: 'ok', message: '', log_id: '1' };
  const body = { data: { videos: [], cursor: 0, has_more: false }, error };
  const call = { ...ask('tiktok', '/v2/video/list/?fields=id', body), method: 'POST' as const };
  expect(check({ ...call, sent: { max_count: 20 } })).toEqual([]);
  expect(check({ ...call, sent: { max_count: 21 } })).toHaveLength(1);
  expect(check({ ...call, sent: { count: 20 } })).toHaveLength(1);
});
