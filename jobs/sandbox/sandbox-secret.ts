import { credentialRules, type Secret } from '../../shared/social/credentials.ts';
import type { NetworkId } from '../../shared/social/networks.ts';

/** What connects a network to the sandbox, which takes any token; null where none is needed. */
export function sandboxSecret(network: NetworkId): Secret | null {
  const needed = credentialRules[network].fields.filter(({ isOptional }) => !isOptional);
  if (needed.length === 0) return null;
  return Object.fromEntries(needed.map(({ name }) => [name, `sandbox-${network}`]));
}
