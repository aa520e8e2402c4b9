import { z } from 'zod';
import { failCheck, readReachedPages, readTokenLimits } from './facebook-accounts.ts';
import { type CallGraph, readWholeList } from './graph-list.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { CredentialCheck } from './network-readings.ts';
import { readAnswer, readShape } from './read-shape.ts';

/** How accounts are reached: through the pages they belong to, or the one of Instagram's own login. */
interface AccountSource {
  version: string;
  isOwnLogin: boolean;
  call: CallGraph;
}

type Accounts = { accounts: Record<string, unknown>[] } | { failure: NetworkFailure };

const ofPages = ['pages_show_list', 'instagram_basic', 'instagram_manage_insights'];
const ofOwnLogin = ['instagram_business_basic', 'instagram_business_manage_insights'];

const Owners = z.array(
  z.object({ instagram_business_account: z.record(z.string(), z.unknown()).nullish() }),
);
/** A number would have lost its last digits. */
const Own = z.looseObject({ user_id: z.string().min(1) });

async function readOwnAccount({ version, call }: AccountSource, fields: string): Promise<Accounts> {
  const own = readAnswer(Own, await call(`${version}/me`, { fields: `user_id,${fields}` }));
  if ('failure' in own) return own;
  return { accounts: [{ ...own.value, id: own.value.user_id }] };
}

/** The accounts that the token reads, with their numbers and some more fields. */
async function listAccounts(source: AccountSource, fields: string): Promise<Accounts> {
  const { version, isOwnLogin, call } = source;
  if (isOwnLogin) return readOwnAccount(source, fields);
  const query = { fields: `instagram_business_account{id,${fields}}`, limit: '100' };
  const listed = await readWholeList(`${version}/me/accounts`, query, call);
  if ('failure' in listed) return listed;
  const owners = readShape(Owners, listed.items);
  if ('failure' in owners) return owners;
  const accounts = owners.value.map((owner) => owner.instagram_business_account ?? null);
  return { accounts: accounts.filter((account) => account !== null) };
}

/** Names in small letters and numbers of the accounts that the token reaches. */
export async function listAccountNames(
  source: AccountSource,
): Promise<Map<string, string> | { failure: NetworkFailure }> {
  const listed = await listAccounts(source, 'username');
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
  source: AccountSource,
  token: string,
): Promise<CredentialCheck> {
  const { version, isOwnLogin, call } = source;
  const listed = await listAccounts(source, 'username,name,followers_count');
  if ('failure' in listed) return failCheck(listed.failure);
  const needed = isOwnLogin ? ofOwnLogin : ofPages;
  const limits = await readTokenLimits(`${version}/debug_token`, token, needed, call);
  return { ...readReachedPages(listed.accounts), ...limits };
}
