import { z } from 'zod';
import { readNetworkCount } from '../../shared/social/network-count.ts';
import type { NetworkFailure, RefusedAnswer } from '../../shared/social/network-failure.ts';
import {
  composeReading,
  failPage,
  type PageReading,
  type PageToRead,
} from '../../shared/social/network-readings.ts';
import type { Connector } from '../network-contract.ts';

const UsersAnswer = z.object({
  data: z.array(z.unknown()).optional(),
  errors: z.array(z.unknown()).optional(),
});
const User = z.object({
  id: z.string().regex(/^\d{1,19}$/),
  username: z.string().min(1),
  public_metrics: z.unknown().optional(),
});
type User = z.infer<typeof User>;
const Metrics = z.record(z.string(), z.unknown()).nullish();

const Problem = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  value: z.string().optional(),
});
type Problem = z.infer<typeof Problem>;

/** The last part of a problem's address; addresses under twitter.com and x.com mean the same. */
function problemOf(problem: Problem): string {
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
function explainRefusal(answer: RefusedAnswer): NetworkFailure | null {
  const parsed = Problem.safeParse(answer.body);
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

/** An error inside a 200 concerns one user of the batch. */
function explainUserProblem(given: Problem): NetworkFailure {
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

function userNameOf(page: PageToRead): string {
  return page.handle.replace(/^@/, '').toLowerCase();
}

function isUserName(name: string): boolean {
  return /^[a-z0-9_]{1,15}$/.test(name);
}

function readUser(page: PageToRead, user: User): PageReading {
  if (page.externalId !== null && page.externalId !== user.id) {
    const facts = { expected: page.externalId, found: user.id };
    return failPage(page, { kind: 'refused', reason: 'page_replaced', facts });
  }
  const metrics = Metrics.safeParse(user.public_metrics);
  if (!metrics.success) {
    const facts = { field: 'public_metrics' };
    return failPage(page, { kind: 'changed_shape', reason: 'field_malformed', facts });
  }
  const { followers_count: followers, post_count: posts, tweet_count: tweets } = metrics.data ?? {};
  return composeReading(page, user.id, [
    {
      metric: 'followers',
      precision: 'exact',
      count: readNetworkCount('followers_count', followers),
    },
    // The field is called `tweet_count` in versions of the API up to 2.166.
    { metric: 'posts', precision: 'exact', count: readNetworkCount('post_count', posts ?? tweets) },
  ]);
}

/** What the answer says of each user, by name in lower case. */
function sortAnswer(answer: z.infer<typeof UsersAnswer>) {
  const users = new Map<string, User>();
  for (const given of answer.data ?? []) {
    const user = User.safeParse(given);
    if (user.success) users.set(user.data.username.toLowerCase(), user.data);
  }
  const problems = new Map<string, Problem>();
  for (const given of answer.errors ?? []) {
    const problem = Problem.safeParse(given);
    const name = problem.data?.value?.toLowerCase();
    if (problem.success && name !== undefined) problems.set(name, problem.data);
  }
  return { users, problems };
}

function readAnswer(page: PageToRead, sorted: ReturnType<typeof sortAnswer>): PageReading {
  const name = userNameOf(page);
  const user = sorted.users.get(name);
  if (user) return readUser(page, user);
  const problem = sorted.problems.get(name);
  if (problem) return failPage(page, explainUserProblem(problem));
  return failPage(page, { kind: 'changed_shape', reason: 'page_missing', facts: {} });
}

/** Accounts of X, API v2, with the public figures of a hundred names a call. */
export const x: Connector = {
  network: 'x',
  defaultBaseUrl: 'https://api.x.com',
  batchSize: 100,
  explainRefusal,

  async readPages(client, pages) {
    const names = [...new Set(pages.map(userNameOf))].filter(isUserName);
    const malformed = { kind: 'refused', reason: 'handle_malformed', facts: {} } as const;
    if (names.length === 0) return pages.map((page) => failPage(page, malformed));
    const answer = await client.getJson({
      path: '/2/users/by',
      query: { usernames: names.join(','), 'user.fields': 'public_metrics' },
    });
    const failAll = (failure: NetworkFailure) => pages.map((page) => failPage(page, failure));
    if (!answer.ok) return failAll(answer.failure);
    const parsed = UsersAnswer.safeParse(answer.body);
    if (!parsed.success) {
      const facts = { field: parsed.error.issues[0]?.path.join('.') ?? '' };
      return failAll({ kind: 'changed_shape', reason: 'field_malformed', facts });
    }
    const sorted = sortAnswer(parsed.data);
    return pages.map((page) =>
      isUserName(userNameOf(page)) ? readAnswer(page, sorted) : failPage(page, malformed),
    );
  },
};
