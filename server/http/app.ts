import helmet from '@fastify/helmet';
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Failure } from '../../shared/failure.ts';
import { largestFileBytes } from '../../shared/imports/limits.ts';
import type { SignInLimit } from '../accounts/auth.ts';
import { sessionReader } from '../accounts/read-session.ts';
import type { Context, House } from '../context.ts';
import { tellFault } from '../database/standing-fault.ts';
import { makeAnswerCache } from './answer-cache.ts';
import { boundBodies, type RequestTimes, requestTimes, timedConnections } from './bound-bodies.ts';
import { refuseManyHashes } from './call-read.ts';
import { type Readiness, serveHealth } from './health.ts';
import { httpStatusOf, unexpected } from './procedures.ts';
import { appRouter } from './router.ts';
import { serveAccounts } from './serve-accounts.ts';
import { serveCalendar } from './serve-calendar.ts';
import { serveClient } from './serve-client.ts';
import { serveClippingFiles } from './serve-clipping-files.ts';
import { serveClosedMonths } from './serve-closed-months.ts';
import { serveEvidence } from './serve-evidence.ts';
import { serveOwnPassword } from './serve-own-password.ts';
import { isSingleQuery, serveQuery } from './serve-query.ts';

/** How the HTTP side of a house is set up. */
export interface AppOptions extends Readiness {
  /** The address people use; made from the bound port when absent. */
  publicUrl?: string;
  /** The folder of the built client. */
  clientFolder: string;
  signInLimit?: SignInLimit;
  requestTimes?: RequestTimes;
  /** Bytes of answers kept, with their keys; 0 keeps none. */
  cacheCapacity?: number;
}

const bodyLimit = 1024 * 1024;

/** A file travels as base64, with a few words around it. */
const fileBodyLimit = Math.ceil(largestFileBytes / 3) * 4 + 1024 * 1024;

/** The calls that carry a file. */
const fileCalls = ['imports.previewFile', 'imports.planSheet', 'imports.previewSheet'] as const;

/** What every answer of the API carries: it is data, for this person, to be kept by nobody. */
const answerHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

function addressOf(app: FastifyInstance): string {
  const address = app.server.address();
  return typeof address === 'object' && address
    ? `http://127.0.0.1:${address.port}`
    : 'http://127.0.0.1';
}

/** A page of another site must not write with this one's cookies. */
function comesFromElsewhere(request: FastifyRequest, publicUrl: () => string): boolean {
  const { origin, host } = request.headers;
  if (request.method === 'GET' || request.method === 'HEAD' || origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  const from = new URL(origin).host;
  return from !== host && from !== new URL(publicUrl()).host;
}

/** What a request is told that failed outside of any call: its sender is refused, or something here broke. */
function failureOf(house: House, error: FastifyError, limitBytes: number): Failure {
  const { statusCode = 500 } = error;
  if (statusCode === 413) return { code: 'body_too_large', limitBytes };
  if (statusCode < 500) return { code: 'invalid_input', fields: [] };
  return tellFault(house, error) ?? unexpected(house, error);
}

/** Builds the HTTP server of a house; the caller listens and closes. */
export async function makeApp(house: House, options: AppOptions): Promise<FastifyInstance> {
  const times = options.requestTimes ?? requestTimes;
  const app = Fastify({
    loggerInstance: house.log as FastifyBaseLogger,
    // Nothing is logged by request, so that none needs a logger of its own.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    // A proxy on the same machine says whose request it passes on; nobody else is believed.
    trustProxy: 'loopback',
    bodyLimit,
    ...timedConnections(times),
    routerOptions: { maxParamLength: 2_000 },
  });
  const readSession = sessionReader(house);
  const cache = makeAnswerCache(house, options.cacheCapacity);
  const publicUrl = () => options.publicUrl ?? addressOf(app);

  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_: unknown, body: unknown) => body,
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const failure = failureOf(house, error, request.routeOptions.bodyLimit);
    const isRefused = error.statusCode !== undefined && error.statusCode < 500;
    return reply.status(isRefused ? Number(error.statusCode) : httpStatusOf(failure.code)).send({
      error: { message: isRefused ? error.code : failure.code, code: -32600, data: { failure } },
    });
  });
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        scriptSrc: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: options.publicUrl?.startsWith('https:') ?? false,
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/trpc/')) reply.headers(answerHeaders);
    else reply.helmet();
    if (comesFromElsewhere(request, publicUrl)) reply.status(403).send({ error: 'other_origin' });
    else done();
  });
  boundBodies(app, bodyLimit, times);
  serveHealth(app, house, options);
  serveOwnPassword(app, house);
  serveClosedMonths(app, house);
  serveCalendar(app, house);
  serveClippingFiles(app, house);
  await serveEvidence(app, house);
  serveAccounts(app, house, publicUrl, options.signInLimit ?? { max: 10, windowSeconds: 60 });

  const answer = async (request: FastifyRequest, reply: FastifyReply, path: string) => {
    const actor = await readSession(request.headers.cookie);
    const context: Context = { ...house, actor, address: request.ip };
    if (request.method === 'GET' && isSingleQuery(path, request.query)) {
      return serveQuery(request, reply, path, context, cache);
    }
    await fastifyRequestHandler({
      router: appRouter,
      createContext({ info }) {
        refuseManyHashes(info.calls);
        return context;
      },
      req: request,
      res: reply,
      path,
    });
    return reply;
  };
  app.all<{ Params: { path: string } }>('/trpc/:path', (request, reply) =>
    answer(request, reply, request.params.path),
  );
  for (const call of fileCalls) {
    app.post(
      `/trpc/${call}`,
      {
        bodyLimit: fileBodyLimit,
        // What a stranger sends is not taken in before the session is looked at.
        async onRequest(request, reply) {
          const actor = await readSession(request.headers.cookie);
          if (actor === null) await answer(request, reply, call);
        },
      },
      (request, reply) => answer(request, reply, call),
    );
  }
  await serveClient(app, options.clientFolder);
  return app;
}
