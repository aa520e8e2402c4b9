import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  changePassword,
  createFirstAdministrator,
  readEntrance,
  signIn,
} from '../../../client/entrance/ask-server.ts';

const person = { name: 'Ana', email: 'ana@oficina.test', password: 'una clave larga', code: 'A' };

/** Every call of the entrance, and the failure that it gives. */
const calls: [name: string, call: () => Promise<unknown>][] = [
  ['what the first screen knows', async () => Reflect.get(await readEntrance(), 'failure')],
  [
    'the first administrator',
    async () => Reflect.get(await createFirstAdministrator(person), 'failure'),
  ],
  ['a sign-in', () => signIn(person.email, person.password)],
  ['the own password', () => changePassword('una clave larga', 'otra clave larga')],
];

function answerWith(status: number, body: string): void {
  vi.stubGlobal('fetch', async () => new Response(body, { status }));
}

describe.each(calls)('%s', (_, call) => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test.each(['database_unreachable', 'disk_full', 'database_read_only'])(
    'is told of %s as what it is',
    async (code) => {
      answerWith(503, JSON.stringify({ error: { data: { failure: { code } } } }));
      expect(await call()).toEqual({ code });
    },
  );

  test('takes no page of a proxy for an answer of ours', async () => {
    answerWith(502, '<html>Bad gateway</html>');
    expect(await call()).toEqual({ code: 'unreadable_answer' });
    answerWith(500, '{}');
    expect(await call()).toEqual({ code: 'unreadable_answer' });
  });
});
