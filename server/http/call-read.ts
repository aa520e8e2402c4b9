import { callTRPCProcedure, getTRPCErrorFromUnknown, TRPCError } from '@trpc/server';
import type { ZodType } from 'zod';
import { AltavozFailure } from '../../shared/failure.ts';
import type { Context } from '../context.ts';
import { canonicalText } from './canonical-text.ts';
import { costOf, inTurnOf } from './costly.ts';
import { authorise, type ProcedureMeta, translated } from './procedures.ts';
import { appRouter } from './router.ts';

type Resolve = (call: { ctx: Context; input: unknown }) => Promise<unknown>;

/** What this server relies on of how tRPC keeps a procedure. */
interface Procedure {
  _def: {
    type: string;
    meta?: ProcedureMeta;
    inputs: readonly ZodType[];
    middlewares: readonly unknown[];
    resolver?: Resolve;
  };
}

const procedures = appRouter._def.procedures as unknown as Record<string, Procedure | undefined>;

/** What a path's query says of itself; absent when there is no such query. */
export function queryMeta(path: string): ProcedureMeta | undefined {
  const definition = procedures[path]?._def;
  return definition?.type === 'query' ? definition.meta : undefined;
}

/**
 * Refuses a batch that would hash more than one password.
 * @throws {TRPCError} `too_many_requests`.
 */
export function refuseManyHashes(calls: readonly { path: string }[]): void {
  if (calls.filter(({ path }) => procedures[path]?._def.meta?.hashes).length <= 1) return;
  const failure = { code: 'too_many_requests', retryAfterSeconds: 1 } as const;
  throw translated(getTRPCErrorFromUnknown(new AltavozFailure(failure)));
}

/**
 * One text for all inputs that a query takes for the same: parsed, with defaults, without what it
 * does not know. Absent when it would refuse the input.
 */
export function keyOfInput(path: string, input: unknown): string | undefined {
  const parsed: unknown[] = [];
  for (const schema of procedures[path]?._def.inputs ?? []) {
    const { success, data } = schema.safeParse(input);
    if (!success) return undefined;
    parsed.push(data);
  }
  return canonicalText(parsed);
}

/** A read made of nothing but its roles, one schema and what answers it. */
interface PlainRead {
  allowed: Exclude<ProcedureMeta['allowed'], 'anyone'>;
  costly: ProcedureMeta['costly'];
  schema: ZodType;
  resolve: Resolve;
}

function plainRead({ _def }: Procedure): PlainRead | undefined {
  const { meta, inputs, middlewares, resolver } = _def;
  const [schema] = inputs;
  const links = ['roles', 'schema', 'answer'].length;
  if (!meta || meta.allowed === 'anyone' || !schema || !resolver) return undefined;
  if (inputs.length !== 1 || middlewares.length !== links) return undefined;
  const { allowed, costly } = meta;
  return { allowed, costly, schema, resolve: resolver };
}

const plainReads = new Map(
  Object.entries(procedures).flatMap(([path, procedure]) => {
    const read = procedure?._def.type === 'query' ? plainRead(procedure) : undefined;
    return read ? [[path, read] as const] : [];
  }),
);

async function callPlainRead(
  read: PlainRead,
  ctx: Context,
  readInput: () => unknown,
): Promise<unknown> {
  try {
    authorise(ctx, read.allowed);
    const parsed = read.schema.safeParse(readInput());
    if (!parsed.success) throw new TRPCError({ code: 'BAD_REQUEST', cause: parsed.error });
    const input = parsed.data;
    return await inTurnOf(costOf(read.costly, input), ctx, () => read.resolve({ ctx, input }));
  } catch (error) {
    throw translated(getTRPCErrorFromUnknown(error));
  }
}

/**
 * Calls a query; `readInput` gives its input as it came, once the caller's role is known. Plain reads are called by the same steps that tRPC
 * would take, without its chain of middlewares, which costs as much as a small read does.
 * @throws {TRPCError}
 */
export function callRead(
  path: string,
  context: Context,
  readInput: () => unknown,
): Promise<unknown> {
  const read = plainReads.get(path);
  if (read) return callPlainRead(read, context, readInput);
  return callTRPCProcedure({
    router: appRouter,
    path,
    getRawInput: async () => readInput(),
    ctx: context,
    type: 'query',
    signal: undefined,
    batchIndex: 0,
  });
}
