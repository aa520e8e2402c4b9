import { randomUUID } from 'node:crypto';
import { getTRPCErrorFromUnknown, initTRPC, TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { ZodError } from 'zod';
import { type Role, roles } from '../../shared/accounts/roles.ts';
import {
  AltavozFailure,
  type Failure,
  type FailureCode,
  type FieldFailure,
} from '../../shared/failure.ts';
import type { Context, House } from '../context.ts';
import { knownFailure } from '../database/fault.ts';
import { tellFault } from '../database/standing-fault.ts';
import type { Area } from '../transaction.ts';
import { type Cost, costOf, inTurnOf } from './costly.ts';
import { logRefusal } from './log-refusal.ts';

/** What a procedure says of itself: who may call it, and which areas its answer is made from. */
export interface ProcedureMeta {
  allowed: readonly Role[] | 'anyone';
  /** Present on reads whose answer depends on nothing but the input and the records of these areas. */
  readsFrom?: readonly Area[];
  /** Of those whose call hashes a password: a batch carries one at most. */
  hashes?: true;
  /** What its calls take turns for; a call that searches takes one, whatever this says. */
  costly?: Cost;
}

const statusOf: Record<FailureCode, TRPCError['code']> = {
  not_signed_in: 'UNAUTHORIZED',
  role_not_allowed: 'FORBIDDEN',
  own_price: 'FORBIDDEN',
  invalid_input: 'BAD_REQUEST',
  record_not_found: 'NOT_FOUND',
  record_changed: 'CONFLICT',
  value_taken: 'CONFLICT',
  record_in_use: 'CONFLICT',
  rate_overlaps: 'CONFLICT',
  month_closed: 'CONFLICT',
  month_confirmed: 'CONFLICT',
  month_not_closed: 'CONFLICT',
  month_not_ready: 'CONFLICT',
  total_and_records: 'CONFLICT',
  outlet_reaches_back: 'CONFLICT',
  review_moved: 'CONFLICT',
  revaluation_moved: 'CONFLICT',
  rates_moved: 'CONFLICT',
  selection_moved: 'CONFLICT',
  selection_too_large: 'UNPROCESSABLE_CONTENT',
  batch_undone: 'CONFLICT',
  last_administrator: 'CONFLICT',
  setup_already_done: 'CONFLICT',
  setup_code_wrong: 'FORBIDDEN',
  password_wrong: 'FORBIDDEN',
  too_many_requests: 'TOO_MANY_REQUESTS',
  body_too_large: 'PAYLOAD_TOO_LARGE',
  file_refused: 'UNPROCESSABLE_CONTENT',
  address_refused: 'UNPROCESSABLE_CONTENT',
  evidence_refused: 'UNPROCESSABLE_CONTENT',
  import_expired: 'CONFLICT',
  import_moved: 'CONFLICT',
  database_busy: 'SERVICE_UNAVAILABLE',
  database_unreachable: 'SERVICE_UNAVAILABLE',
  database_read_only: 'SERVICE_UNAVAILABLE',
  database_damaged: 'SERVICE_UNAVAILABLE',
  disk_full: 'SERVICE_UNAVAILABLE',
  not_found: 'NOT_FOUND',
  unexpected: 'INTERNAL_SERVER_ERROR',
};

function isFact(value: unknown): value is string | number | boolean | string[] {
  return ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value);
}

/** The issues of a zod error as field failures: the rule is our own name for it where the schema gives one. */
export function fieldFailures(error: ZodError): FieldFailure[] {
  return error.issues.map(({ code, path, message, input: _input, ...facts }) => ({
    path: path.join('.'),
    rule: /^[a-z_]+$/.test(message) ? message : code,
    facts: Object.fromEntries(
      Object.entries(facts).filter(([, value]) => isFact(value)),
    ) as FieldFailure['facts'],
  }));
}

/** Calls that are not even made as a call is. */
const malformed = new Set<TRPCError['code']>([
  'PARSE_ERROR',
  'BAD_REQUEST',
  'METHOD_NOT_SUPPORTED',
  'UNSUPPORTED_MEDIA_TYPE',
]);

/** Logs what nobody expected under a reference, which is all that who calls is told. */
export function unexpected(house: Pick<House, 'log'> | undefined, err: unknown): Failure {
  const reference = randomUUID().slice(0, 8);
  house?.log.error({ reference, err }, 'a call failed unexpectedly');
  return { code: 'unexpected', reference };
}

/** Turns whatever a call threw into a failure; what nobody expected is logged under a reference. */
function failureOf(error: TRPCError, context: Context | undefined): Failure {
  const { cause } = error;
  const known = tellFault(context, cause);
  if (known) return known;
  if (cause instanceof ZodError) return { code: 'invalid_input', fields: fieldFailures(cause) };
  if (error.code === 'NOT_FOUND') return { code: 'not_found' };
  if (malformed.has(error.code)) return { code: 'invalid_input', fields: [] };
  return unexpected(context, cause ?? error);
}

const trpc = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const { code, httpStatus, path } = shape.data;
      const failure = failureOf(error, ctx);
      if (ctx) logRefusal(ctx, failure.code, path);
      return {
        code: shape.code,
        message: error.code,
        data: { code, httpStatus, path, failure },
      };
    },
  });

export const { router, createCallerFactory } = trpc;

/** The HTTP status of a failure, for routes that are no procedures. */
export function httpStatusOf(code: FailureCode): number {
  return getHTTPStatusCodeFromError(new TRPCError({ code: statusOf[code] }));
}

/** Gives a failure that a verb threw, or a fault of the database, the HTTP status of its code; anything else passes as it is. */
export function translated(error: TRPCError): TRPCError {
  const { cause } = error;
  const known = knownFailure(cause);
  return known ? new TRPCError({ code: statusOf[known.code], cause }) : error;
}

/** Refuses a call whose actor is absent or has none of the roles. */
export function authorise(
  context: Context,
  allowed: readonly Role[],
): asserts context is Context & {
  actor: NonNullable<Context['actor']>;
} {
  const { actor } = context;
  if (!actor) throw new AltavozFailure({ code: 'not_signed_in' });
  if (!allowed.includes(actor.role as Role)) {
    throw new AltavozFailure({ code: 'role_not_allowed', role: actor.role, allowed: [...allowed] });
  }
}

/**
 * A procedure for these roles only; every procedure starts from here or from `anyone`.
 * `readsFrom` lets its answers be kept while no record of those areas changes.
 */
export function allow(allowed: readonly Role[], readsFrom?: readonly Area[]) {
  return trpc.procedure
    .meta({ allowed, readsFrom })
    .use(async ({ ctx, next, meta, type, getRawInput }) => {
      try {
        authorise(ctx, allowed);
        const { actor } = ctx;
        const cost = costOf(meta?.costly, type === 'query' ? await getRawInput() : undefined);
        const result = await inTurnOf(cost, ctx, () => next({ ctx: { actor } }));
        if (!result.ok) throw result.error;
        return result;
      } catch (error) {
        throw translated(getTRPCErrorFromUnknown(error));
      }
    });
}

/** The same procedure, whose calls take turns of this cost. */
export function costly(procedure: ReturnType<typeof allow>, cost: Cost) {
  return procedure.meta({ ...(procedure._def.meta as ProcedureMeta), costly: cost });
}

/** A procedure that needs a session of any role. */
export function allowEveryRole(readsFrom?: readonly Area[]) {
  return allow(roles, readsFrom);
}

/** A procedure that needs no session. */
export const anyone = trpc.procedure.meta({ allowed: 'anyone' }).use(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw translated(result.error);
  return result;
});
