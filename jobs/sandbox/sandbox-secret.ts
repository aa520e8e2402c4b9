import { credentialRules, type Secret } from '../../shared/social/credentials.ts';
import type { NetworkId } from '../../shared/social/networks.ts';

/** What connects a network to the sandbox, which takes any token; null where none is needed. */
export function sandboxSecret(network: NetworkId): Secret | null {
  const { fields } = credentialRules[network];
  const used = fields.filter(({ name, isOptional }) => !isOptional || name === 'accessToken');
  if (used.length === 0) return null;
  return Object.fromEntries(used.map(({ name }) => [name, `sandbox-${network}`]));
}
