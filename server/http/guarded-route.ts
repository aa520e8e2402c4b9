import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '../../shared/accounts/roles.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Sessions } from '../accounts/read-session.ts';
import type { Actor, ActorContext, Context, House } from '../context.ts';
import { tellFault } from '../database/standing-fault.ts';
import { type Cost, takeTurn } from './costly.ts';
import { logRefusal } from './log-refusal.ts';
import { authorise, httpStatusOf } from './procedures.ts';

/** What routes are guarded by. */
export interface Guard {
  house: House;
  sessions: Sessions;
}

function answerFailure(reply: FastifyReply, failure: Failure) {
  if (failure.code === 'too_many_requests') reply.header('retry-after', failure.retryAfterSeconds);
  return (
    reply
      // What a refused sender still has to say is not waited for.
      .header('connection', 'close')
      .header('cache-control', 'no-store')
      .status(httpStatusOf(failure.code))
      .send({ error: { data: { failure } } })
  );
}

/**
 * Waits for a turn of this cost, which lasts until the answer has been sent or nobody waits for it.
 * @throws {AltavozFailure} `too_many_requests`.
 */
export async function holdTurn(
  cost: Cost,
  caller: Pick<Context, 'actor' | 'address'>,
  { raw }: FastifyReply,
): Promise<void> {
  const release = await takeTurn(cost, caller);
  raw.once('finish', release).once('close', release);
  if (raw.destroyed) release();
}

/**
 * A route that is no procedure, for people of these roles: files in and out. Failures are told as
 * procedures tell them.
 */
export function guardedRoute<Request extends FastifyRequest>(
  { house, sessions }: Guard,
  { allowed, costly }: { allowed: readonly Role[]; costly?: Cost },
  answer: (context: ActorContext, request: Request, reply: FastifyReply) => Promise<unknown>,
) {
  return async (request: Request, reply: FastifyReply) => {
    // Whoever is cut off in the middle of a file has no address any more.
    const { ip: address } = request;
    let actor: Actor | null = null;
    try {
      actor = await sessions.readActor(request.headers.cookie);
      const context = { ...house, actor, address };
      authorise(context, allowed);
      if (costly) await holdTurn(costly, context, reply);
      return await answer(context, request, reply);
    } catch (error) {
      const failure = tellFault(house, error);
      if (!failure) throw error;
      logRefusal({ log: house.log, actor, address }, failure.code, request.routeOptions.url);
      return answerFailure(reply, failure);
    }
  };
}
