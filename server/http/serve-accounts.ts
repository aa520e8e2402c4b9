import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressHeader } from '../accounts/address-header.ts';
import type { SignInLimit } from '../accounts/auth.ts';
import { findTypedAccount } from '../accounts/find-typed-account.ts';
import { bringTriesBack } from '../accounts/limit-tries.ts';
import type { House } from '../context.ts';
import type { Guard } from './guarded-route.ts';
import { parseBody } from './serve-own-password.ts';

const signIn = 'POST /api/auth/sign-in/email';
const signOut = 'POST /api/auth/sign-out';
/** The only endpoints of the accounts library that are reachable; the rest would write without audit. */
const served = new Set([signIn, signOut]);

function headersOf(request: FastifyRequest, address: string): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set(addressHeader, address);
  return headers;
}

/** Whose door it is, by the e-mail that was typed or the session that ends; null of a stranger. */
async function findWho({ house, sessions }: Guard, request: FastifyRequest, asked: string) {
  if (asked === signIn) return findTypedAccount(house, parseBody(request.body));
  return (await sessions.readActor(request.headers.cookie, false))?.id ?? null;
}

/** Logs who came in, went or was not let in: never what was typed, which may be a password. */
function logDoor(log: House['log'], status: number, facts: object): void {
  if (status < 400) log.info({ ...facts, status }, 'somebody signed in or out');
  else log.warn({ ...facts, status }, 'somebody was not let in');
}

/** Passes on what the library answers, but for the token of the session: its cookie alone has that. */
async function sendFetchResponse(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  reply.status(response.status);
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') reply.header(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return reply.send(response.ok ? { status: true } : await response.text());
}

/** Serves sign-in and sign-out. The library is loaded at the first call: no other page needs it. */
export function serveAccounts(
  app: FastifyInstance,
  guard: Guard,
  publicUrl: () => string,
  limit: SignInLimit,
): void {
  const { house } = guard;
  let loading: Promise<(request: Request) => Promise<Response>> | undefined;
  const load = () => {
    loading ??= import('../accounts/auth.ts').then(
      ({ makeAuth }) => makeAuth(house, publicUrl(), limit).handler,
    );
    return loading;
  };
  app.all('/api/auth/*', async (request, reply) => {
    const asked = `${request.method} ${request.url.split('?')[0]}`;
    if (!served.has(asked)) return reply.status(404).send({ error: 'not_found' });
    // Whoever goes away meanwhile has no address any more.
    const { ip: address } = request;
    const account = await findWho(guard, request, asked);
    const handle = await load();
    // The library counts by address with a clock that never goes back.
    await bringTriesBack(house);
    const body = request.body as string | undefined;
    const answer = await handle(
      new Request(new URL(request.url, publicUrl()), {
        method: request.method,
        headers: headersOf(request, address),
        body,
      }),
    );
    const event = asked === signIn ? 'sign_in' : 'sign_out';
    logDoor(house.log, answer.status, { event, account, address });
    // The one that a browser had before is not left open behind the new one.
    if (answer.ok) await guard.sessions.end(request.headers.cookie);
    // What this browser kept of this person's answers and files goes with the session.
    if (asked === signOut) reply.header('clear-site-data', '"cache"');
    return sendFetchResponse(answer, reply);
  });
}
