import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { House } from '../context.ts';
import type { DatabaseFault } from '../database/fault.ts';
import { findStandingFault } from '../database/standing-fault.ts';

/** What readiness asks of the rest of the process. */
export interface Readiness {
  /** Absent where this process runs no schedule. */
  isScheduleRunning?: () => boolean;
}

/** So long a database may take to say that it is there. */
const mostMilliseconds = 3_000;

/** Why the database cannot do its work; absent when it can. What it does not answer in time is out of reach. */
async function databaseFault({ database, log }: House): Promise<DatabaseFault | undefined> {
  const waiting = new AbortController();
  const late = wait(mostMilliseconds, { fault: 'database_unreachable' as const }, waiting);
  const found = await Promise.race([findStandingFault(database), late]);
  waiting.abort();
  if (found) log.warn(found, 'the database cannot do its work');
  return found?.fault;
}

const digestOf = (text: string) => createHash('sha256').update(text).digest();

/** Whether a request carries the token; the time that takes says nothing of it. */
function isTokenOf(token: string, authorization: string | undefined): boolean {
  return timingSafeEqual(digestOf(`Bearer ${token}`), digestOf(authorization ?? ''));
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const ofProxies = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** Whether a program of this machine asks for itself, and no proxy for somebody else. */
function isFromThisMachine({ raw, headers }: FastifyRequest): boolean {
  return (
    loopback.has(raw.socket.remoteAddress ?? '') &&
    ofProxies.every((name) => headers[name] === undefined)
  );
}

/**
 * `/healthz` (alive), `/readyz` (able to work, or why not), `/metrics` (Prometheus text, for who has the
 * token; without one for this machine, unless people come by an address that a proxy answers: whom that
 * sends on may look like the machine itself).
 */
export function serveHealth(
  app: FastifyInstance,
  house: House,
  readiness: Readiness & { publicUrl?: string | undefined; metricsToken?: string | undefined },
): void {
  const { metricsToken, publicUrl } = readiness;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'altavoz_http_request_seconds',
    help: 'Duration of HTTP requests by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  });
  // Finding the series of its labels costs more than counting a request.
  const known = new Map<string, ReturnType<typeof durations.labels>>();
  app.addHook('onResponse', (request, reply, done) => {
    const { url: route = 'none' } = request.routeOptions;
    const key = `${reply.statusCode} ${route}`;
    const ofRoute = known.get(key) ?? durations.labels({ route, status: reply.statusCode });
    known.set(key, ofRoute);
    ofRoute.observe(reply.elapsedTime / 1_000);
    done();
  });
  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const reason = await databaseFault(house);
    const database = reason === undefined;
    const schedule = readiness.isScheduleRunning?.() ?? null;
    const ready = database && schedule !== false;
    return reply.status(ready ? 200 : 503).send({ ready, database, schedule, reason });
  });
  app.get('/metrics', async (request, reply) => {
    const isAllowed =
      metricsToken === undefined
        ? publicUrl === undefined && isFromThisMachine(request)
        : isTokenOf(metricsToken, request.headers.authorization);
    if (!isAllowed) {
      return reply.status(401).header('www-authenticate', 'Bearer').send({ error: 'token' });
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
