import { z } from 'zod';
import type { NetworkFailure, RefusedAnswer } from './network-failure.ts';

/** What X says is wrong: of a whole call, or inside a good answer of a part of it. */
export const XProblem = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  value: z.string().optional(),
});
export type XProblem = z.infer<typeof XProblem>;

/** The last part of a problem's address; addresses under twitter.com and x.com mean the same. */
function problemOf(problem: XProblem): string {
  return (problem.type ?? '').split('/').at(-1)?.slice(0, 64) ?? '';
}

const permissionProblems = new Set([
  'client-forbidden',
  'unsupported-authentication',
  'not-authorized-for-resource',
  'not-authorized-for-field',
  'field-unauthorized',
  'disallowed-resource',
]);

/** A capped account answers 429 like a throttled one, but waiting does not help it. */
export function explainXRefusal(answer: RefusedAnswer): NetworkFailure | null {
  const parsed = XProblem.safeParse(answer.body);
  if (!parsed.success) return null;
  const problem = problemOf(parsed.data);
  const facts = { status: answer.status, problem };
  if (problem === 'usage-capped') return { kind: 'refused', reason: 'usage_capped', facts };
  if (permissionProblems.has(problem) && answer.status !== 401) {
    return { kind: 'refused', reason: 'permission_missing', facts };
  }
  if (problem === 'invalid-request') return { kind: 'refused', reason: 'request_refused', facts };
  return null;
}

/** An error inside a 200 concerns one account of those asked for. */
export function explainAccountProblem(given: XProblem): NetworkFailure {
  const problem = problemOf(given);
  const facts = { problem };
  if (problem === 'resource-not-found') {
    const reason = given.title === 'Forbidden' ? 'page_suspended' : 'page_unknown';
    return { kind: 'refused', reason, facts };
  }
  if (permissionProblems.has(problem)) {
    return { kind: 'refused', reason: 'permission_missing', facts };
  }
  if (problem === 'resource-unavailable' || problem === 'internal-error') {
    return { kind: 'retry_later', reason: 'network_unavailable', at: null, facts };
  }
  return { kind: 'refused', reason: 'request_refused', facts };
}
