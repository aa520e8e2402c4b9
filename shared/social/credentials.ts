import type { NetworkId } from './networks.ts';

/** One thing that a person pastes to connect a network. */
export interface CredentialField {
  /** Its name inside the sealed secret, in the network's own words. */
  name: string;
  isOptional: boolean;
}

/** What a connection holds of a network: names and values as pasted or refreshed. */
export type Secret = Readonly<Record<string, string>>;

/** How a network is connected. */
export interface CredentialRule {
  /** None: the network is read without credentials. */
  fields: readonly CredentialField[];
  /** Whether one credential reads many pages, or only the account that it belongs to. */
  reads: 'many' | 'own_account';
}

const token: CredentialField = { name: 'accessToken', isOptional: false };
const renewal = ['refreshToken', 'clientId', 'clientSecret'].map((name) => ({
  name,
  isOptional: true,
}));

/** How each network is connected; every secret but those of networks without fields has its fields. */
export const credentialRules: Record<NetworkId, CredentialRule> = {
  facebook: { fields: [token], reads: 'many' },
  instagram: { fields: [token], reads: 'many' },
  threads: { fields: [token], reads: 'own_account' },
  x: { fields: [token], reads: 'many' },
  // The key reads public figures of any channel; the rest, daily figures of the channel's owner.
  youtube: {
    fields: [
      { name: 'apiKey', isOptional: false },
      { name: 'accessToken', isOptional: true },
      ...renewal,
    ],
    reads: 'many',
  },
  tiktok: { fields: [token, ...renewal], reads: 'own_account' },
  linkedin: { fields: [token, ...renewal], reads: 'many' },
  mastodon: { fields: [], reads: 'many' },
  bluesky: { fields: [], reads: 'many' },
};

/** The networks that give their public figures to anybody. */
export function needsNoCredential(network: NetworkId): boolean {
  return credentialRules[network].fields.length === 0;
}
