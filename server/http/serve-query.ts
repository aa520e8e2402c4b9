import { getTRPCErrorFromUnknown, getTRPCErrorShape, TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Context, today } from '../context.ts';
import { type AnswerCache, type Body, bodyOf } from './answer-cache.ts';
import { callRead, keyOfInput, queryMeta } from './call-read.ts';
import { translated } from './procedures.ts';
import { appRouter } from './router.ts';

type Query = { input?: string; batch?: string };

/** Whether a call is of one query, which is answered without building Fetch objects for it. */
export function isSingleQuery(path: string, query: unknown): boolean {
  return queryMeta(path) !== undefined && (query as Query).batch === undefined;
}

function parseInput(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TRPCError({ code: 'PARSE_ERROR', cause });
  }
}

/** More texts than the screens that are open at a time ask with. */
const keptTexts = 1_000;
const longestKeptText = 1_000;

/**
 * Remembers what an input was understood as: working its key out costs more than finding the
 * answer that is kept under it.
 */
function rememberKeys(): (path: string, input: string | undefined) => string | undefined {
  const known = new Map<string, string>();
  return (path, input) => {
    const text = `${path} ${input ?? ''}`;
    const found = known.get(text);
    if (found !== undefined) return found;
    const key = keyOfInput(path, parseInput(input));
    if (key === undefined || text.length > longestKeptText) return key;
    if (known.size >= keptTexts) known.clear();
    known.set(text, key);
    return key;
  };
}

const keyOfText = rememberKeys();

async function answer(path: string, context: Context, input: string | undefined): Promise<string> {
  const data = await callRead(path, context, () => parseInput(input));
  return JSON.stringify({ result: { data } });
}

/** Answers from the cache where the procedure says what it reads from, after checking the role. */
async function answerKept(
  path: string,
  context: Context,
  input: string | undefined,
  cache: AnswerCache,
): Promise<Body> {
  const meta = queryMeta(path);
  if (!meta?.readsFrom || meta.allowed === 'anyone') return answer(path, context, input);
  const { actor } = context;
  if (!actor || !(meta.allowed as readonly string[]).includes(actor.role)) {
    return answer(path, context, input);
  }
  const asked = keyOfText(path, input);
  if (asked === undefined) return answer(path, context, input);
  // What was in force yesterday may not be today: an answer lives for one day of the office.
  const key = `${today(context)} ${path} ${asked}`;
  const stamp = await cache.stamp(meta.readsFrom);
  const kept = cache.find(key, stamp);
  if (kept !== undefined) return kept;
  const outcome = { isPartial: false };
  const body = bodyOf(await answer(path, { ...context, outcome }, input));
  // What broke may be whole a moment later, without anybody having written.
  if (!outcome.isPartial) cache.keep(key, stamp, body);
  return body;
}

/** Serves `GET /trpc/area.read?input=…` for one query, in tRPC's own format. */
export async function serveQuery(
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
  context: Context,
  cache: AnswerCache,
): Promise<FastifyReply> {
  reply.header('content-type', 'application/json; charset=utf-8');
  try {
    return reply.send(await answerKept(path, context, (request.query as Query).input, cache));
  } catch (thrown) {
    const error = translated(getTRPCErrorFromUnknown(thrown));
    const shape = getTRPCErrorShape({
      config: appRouter._def._config,
      error,
      type: 'query',
      path,
      input: undefined,
      ctx: context,
    });
    return reply.status(getHTTPStatusCodeFromError(error)).send(JSON.stringify({ error: shape }));
  }
}
