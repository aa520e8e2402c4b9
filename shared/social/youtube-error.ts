import { z } from 'zod';
import { nextMidnight } from '../calendar/next-midnight.ts';
import type { NetworkFailure, RefusedAnswer } from './network-failure.ts';

const Reason = z.object({ reason: z.string().optional().catch(undefined) });
const ErrorBody = z.object({
  error: z.object({
    message: z.string().catch(''),
    errors: z.array(Reason).catch([]),
    details: z.array(Reason).catch([]),
  }),
});
/** Errors of the server that renews tokens. */
const OauthError = z.object({ error: z.string() });

const spentReasons = new Set(['quotaExceeded', 'dailyLimitExceeded']);
const hurriedReasons = new Set(['rateLimitExceeded', 'userRateLimitExceeded']);
const deniedReasons = new Set([
  'forbidden',
  'insufficientPermissions',
  'accessNotConfigured',
  'channelForbidden',
  'playlistItemsNotAccessible',
  'ipRefererBlocked',
  'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
  'SERVICE_DISABLED',
]);
const unknownReasons = new Set([
  'channelNotFound',
  'playlistNotFound',
  'videoNotFound',
  'notFound',
]);
const quotaZone = 'America/Los_Angeles';

function explainOauth(error: string, status: number): NetworkFailure | null {
  const facts = { status, error: error.slice(0, 64) };
  if (error === 'invalid_grant') return { kind: 'reauthorise', reason: 'token_expired', facts };
  if (error === 'invalid_client' || error === 'unauthorized_client') {
    return { kind: 'reauthorise', reason: 'token_invalid', facts };
  }
  return null;
}

/** The metric that a report no longer knows, as the error's sentence names it. */
function retiredMetricIn(message: string): string | undefined {
  return /Unknown identifier \((\w{1,64})\) given in field parameters\.metrics/.exec(message)?.[1];
}

function explainReason(reasons: string[], answer: RefusedAnswer): NetworkFailure | null {
  const has = (known: ReadonlySet<string>) => reasons.find((reason) => known.has(reason));
  const facts = { status: answer.status, reason: (reasons[0] ?? '').slice(0, 64) };
  if (has(spentReasons)) {
    const at = nextMidnight(answer.receivedAt, quotaZone).toISOString();
    return { kind: 'retry_later', reason: 'throttled', at, facts };
  }
  if (has(hurriedReasons)) return { kind: 'retry_later', reason: 'throttled', at: null, facts };
  if (has(new Set(['API_KEY_EXPIRED', 'keyExpired']))) {
    return { kind: 'reauthorise', reason: 'token_expired', facts };
  }
  if (has(new Set(['API_KEY_INVALID', 'keyInvalid']))) {
    return { kind: 'reauthorise', reason: 'token_invalid', facts };
  }
  if (has(deniedReasons)) return { kind: 'refused', reason: 'permission_missing', facts };
  if (has(unknownReasons)) return { kind: 'refused', reason: 'page_unknown', facts };
  return null;
}

/**
 * What a refusal of YouTube's data, analytics or token server means; null leaves it to the status.
 * The daily quota comes back at midnight in California, wherever the office is.
 */
export function explainYoutubeError(answer: RefusedAnswer): NetworkFailure | null {
  const oauth = OauthError.safeParse(answer.body);
  if (oauth.success) return explainOauth(oauth.data.error, answer.status);
  const parsed = ErrorBody.safeParse(answer.body);
  if (!parsed.success) return null;
  const { message, errors, details } = parsed.data.error;
  const metric = retiredMetricIn(message);
  if (metric !== undefined) {
    return { kind: 'refused', reason: 'metric_retired', facts: { field: metric } };
  }
  const reasons = [...details, ...errors].flatMap(({ reason }) => reason ?? []);
  return explainReason(reasons, answer);
}
