import type { Refusal } from './find-refusal.ts';
import type { SandboxAnswer } from './protocol.ts';

/** An error as the data and analytics servers word it. */
export function youtubeError(code: number, reason: string, message: string): SandboxAnswer {
  const errors = [{ message, domain: 'youtube', reason }];
  return { status: code, body: { error: { code, message, errors } } };
}

/** A refusal in the words of YouTube. */
export function refuseYoutube(refusal: Refusal): SandboxAnswer {
  switch (refusal.kind) {
    case 'dead_token': {
      const answer = youtubeError(400, 'badRequest', 'API key not valid. Pass a valid API key.');
      const { error } = answer.body as { error: object };
      const details = [{ reason: 'API_KEY_INVALID', domain: 'googleapis.com' }];
      return { ...answer, body: { error: { ...error, status: 'INVALID_ARGUMENT', details } } };
    }
    case 'throttled': {
      const answer = youtubeError(403, 'rateLimitExceeded', 'Rate Limit Exceeded');
      return { ...answer, headers: { 'retry-after': refusal.retryAfter } };
    }
    case 'capped': {
      const message = 'The request cannot be completed because you have exceeded your quota.';
      return youtubeError(403, 'quotaExceeded', message);
    }
    case 'forbidden':
      return youtubeError(403, 'insufficientPermissions', 'Insufficient Permission');
    case 'broken':
      return youtubeError(503, 'backendError', 'Backend Error');
  }
}
