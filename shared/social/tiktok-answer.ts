import { z } from 'zod';
import type { NetworkAnswer, NetworkFailure, RefusedAnswer } from './network-failure.ts';
import { readShape, type Shaped } from './read-shape.ts';

const ErrorBody = z.object({ error: z.object({ code: z.string().max(64) }) });
/** Errors of the server that renews tokens. */
const OauthError = z.object({ error: z.string().min(1) });

/** Calls are counted over the minute before each (developers.tiktok.com/doc/tiktok-api-v2-rate-limit). */
const windowMs = 60_000;

type Refusal = Pick<RefusedAnswer, 'status'> & Partial<Pick<RefusedAnswer, 'receivedAt'>>;

function explainCode(code: string, { status, receivedAt }: Refusal): NetworkFailure | null {
  const facts = { status, code: code.slice(0, 64) };
  switch (code) {
    case 'access_token_invalid':
      return { kind: 'reauthorise', reason: 'token_invalid', facts };
    case 'access_token_expired':
    case 'invalid_grant':
      return { kind: 'reauthorise', reason: 'token_expired', facts };
    case 'invalid_client':
      return { kind: 'reauthorise', reason: 'token_invalid', facts };
    // The person who connected the account has to consent again, with this scope.
    case 'scope_not_authorized':
    case 'scope_permission_missed':
      return { kind: 'refused', reason: 'permission_missing', facts };
    case 'rate_limit_exceeded': {
      const at = receivedAt ? new Date(receivedAt.getTime() + windowMs).toISOString() : null;
      return { kind: 'retry_later', reason: 'throttled', at, facts };
    }
    case 'internal_error':
      return { kind: 'retry_later', reason: 'network_unavailable', at: null, facts };
    case 'invalid_params':
    case 'invalid_request':
      return { kind: 'refused', reason: 'request_refused', facts };
    default:
      return null;
  }
}

/** What a refusal of TikTok means; null leaves it to the status. */
export function explainTiktokError(answer: RefusedAnswer): NetworkFailure | null {
  const { body } = answer;
  const given =
    ErrorBody.safeParse(body).data?.error.code ?? OauthError.safeParse(body).data?.error;
  return given === undefined ? null : explainCode(given, answer);
}

/** An answer may say inside a 200 that it is an error; `ok` is none. */
export function readTiktokAnswer<Schema extends z.ZodType>(
  schema: Schema,
  answer: NetworkAnswer,
): Shaped<z.output<Schema>> {
  if (!answer.ok) return answer;
  const code =
    ErrorBody.safeParse(answer.body).data?.error.code ??
    OauthError.safeParse(answer.body).data?.error;
  if (code === undefined || code === 'ok') return readShape(schema, answer.body);
  const facts = { status: 200, code: code.slice(0, 64) };
  return {
    failure: explainCode(code, { status: 200 }) ?? {
      kind: 'refused',
      reason: 'request_refused',
      facts,
    },
  };
}
