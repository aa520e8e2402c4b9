import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressHeader } from '../accounts/address-header.ts';
import type { SignInLimit } from '../accounts/auth.ts';
import { bringTriesBack } from '../accounts/limit-tries.ts';
import type { House } from '../context.ts';

/** The only endpoints of the accounts library that are reachable; the rest would write without audit. */
const served = new Set(['POST /api/auth/sign-in/email', 'POST /api/auth/sign-out']);

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set(addressHeader, request.ip);
  return headers;
}

async function sendFetchResponse(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  reply.status(response.status);
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') reply.header(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return reply.send(await response.text());
}

/** Serves sign-in and sign-out. The library is loaded at the first call: no other page needs it. */
export function serveAccounts(
  app: FastifyInstance,
  house: House,
  publicUrl: () => string,
  limit: SignInLimit,
): void {
  let loading: Promise<(request: Request) => Promise<Response>> | undefined;
  const load = () => {
    loading ??= import('../accounts/auth.ts').then(
      ({ makeAuth }) => makeAuth(house, publicUrl(), limit).handler,
    );
    return loading;
  };
  app.all('/api/auth/*', async (request, reply) => {
    const path = request.url.split('?')[0];
    if (!served.has(`${request.method} ${path}`))
      return reply.status(404).send({ error: 'not_found' });
    const handle = await load();
    // The library counts by address with a clock that never goes back.
    await bringTriesBack(house);
    const body = request.body as string | undefined;
    const answer = await handle(
      new Request(new URL(request.url, publicUrl()), {
        method: request.method,
        headers: headersOf(request),
        body,
      }),
    );
    return sendFetchResponse(answer, reply);
  });
}
