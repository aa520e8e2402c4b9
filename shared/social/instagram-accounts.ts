import { z } from 'zod';
import { failCheck, readReachedPages, readTokenLimits } from './facebook-accounts.ts';
import { type CallGraph, readWholeList } from './graph-list.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { CredentialCheck } from './network-readings.ts';
import { readShape } from './read-shape.ts';

const permissions = ['pages_show_list', 'instagram_basic', 'instagram_manage_insights'];

const Owners = z.array(
  z.object({ instagram_business_account: z.record(z.string(), z.unknown()).nullish() }),
);

/** The accounts that belong to the pages that the token manages, with some of their fields. */
async function listAccounts(version: string, fields: string, call: CallGraph) {
  const query = { fields: `instagram_business_account{${fields}}`, limit: '100' };
  const listed = await readWholeList(`${version}/me/accounts`, query, call);
  if ('failure' in listed) return listed;
  const owners = readShape(Owners, listed.items);
  if ('failure' in owners) return owners;
  const accounts = owners.value.map((owner) => owner.instagram_business_account ?? null);
  return { accounts: accounts.filter((account) => account !== null) };
}

/** Names in small letters and numbers of the accounts that the token reaches. */
export async function listAccountNames(
  version: string,
  call: CallGraph,
): Promise<Map<string, string> | { failure: NetworkFailure }> {
  const listed = await listAccounts(version, 'id,username', call);
  if ('failure' in listed) return listed;
  const names = new Map<string, string>();
  for (const { id, username } of listed.accounts) {
    if (typeof id === 'string' && typeof username === 'string') {
      names.set(username.toLowerCase(), id);
    }
  }
  return names;
}

/** The accounts that a token reads, until when it lasts and what it lacks. */
export async function checkInstagramToken(
  version: string,
  token: string,
  call: CallGraph,
): Promise<CredentialCheck> {
  const listed = await listAccounts(version, 'id,username,name,followers_count', call);
  if ('failure' in listed) return failCheck(listed.failure);
  const limits = await readTokenLimits(`${version}/debug_token`, token, permissions, call);
  return { ...readReachedPages(listed.accounts), ...limits };
}
