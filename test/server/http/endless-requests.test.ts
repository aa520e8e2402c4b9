import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { type ServedHouse, serve, serveHouse } from '../../support/served-house.ts';

const requestTimes = { headers: 300, body: 400, request: 900, silence: 500 };

/**
 * Sends some lines, then a byte at a time for ever or nothing; gives the milliseconds until the
 * server ends the connection, or nothing when it has not within five seconds.
 */
function timeToEnd(
  { url }: ServedHouse,
  lines: string[],
  dribbles: boolean,
): Promise<number | undefined> {
  const began = performance.now();
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
  const dribble = setInterval(() => dribbles && socket.write('x'), 40);
  return new Promise((resolve) => {
    const give = (time: number | undefined) => {
      clearInterval(dribble);
      clearTimeout(patience);
      socket.destroy();
      resolve(time);
    };
    const patience = setTimeout(give, 5_000, undefined);
    socket.on('error', () => undefined).on('close', () => give(performance.now() - began));
    socket.resume();
    if (lines.length > 0) socket.write(lines.join('\r\n'));
  });
}

function post(path: string, type: string, ...more: string[]): string[] {
  return [
    `POST ${path} HTTP/1.1`,
    'host: altavoz',
    `content-type: ${type}`,
    'content-length: 100000',
    ...more,
    '',
    '{',
  ];
}

describe('a request that never ends', () => {
  test('is ended by the server, whatever part of it does not end and whoever sends it', async () => {
    // A first sign-in loads its library, which may take longer than these times.
    const unhurried = await serveHouse();
    const { cookie } = await unhurried.signedIn('press');
    const served = await serve(unhurried.house, { requestTimes });
    const session = `cookie: ${cookie}\r\norigin: http://altavoz`;
    const file = 'application/octet-stream';
    const endless: Record<string, [lines: string[], dribbles: boolean]> = {
      nothing: [[], false],
      'a line': [['POST /tr'], true],
      headers: [['POST /trpc/x HTTP/1.1', 'x-long: '], true],
      'body of a procedure': [
        post('/trpc/accounts.createFirstAdministrator', 'application/json'),
        true,
      ],
      'body in chunks': [
        ['POST /trpc/x HTTP/1.1', 'host: a', 'transfer-encoding: chunked', '', 'fffff', '{'],
        true,
      ],
      'body of a sign-in': [post('/api/auth/sign-in/email', 'application/json'), true],
      'body of no route': [post('/nowhere', 'application/json'), true],
      'silent body': [post('/trpc/accounts.createFirstAdministrator', 'application/json'), false],
      'file of a stranger': [post('/trpc/imports.previewFile', 'application/json'), true],
      'file of a person': [post('/trpc/imports.previewFile', 'application/json', session), true],
      'evidence of a stranger': [post('/evidence?name=a.pdf', file), true],
      'evidence of a person': [post('/evidence?name=a.pdf', file, session), true],
    };
    const times = await Promise.all(
      Object.entries(endless).map(
        async ([what, [lines, dribbles]]) =>
          [what, (await timeToEnd(served, lines, dribbles)) ?? Number.POSITIVE_INFINITY] as const,
      ),
    );
    expect(times.filter(([, time]) => time > 3_000)).toEqual([]);
    expect((await fetch(`${served.url}/healthz`)).status).toBe(200);
  }, 20_000);

  test('is not taken for one that is slow: a body that comes in pieces is answered', async () => {
    const served = await serveHouse({ requestTimes: { ...requestTimes, body: 3_000 } });
    const { port } = new URL(served.url);
    const socket = connect({ host: '127.0.0.1', port: Number(port) });
    const body = JSON.stringify({ email: 'nadie@oficina.test', password: 'una clave larga' });
    const answer = new Promise<string>((resolve) =>
      socket.once('data', (data) => resolve(`${data}`)),
    );
    const head = post('/api/auth/sign-in/email', 'application/json').slice(0, 3);
    socket.write([...head, `content-length: ${body.length}`, '', ''].join('\r\n'));
    for (const letter of body) {
      socket.write(letter);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(await answer).toMatch(/^HTTP\/1.1 401/);
    socket.destroy();
  });
});
