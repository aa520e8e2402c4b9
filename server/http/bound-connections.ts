import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { AltavozFailure } from '../../shared/failure.ts';
import { networkOf } from '../network-of.ts';
import type { TrustsProxy } from '../trusted-proxies.ts';

/** How many connections are open at once. */
export interface ConnectionBounds {
  inAll: number;
  fromAddress: number;
}

export const connectionBounds: ConnectionBounds = { inAll: 4_000, fromAddress: 400 };

/** Counts what is open from each address; nothing where it has as much as it may. */
function counter(most: number) {
  const open = new Map<string, number>();
  return (address: string): (() => void) | undefined => {
    const from = networkOf(address);
    const count = open.get(from) ?? 0;
    if (count >= most) return undefined;
    open.set(from, count + 1);
    return () => {
      const left = (open.get(from) ?? 1) - 1;
      if (left === 0) open.delete(from);
      else open.set(from, left);
    };
  };
}

/**
 * Bounds connections: more from one address are ended as they come. A trusted proxy has as many as it
 * wants; of whom it speaks for, the requests under way are counted in their place.
 */
export function boundConnections(
  app: FastifyInstance,
  { inAll, fromAddress }: ConnectionBounds,
  trusts: TrustsProxy,
): void {
  const openFrom = counter(fromAddress);
  const askedFrom = counter(fromAddress);
  app.server.maxConnections = inAll;
  app.server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress;
    if (address === undefined || trusts(address, 0)) return;
    const close = openFrom(address);
    if (close) socket.once('close', close);
    else socket.destroy();
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (request.headers['x-forwarded-for'] === undefined) return done();
    if (request.ip === request.socket.remoteAddress) return done();
    const end = askedFrom(request.ip);
    if (!end) return done(new AltavozFailure({ code: 'too_many_requests', retryAfterSeconds: 5 }));
    reply.raw.once('close', end);
    return done();
  });
}
