import { type SandboxRequest, sandboxTokenPrefix } from './protocol.ts';

/** Why a call is refused; each speaker says it in its network's words. */
export type Refusal =
  | { kind: 'dead_token' | 'capped' | 'forbidden' | 'broken' }
  | { kind: 'throttled'; retryAfter: string };

/** The first thing that is wrong with a call of this token; null when it may be answered. */
export function findRefusal(request: SandboxRequest, token = request.token): Refusal | null {
  const { faults } = request;
  const isDead = faults.take('expired_token', request) !== undefined;
  if (isDead || !token?.startsWith(sandboxTokenPrefix)) return { kind: 'dead_token' };
  const throttled = faults.take('throttled', request);
  if (throttled) {
    const seconds = throttled.retryAfterSeconds ?? throttled.minutes * 60;
    return { kind: 'throttled', retryAfter: `${seconds}` };
  }
  if (faults.take('usage_capped', request)) return { kind: 'capped' };
  if (faults.take('missing_permission', request)) return { kind: 'forbidden' };
  return faults.take('server_error', request) ? { kind: 'broken' } : null;
}
