import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { House } from '../context.ts';
import type { DatabaseFault } from '../database/fault.ts';
import { findStandingFault } from '../database/standing-fault.ts';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

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

/** `/healthz` (alive), `/readyz` (able to work, or why not), `/metrics` (loopback only, Prometheus text). */
export function serveHealth(app: FastifyInstance, house: House, readiness: Readiness): void {
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
    if (!loopback.has(request.ip)) return reply.status(403).send({ error: 'loopback_only' });
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
