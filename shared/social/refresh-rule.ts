import { credentialRules, type Secret } from './credentials.ts';
import type { NetworkId } from './networks.ts';

/** Tokens are made new from so many days before they end: a week of failures costs nothing. */
const refreshBeforeDays = 7;
/** How tokens of Instagram's own login begin; those of Facebook's only a person renews. */
const instagramLogin = 'IG';
const dayMs = 86_400_000;

/**
 * Whether a token is to be made new before it is used: one that is about to end, or whose end is
 * not known where what renews it is there. `expiresAt` is an ISO instant, null when it is unknown.
 */
export function isRefreshDue(
  network: NetworkId,
  secret: Secret,
  expiresAt: string | null,
  now: Date,
): boolean {
  const isRenewedByAnother = credentialRules[network].fields.some(
    ({ name }) => name === 'refreshToken',
  );
  if (isRenewedByAnother && !secret.refreshToken) return false;
  if (network === 'instagram' && !secret.accessToken?.startsWith(instagramLogin)) return false;
  if (expiresAt === null) return isRenewedByAnother;
  return Date.parse(expiresAt) - now.getTime() < refreshBeforeDays * dayMs;
}
