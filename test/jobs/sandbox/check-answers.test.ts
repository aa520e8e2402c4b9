import { describe, expect, test } from 'vitest';
import { openApiCheck } from '../../../jobs/sandbox/check/check-api-answer.ts';
import { openLexiconCheck } from '../../../jobs/sandbox/check/check-lexicon-answer.ts';
import { openMetaCheck } from '../../../jobs/sandbox/check/check-meta-answer.ts';
import type { CheckedCall } from '../../../jobs/sandbox/check/collect-calls.ts';

const integer = { type: 'integer' };
const text = { type: 'string' };

/** The few words of an API description that the check reads, about one call. */
const checkX = openApiCheck({
  info: { version: 'test' },
  paths: {
    '/2/users/by': {
      get: {
        parameters: [
          {
            name: 'usernames',
            in: 'query',
            schema: { type: 'array', items: { type: 'string', pattern: '^[a-z]+$' } },
          },
        ],
        responses: {
          200: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Users' } } },
          },
        },
      },
    },
    '/2/users/{id}/posts': {
      get: {
        parameters: [{ name: 'most', in: 'query', schema: { type: 'integer', maximum: 100 } }],
        responses: {
          200: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Links' } } },
          },
          default: { content: { 'application/problem+json': { schema: { type: 'object' } } } },
        },
      },
    },
  },
  components: {
    parameters: {},
    schemas: {
      Users: {
        type: 'object',
        properties: { data: { type: 'array', items: { $ref: '#/components/schemas/User' } } },
      },
      Place: { type: 'object', required: ['start'], properties: { start: integer } },
      Links: {
        type: 'object',
        properties: {
          link: {
            allOf: [
              { $ref: '#/components/schemas/Place' },
              { type: 'object', required: ['url'], properties: { url: text } },
            ],
          },
        },
      },
      User: { type: 'object', required: ['id'], properties: { id: text, posts: integer } },
    },
  },
});

const checkMeta = openMetaCheck({
  lists: new Map([
    [
      'Page',
      {
        fields: [
          { name: 'id', type: 'string' },
          { name: 'followers_count', type: 'unsigned int' },
        ],
        apis: [
          { endpoint: 'insights', method: 'GET', return: 'InsightsResult', params: [] },
          { endpoint: 'owners', method: 'GET', return: 'Page', params: [] },
        ],
      },
    ],
  ]),
  enums: new Map(),
});

const checkLexicon = openLexiconCheck(
  new Map([
    [
      'app.list',
      {
        main: {
          parameters: {
            type: 'params',
            required: ['actors'],
            properties: {
              actors: { type: 'array', items: { type: 'string', format: 'did' }, maxLength: 2 },
              limit: { type: 'integer', maximum: 100 },
            },
          },
          output: { schema: { type: 'array', items: { type: 'ref', ref: 'app.defs#one' } } },
        },
      },
    ],
    [
      'app.defs',
      {
        one: {
          type: 'object',
          required: ['at'],
          properties: {
            at: { type: 'string', format: 'datetime' },
            likes: { type: 'integer' },
            inside: { type: 'union', refs: ['#one', 'app.other#picture'] },
          },
        },
      },
    ],
  ]),
);
const at = '2026-11-22T15:00:00Z';

function call(
  network: 'facebook' | 'x' | 'bluesky',
  path: string,
  body: unknown,
  status = 200,
): CheckedCall {
  const { pathname, searchParams } = new URL(path, 'http://sandbox');
  const method = 'GET' as const;
  return { network, about: 'test', method, path: pathname, query: searchParams, status, body };
}

describe('the check of the sandbox', () => {
  test.each([
    ['a good answer of X', '/2/users/by?usernames=a,b', { data: [{ id: '1', posts: 3 }] }, 0],
    ['a count as text', '/2/users/by?usernames=a', { data: [{ id: '1', posts: '3' }] }, 1],
    ['a field too many', '/2/users/by?usernames=a', { data: [{ id: '1', tweets: 3 }] }, 1],
    ['a field too few', '/2/users/by?usernames=a', { data: [{ posts: 3 }] }, 1],
    ['a name that no user can have', '/2/users/by?usernames=a,1', { data: [] }, 1],
    ['a word that the call does not take', '/2/users/by?ids=1', { data: [] }, 1],
    ['a call that is not described', '/2/users', { data: [] }, 1],
    ['an object made of parts', '/2/users/7/posts?most=5', { link: { start: 1, url: 'a' } }, 0],
    ['an object that lacks a part', '/2/users/7/posts', { link: { start: 1 } }, 1],
    ['a number above the most', '/2/users/7/posts?most=101', {}, 1],
    ['a number that is none', '/2/users/7/posts?most=few', {}, 1],
  ])('of X: %s', (_, path, body, problems) => {
    expect(checkX(call('x', path, body))).toHaveLength(problems);
  });

  test('of X: what is refused as badly asked may be badly asked', () => {
    expect(checkX(call('x', '/2/users/7/posts?words=1', { title: 'no' }, 400))).toEqual([]);
    expect(checkX(call('x', '/2/users/7/posts?words=1', 'no', 400))).toHaveLength(1);
  });

  test.each([
    ['a good answer', '/v26.0/?ids=a', { a: { id: '1', followers_count: 3 } }, 200, 0],
    ['a count below zero', '/v26.0/?ids=a', { a: { id: '1', followers_count: -3 } }, 200, 1],
    ['an identifier as a number', '/v26.0/a', { id: 1 }, 200, 1],
    ['a field that is not listed', '/v26.0/a', { id: '1', likes: 3 }, 200, 1],
    ['an edge that is not listed', '/v26.0/a/likes', { data: [] }, 200, 1],
    ['an edge among the fields', '/v26.0/a', { owners: { data: [{ id: '2' }] } }, 200, 0],
    ['an edge with what is not its own', '/v26.0/a', { owners: { data: [{ id: 2 }] } }, 200, 1],
    ['an edge that is no list', '/v26.0/a', { owners: [] }, 200, 1],
    ['a token described otherwise', '/v26.0/debug_token', { data: [] }, 200, 1],
    ['an error of another form', '/v26.0/a', { error: 'no' }, 400, 1],
  ])("of Meta's graph: %s", (_, path, body, status, problems) => {
    expect(checkMeta(call('facebook', path, body, status))).toHaveLength(problems);
  });

  test.each([
    ['a good answer', 'app.list?actors=did:plc:a&limit=5', [{ at, likes: 3 }], 0],
    [
      'what no lexicon defines',
      'app.list?actors=did:plc:a',
      [{ at, inside: { $type: 'app.other#picture', x: 1 } }],
      0,
    ],
    [
      'an object of another type',
      'app.list?actors=did:plc:a',
      [{ at, inside: { $type: 'app.video' } }],
      1,
    ],
    [
      'a fault further inside',
      'app.list?actors=did:plc:a',
      [{ at, inside: { $type: 'app.defs#one', at: '15:00' } }],
      1,
    ],
    ['a count as text', 'app.list?actors=did:plc:a', [{ at, likes: '3' }], 1],
    ['a field too many', 'app.list?actors=did:plc:a', [{ at, views: 3 }], 1],
    ['a field too few', 'app.list?actors=did:plc:a', [{ likes: 3 }], 1],
    ['no list', 'app.list?actors=did:plc:a', { at }, 1],
    ['too many names', 'app.list?actors=did:plc:a&actors=did:plc:b&actors=did:plc:c', [], 1],
    ['a name of another form', 'app.list?actors=somebody', [], 1],
    ['a number above the most', 'app.list?actors=did:plc:a&limit=101', [], 1],
    ['a word too few', 'app.list', [], 1],
    ['a call that is not described', 'app.other', [], 1],
  ])('of lexicons: %s', (_, path, body, problems) => {
    expect(checkLexicon(call('bluesky', `/xrpc/${path}`, body))).toHaveLength(problems);
  });

  test('of lexicons: errors have a form, too', () => {
    expect(checkLexicon(call('bluesky', '/xrpc/app.list', { error: 'No' }, 400))).toEqual([]);
    expect(checkLexicon(call('bluesky', '/xrpc/app.list', 'no', 400))).toHaveLength(1);
  });
});
