import { z } from 'zod';
import type { NetworkFailure, RefusedAnswer } from './network-failure.ts';

const GraphError = z.object({
  error: z.object({
    code: z.number().int(),
    error_subcode: z.number().int().optional(),
    message: z.string().optional(),
    is_transient: z.boolean().optional(),
    fbtrace_id: z.string().max(64).optional(),
  }),
});
type GraphError = z.infer<typeof GraphError>['error'];

// 104 and 2500 are answered where no token came at all.
const tokenCodes = new Set([102, 104, 190, 2500]);
const expiredSubcodes = new Set([463]);
const throttleCodes = new Set([4, 17, 32, 341, 368, 613]);
const pageUnknownSubcode = 33;
/** A medium that was published before the account became a professional one. */
const beforeConversionSubcode = 2_108_006;
/** Too few people for figures of them to be given. */
const tooFew = /not enough (viewers|followers)/i;

function isThrottle(code: number): boolean {
  // 80000 to 80014 are the limits by business use case; 80001 is the one of pages.
  return throttleCodes.has(code) || (code >= 80_000 && code <= 80_014);
}

function isPermission(code: number): boolean {
  return code === 10 || (code >= 200 && code <= 299);
}

/** The network's message may quote the token, so only codes and names leave this file. */
function factsOf(error: GraphError): Record<string, string | number> {
  const facts: Record<string, string | number> = { code: error.code };
  if (error.error_subcode !== undefined) facts.subcode = error.error_subcode;
  if (error.fbtrace_id !== undefined) facts.trace = error.fbtrace_id;
  return facts;
}

function explainCode100(error: GraphError): NetworkFailure {
  const facts = factsOf(error);
  if (error.error_subcode === pageUnknownSubcode) {
    return { kind: 'refused', reason: 'page_unknown', facts };
  }
  const isNotGiven = error.error_subcode === beforeConversionSubcode;
  if (isNotGiven || tooFew.test(error.message ?? '')) {
    return { kind: 'refused', reason: 'value_not_given', facts };
  }
  const field = /nonexisting field \(([a-z0-9_]{1,64})\)/i.exec(error.message ?? '')?.[1];
  if (field) return { kind: 'refused', reason: 'metric_retired', facts: { ...facts, field } };
  if (/valid insights metric/i.test(error.message ?? '')) {
    return { kind: 'refused', reason: 'metric_retired', facts };
  }
  return { kind: 'refused', reason: 'request_refused', facts };
}

function explainCode(error: GraphError): NetworkFailure | null {
  const facts = factsOf(error);
  const { code } = error;
  if (tokenCodes.has(code)) {
    const isExpired = expiredSubcodes.has(error.error_subcode ?? 0);
    return {
      kind: 'reauthorise',
      reason: isExpired ? 'token_expired' : 'token_invalid',
      facts,
    };
  }
  if (isThrottle(code)) return { kind: 'retry_later', reason: 'throttled', at: null, facts };
  if (code === 1) return { kind: 'retry_later', reason: 'answer_too_heavy', at: null, facts };
  if (code === 10 && tooFew.test(error.message ?? '')) {
    return { kind: 'refused', reason: 'value_not_given', facts };
  }
  if (isPermission(code)) return { kind: 'refused', reason: 'permission_missing', facts };
  if (code === 803) return { kind: 'refused', reason: 'page_unknown', facts };
  if (code === 100) return explainCode100(error);
  return null;
}

/**
 * What an error of Meta's Graph API means, by its code and subcode; null when the answer is not
 * such an error. `facts` carry `code`, and where given `subcode`, `trace` and the retired `field`.
 */
export function explainGraphError(answer: RefusedAnswer): NetworkFailure | null {
  const parsed = GraphError.safeParse(answer.body);
  if (!parsed.success) return null;
  const { error } = parsed.data;
  const explained = explainCode(error);
  if (explained) return explained;
  const facts = factsOf(error);
  if (error.code === 2 || error.is_transient || answer.status >= 500) {
    return { kind: 'retry_later', reason: 'network_unavailable', at: null, facts };
  }
  return { kind: 'refused', reason: 'request_refused', facts };
}
