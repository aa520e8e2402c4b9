import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { AltavozFailure, type Failure } from '../../shared/failure.ts';
import { largestFileBytes } from '../../shared/imports/limits.ts';
import type { SignInLimit } from '../accounts/auth.ts';
import { makeSessions } from '../accounts/read-session.ts';
import type { Context, House } from '../context.ts';
import { tellFault } from '../database/standing-fault.ts';
import { readTrustedProxies, type TrustsProxy } from '../trusted-proxies.ts';
import { makeAnswerCache } from './answer-cache.ts';
import { boundBodies, type RequestTimes, requestTimes, timedConnections } from './bound-bodies.ts';
import { boundConnections, type ConnectionBounds, connectionBounds } from './bound-connections.ts';
import { refuseManyHashes } from './call-read.ts';
import { holdTurn } from './guarded-route.ts';
import { type Readiness, serveHealth } from './health.ts';
import { logRefusal } from './log-refusal.ts';
import { comesFromElsewhere } from './own-pages.ts';
import { httpStatusOf, unexpected } from './procedures.ts';
import { dataHeaders, protectAnswers } from './protect-answers.ts';
import { appRouter } from './router.ts';
import { serveAccounts } from './serve-accounts.ts';
import { serveCalendar } from './serve-calendar.ts';
import { serveClient } from './serve-client.ts';
import { serveClippingFiles } from './serve-clipping-files.ts';
import { serveClosedMonths } from './serve-closed-months.ts';
import { serveEvidence } from './serve-evidence.ts';
import { serveOwnPassword } from './serve-own-password.ts';
import { isSingleQuery, serveQuery } from './serve-query.ts';

/** Who is let in from where, for how long and how many at once; each has its default. */
export interface DoorSettings {
  /** Which proxies are believed in whose request they pass on; those of this machine when absent. */
  trustsProxy?: TrustsProxy | undefined;
  connections?: ConnectionBounds | undefined;
  /** After how long without use a session ends, in milliseconds. */
  sessionIdle?: number | undefined;
  /** What whoever reads `/metrics` shows; without it, who asks on this machine where there is no proxy. */
  metricsToken?: string | undefined;
}

/** How the HTTP side of a house is set up. */
export interface AppOptions extends Readiness, DoorSettings {
  /** The address people use; made from the bound port when absent. */
  publicUrl?: string | undefined;
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
const fileCalls = [
  'imports.previewFile',
  'imports.planSheet',
  'imports.previewSheet',
  'output.previewCalendar',
  'output.importCalendar',
] as const;

/** A page that stays open asks who is signed in, now and then, without anybody using it. */
const looksOn = 'accounts.readSelf';

const halfADay = 12 * 60 * 60_000;
const ofThisMachine = readTrustedProxies('loopback');

function addressOf(app: FastifyInstance): string {
  const address = app.server.address();
  return typeof address === 'object' && address
    ? `http://127.0.0.1:${address.port}`
    : 'http://127.0.0.1';
}

/** What a request is told that failed outside of any call: its sender is refused, or something here broke. */
function failureOf(house: House, error: FastifyError, limitBytes: number): Failure {
  const { statusCode = 500 } = error;
  if (statusCode === 413) return { code: 'body_too_large', limitBytes };
  if (statusCode < 500) return { code: 'invalid_input', fields: [] };
  return tellFault(house, error) ?? unexpected(house, error);
}

/** Tells of what failed outside of any call, in the way of calls. */
function tell(house: House, error: FastifyError, limitBytes: number, reply: FastifyReply) {
  const failure = failureOf(house, error, limitBytes);
  const isRefused = error.statusCode !== undefined && error.statusCode < 500;
  // What a refused sender still has to say is not waited for.
  if (error instanceof AltavozFailure) reply.header('connection', 'close');
  return reply.status(isRefused ? Number(error.statusCode) : httpStatusOf(failure.code)).send({
    error: { message: isRefused ? error.code : failure.code, code: -32600, data: { failure } },
  });
}

/** Builds the HTTP server of a house; the caller listens and closes. */
export async function makeApp(house: House, options: AppOptions): Promise<FastifyInstance> {
  const times = options.requestTimes ?? requestTimes;
  const trustsProxy = options.trustsProxy ?? ofThisMachine ?? (() => false);
  const isSecure = options.publicUrl?.startsWith('https:') ?? false;
  const app = Fastify({
    loggerInstance: house.log as FastifyBaseLogger,
    // Nothing is logged by request, so that none needs a logger of its own.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustsProxy,
    // An address that none can be comes by no hook.
    frameworkErrors: (error, _request, reply) => {
      tell(house, error, bodyLimit, reply.headers(dataHeaders(isSecure)));
    },
    bodyLimit,
    ...timedConnections(times),
    routerOptions: { maxParamLength: 2_000 },
  });
  const sessions = makeSessions(house, { isSecure, idle: options.sessionIdle ?? halfADay });
  const guard = { house, sessions };
  const cache = makeAnswerCache(house, options.cacheCapacity);
  const publicUrl = () => options.publicUrl ?? addressOf(app);

  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_: unknown, body: unknown) => body,
  );
  app.setErrorHandler((error: FastifyError, request, reply) =>
    tell(house, error, request.routeOptions.bodyLimit, reply),
  );
  await protectAnswers(app, isSecure);
  app.addHook('onRequest', (request, reply, done) => {
    if (!comesFromElsewhere(request, publicUrl)) return done();
    const caller = { log: house.log, actor: null, address: request.ip };
    logRefusal(caller, 'other_origin', request.routeOptions.url);
    return reply.status(403).send({ error: 'other_origin' });
  });
  boundConnections(app, options.connections ?? connectionBounds, trustsProxy);
  boundBodies(app, bodyLimit, times);
  serveHealth(app, house, options);
  serveOwnPassword(app, house, sessions);
  serveClosedMonths(app, guard);
  serveCalendar(app, house);
  serveClippingFiles(app, guard);
  await serveEvidence(app, guard);
  serveAccounts(app, guard, publicUrl, options.signInLimit ?? { max: 10, windowSeconds: 60 });

  const answer = async (request: FastifyRequest, reply: FastifyReply, path: string) => {
    const actor = await sessions.readActor(request.headers.cookie, path !== looksOn);
    // Every call makes one: a copy with room for what is its own is ten times as quick to make.
    const context: Context = { actor, address: request.ip, ...house };
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
          const actor = await sessions.readActor(request.headers.cookie);
          if (actor === null) await answer(request, reply, call);
          else await holdTurn('upload', { actor, address: request.ip }, reply);
        },
      },
      (request, reply) => answer(request, reply, call),
    );
  }
  await serveClient(app, options.clientFolder);
  return app;
}
