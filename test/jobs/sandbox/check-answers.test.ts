import { describe, expect, test } from 'vitest';
import { openMetaCheck } from '../../../jobs/sandbox/check/check-meta-answer.ts';
import { openXCheck } from '../../../jobs/sandbox/check/check-x-answer.ts';
import type { CheckedCall } from '../../../jobs/sandbox/check/collect-calls.ts';

const integer = { type: 'integer' };
const text = { type: 'string' };

/** The few words of an API description that the check reads, about one call. */
const checkX = openXCheck({
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
  },
  components: {
    parameters: {},
    schemas: {
      Users: {
        type: 'object',
        properties: { data: { type: 'array', items: { $ref: '#/components/schemas/User' } } },
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
        apis: [{ endpoint: 'insights', method: 'GET', return: 'InsightsResult', params: [] }],
      },
    ],
  ]),
  enums: new Map(),
});

function call(network: 'facebook' | 'x', path: string, body: unknown, status = 200): CheckedCall {
  const { pathname, searchParams } = new URL(path, 'http://sandbox');
  return { network, about: 'test', path: pathname, query: searchParams, status, body };
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
  ])('of X: %s', (_, path, body, problems) => {
    expect(checkX(call('x', path, body))).toHaveLength(problems);
  });

  test.each([
    ['a good answer', '/v26.0/?ids=a', { a: { id: '1', followers_count: 3 } }, 200, 0],
    ['a count below zero', '/v26.0/?ids=a', { a: { id: '1', followers_count: -3 } }, 200, 1],
    ['an identifier as a number', '/v26.0/a', { id: 1 }, 200, 1],
    ['a field that is not listed', '/v26.0/a', { id: '1', likes: 3 }, 200, 1],
    ['an edge that is not listed', '/v26.0/a/likes', { data: [] }, 200, 1],
    ['an error of another form', '/v26.0/a', { error: 'no' }, 400, 1],
  ])("of Meta's graph: %s", (_, path, body, status, problems) => {
    expect(checkMeta(call('facebook', path, body, status))).toHaveLength(problems);
  });
});
