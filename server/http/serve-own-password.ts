import type { FastifyInstance, FastifyReply } from 'fastify';
import { OwnPasswordChange } from '../../shared/accounts/schemas.ts';
import type { Failure } from '../../shared/failure.ts';
import { changeOwnPassword } from '../accounts/change-own-password.ts';
import type { Sessions } from '../accounts/read-session.ts';
import type { House } from '../context.ts';
import { tellFault } from '../database/standing-fault.ts';
import { logRefusal } from './log-refusal.ts';
import { fieldFailures, httpStatusOf } from './procedures.ts';

/** What a body of JSON says; nothing where it is none. */
export function parseBody(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}

function refuse(reply: FastifyReply, status: number, failure: Failure): FastifyReply {
  return reply.status(status).send({ error: { data: { failure } } });
}

/**
 * Serves `POST /api/auth/change-password` in the place of the accounts library, which would write
 * without an audit row. It is no procedure because it has to know the session that goes on.
 */
export function serveOwnPassword(app: FastifyInstance, house: House, sessions: Sessions): void {
  app.post('/api/auth/change-password', async (request, reply) => {
    const { cookie } = request.headers;
    const actor = await sessions.readActor(cookie);
    const token = sessions.readToken(cookie);
    if (!actor || token === undefined) return refuse(reply, 401, { code: 'not_signed_in' });
    const change = OwnPasswordChange.safeParse(parseBody(request.body));
    if (!change.success) {
      return refuse(reply, 400, { code: 'invalid_input', fields: fieldFailures(change.error) });
    }
    const context = { ...house, actor, address: request.ip };
    try {
      await changeOwnPassword(context, change.data, token);
      return reply.send({ status: true });
    } catch (error) {
      const failure = tellFault(house, error);
      if (!failure) throw error;
      logRefusal(context, failure.code, request.routeOptions.url);
      return refuse(reply, httpStatusOf(failure.code), failure);
    }
  });
}
