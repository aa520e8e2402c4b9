import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { House } from '../context.ts';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** What readiness asks of the rest of the process. */
export interface Readiness {
  /** Absent where this process runs no schedule. */
  isScheduleRunning?: () => boolean;
}

async function databaseAnswers(house: House): Promise<boolean> {
  try {
    await sql`select 1`.execute(house.database.db);
    return true;
  } catch (error) {
    house.log.warn({ err: error }, 'the database does not answer');
    return false;
  }
}

/** `/healthz` (alive), `/readyz` (able to work), `/metrics` (loopback only, Prometheus text). */
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
    const database = await databaseAnswers(house);
    const schedule = readiness.isScheduleRunning?.() ?? null;
    const ready = database && schedule !== false;
    return reply.status(ready ? 200 : 503).send({ ready, database, schedule });
  });
  app.get('/metrics', async (request, reply) => {
    if (!loopback.has(request.ip)) return reply.status(403).send({ error: 'loopback_only' });
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
