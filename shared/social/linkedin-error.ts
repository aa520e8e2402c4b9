import { z } from 'zod';
import { nextMidnight } from '../calendar/next-midnight.ts';
import type { NetworkFailure, RefusedAnswer } from './network-failure.ts';

const ErrorBody = z.object({
  serviceErrorCode: z.number().int().optional().catch(undefined),
  code: z.string().max(64).optional().catch(undefined),
  /** Errors of the server that renews tokens. */
  error: z.string().max(64).optional().catch(undefined),
});

const expired = new Set([65_602]);
const invalid = new Set([65_600, 65_601, 65_604]);

function explainToken(
  { serviceErrorCode: number = 0, code = '', error = '' }: z.infer<typeof ErrorBody>,
  facts: NetworkFailure['facts'],
): NetworkFailure | null {
  if (expired.has(number) || code === 'EXPIRED_ACCESS_TOKEN' || error === 'invalid_grant') {
    return { kind: 'reauthorise', reason: 'token_expired', facts };
  }
  const isInvalid = ['INVALID_ACCESS_TOKEN', 'REVOKED_ACCESS_TOKEN'].includes(code);
  if (invalid.has(number) || isInvalid || error === 'invalid_client') {
    return { kind: 'reauthorise', reason: 'token_invalid', facts };
  }
  return null;
}

/**
 * What a refusal of LinkedIn means; null leaves it to the status. Limits are those of a day, which
 * ends at midnight in UTC.
 */
export function explainLinkedinError(answer: RefusedAnswer): NetworkFailure | null {
  const { status, receivedAt } = answer;
  const parsed = ErrorBody.safeParse(answer.body);
  const body = parsed.success ? parsed.data : {};
  const facts = { status, code: body.code ?? body.error ?? '' };
  if (status === 426 || body.code === 'NONEXISTENT_VERSION') {
    return { kind: 'refused', reason: 'version_retired', facts };
  }
  const dead = explainToken(body, facts);
  if (dead) return dead;
  if (status === 429) {
    const at = nextMidnight(receivedAt, 'UTC').toISOString();
    return { kind: 'retry_later', reason: 'throttled', at, facts };
  }
  if (status === 404) return { kind: 'refused', reason: 'page_unknown', facts };
  if (status === 403) return { kind: 'refused', reason: 'permission_missing', facts };
  return null;
}
