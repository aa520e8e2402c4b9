import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '../../shared/accounts/roles.ts';
import type { Failure } from '../../shared/failure.ts';
import { sessionReader } from '../accounts/read-session.ts';
import type { ActorContext, House } from '../context.ts';
import { tellFault } from '../database/standing-fault.ts';
import { authorise, httpStatusOf } from './procedures.ts';

function answerFailure(reply: FastifyReply, failure: Failure) {
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
 * A route that is no procedure, for people of these roles: files in and out. Failures are told as
 * procedures tell them.
 */
export function guardedRoute<Request extends FastifyRequest>(
  house: House,
  allowed: readonly Role[],
  answer: (context: ActorContext, request: Request, reply: FastifyReply) => Promise<unknown>,
) {
  const readSession = sessionReader(house);
  return async (request: Request, reply: FastifyReply) => {
    try {
      const context = { ...house, actor: await readSession(request.headers.cookie) };
      authorise(context, allowed);
      return await answer(context, request, reply);
    } catch (error) {
      const failure = tellFault(house, error);
      if (failure) return answerFailure(reply, failure);
      throw error;
    }
  };
}
