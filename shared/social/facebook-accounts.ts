import { z } from 'zod';
import { type CallGraph, readWholeList } from './graph-list.ts';
import { readDebugToken } from './graph-token.ts';
import { readNetworkCount } from './network-count.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { CredentialCheck } from './network-readings.ts';

const Account = z.object({
  id: z.string().regex(/^\d{1,40}$/),
  name: z.string().max(200).optional(),
  username: z.string().max(100).optional(),
  followers_count: z.unknown().optional(),
});
type ReachedPage = CredentialCheck['pages'][number];

/** An account as a page that a credential reaches; null when it is none. */
function readReachedPage(given: unknown): ReachedPage | null {
  const parsed = Account.safeParse(given);
  if (!parsed.success) return null;
  const { id, name, username, followers_count: followers } = parsed.data;
  const count = readNetworkCount('followers_count', followers);
  return {
    externalId: id,
    handle: username || id,
    title: name || username || id,
    followers: 'value' in count ? count.value : null,
  };
}

/** The failure of a check that reached nothing. */
export function failCheck(failure: NetworkFailure): CredentialCheck {
  return { pages: [], expiresAt: null, missingPermissions: [], failure };
}

function malformed(field: string): NetworkFailure {
  return { kind: 'changed_shape', reason: 'field_malformed', facts: { field } };
}

/** Until when a token lasts and what it may do; a network that does not tell leaves both unsaid. */
export async function readTokenLimits(
  path: string,
  token: string,
  needed: readonly string[],
  call: CallGraph,
): Promise<Pick<CredentialCheck, 'expiresAt' | 'missingPermissions'>> {
  const answer = await call(path, { input_token: token });
  return readDebugToken(answer.ok ? answer.body : null, needed);
}

/** The pages among the items of a list; one of another form is told beside those that are good. */
export function readReachedPages(items: readonly unknown[]) {
  const pages = items.map(readReachedPage);
  return {
    pages: pages.filter((page) => page !== null),
    failure: pages.includes(null) ? malformed('id') : null,
  };
}

const fields = 'id,name,username,followers_count';
const facebookPermissions = ['pages_show_list', 'pages_read_engagement', 'read_insights'];

/** A token of a page manages no others: the page itself is what it reads. */
async function readOwnPage(version: string, call: CallGraph) {
  const answer = await call(`${version}/me`, { fields });
  return answer.ok ? readReachedPages([answer.body]) : { pages: [], failure: answer.failure };
}

/** The pages that a token of Facebook manages, until when it lasts and what it lacks. */
export async function checkFacebookToken(
  version: string,
  token: string,
  call: CallGraph,
): Promise<CredentialCheck> {
  const listed = await readWholeList(`${version}/me/accounts`, { fields, limit: '100' }, call);
  const isOfPage = 'failure' in listed && listed.failure.facts.field === 'accounts';
  if ('failure' in listed && !isOfPage) return failCheck(listed.failure);
  const reached =
    'failure' in listed ? await readOwnPage(version, call) : readReachedPages(listed.items);
  const limits = await readTokenLimits(`${version}/debug_token`, token, facebookPermissions, call);
  return { ...reached, ...limits };
}
