import { credentialRules } from './credentials.ts';
import type { NetworkId } from './networks.ts';

/** Days before its end on which a token is warned of; `ended` once it has ended. */
export type ExpiryStage = 14 | 7 | 1 | 'ended';

const dayMs = 86_400_000;
const stages = [1, 7, 14] as const;

/** How near the end of a token is; null while there is more than two weeks, or no end is known. */
export function expiryStage(expiresAt: string | null, now: Date): ExpiryStage | null {
  if (expiresAt === null) return null;
  const left = Date.parse(expiresAt) - now.getTime();
  if (left <= 0) return 'ended';
  return stages.find((days) => left <= days * dayMs) ?? null;
}

/** Days until an instant, a begun one included; none once it is past. */
export function daysUntil(instant: string, now: Date): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - now.getTime()) / dayMs));
}

/** Networks whose token renews itself, without another that must be pasted. */
const selfRenewing: ReadonlySet<NetworkId> = new Set<NetworkId>(['threads']);

/** Whether the product renews the token of a connection by itself, given the fields it holds. */
export function renewsItself(network: NetworkId, storedFields: readonly string[]): boolean {
  if (selfRenewing.has(network)) return true;
  const needed = credentialRules[network].fields.filter(({ name }) =>
    ['refreshToken', 'clientId', 'clientSecret'].includes(name),
  );
  return needed.length > 0 && needed.every(({ name }) => storedFields.includes(name));
}

/** What people are told of a token that ends; one that renews itself is told of once it has ended. */
export function expiryWarning(
  of: { network: NetworkId; storedFields: readonly string[]; expiresAt: string | null },
  now: Date,
): ExpiryStage | null {
  const stage = expiryStage(of.expiresAt, now);
  return stage !== 'ended' && renewsItself(of.network, of.storedFields) ? null : stage;
}
