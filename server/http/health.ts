import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { House } from '../context.ts';

/** What readiness asks of the rest of the process. */
export interface Readiness {
  /** Absent where this process runs no schedule. */
  isScheduleRunning?: () => boolean;
}

const digestOf = (text: string) => createHash('sha256').update(text).digest();

/** Whether a request carries the token; the time that takes says nothing of it. */
function isTokenOf(token: string, authorization: string | undefined): boolean {
  return timingSafeEqual(digestOf(`Bearer ${token}`), digestOf(authorization ?? ''));
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

/**
 * `/healthz` (alive), `/readyz` (able to work), `/metrics` (Prometheus text, for who has the token; not
 * there without one, since whoever comes by a proxy on this machine looks like the machine itself).
 */
export function serveHealth(
  app: FastifyInstance,
  house: House,
  readiness: Readiness,
  metricsToken: string | undefined,
): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'altavoz_http_request_seconds',
    help: 'Duration of HTTP requests by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { url: route = 'none' } = request.routeOptions;
    durations.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1_000);
    done();
  });
  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const database = await databaseAnswers(house);
    const schedule = readiness.isScheduleRunning?.() ?? null;
    const ready = database && schedule !== false;
    return reply.status(ready ? 200 : 503).send({ ready, database, schedule });
  });
  if (metricsToken === undefined) return;
  app.get('/metrics', async ({ headers }, reply) => {
    if (!isTokenOf(metricsToken, headers.authorization)) {
      return reply.status(401).header('www-authenticate', 'Bearer').send({ error: 'token' });
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
