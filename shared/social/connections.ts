import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import type { FieldFailure } from '../failure.ts';
import { lineText, optionalId, RecordId, requiredLine } from '../records.ts';
import { credentialRules, type Secret } from './credentials.ts';
import { longestPageId } from './network-readings.ts';
import { NetworkId } from './networks.ts';
import { optionalServer } from './server-address.ts';

/** What a person pasted, by the names of the network's fields; nothing pasted in a field is absent. */
const PastedSecret = z
  .record(z.string().max(100), lineText(4_000))
  .nullish()
  .transform((given): Secret | null => {
    const filled = Object.entries(given ?? {}).filter(([, value]) => value !== '');
    return filled.length > 0 ? Object.fromEntries(filled) : null;
  });

/** How a network is reached; an absent secret leaves the stored one as it is. */
export const ConnectionFields = z.object({
  network: NetworkId,
  /** What the office calls it, where a network has several. */
  label: lineText(100).default(''),
  secret: PastedSecret,
  /** Absent: the network's own address. */
  baseUrl: optionalServer,
  /** The last day of a token whose network does not tell it, as a person read it there. */
  expiresOn: Day.nullish(),
});
export type ConnectionFields = z.infer<typeof ConnectionFields>;

/** Which of the pages that a connection reaches to add, and where they belong. */
export const ReachablePages = z.object({
  connectionId: RecordId,
  externalIds: z.array(requiredLine(longestPageId)).min(1).max(1_000),
  departmentId: optionalId,
});
export type ReachablePages = z.infer<typeof ReachablePages>;

function secretField(name: string, rule: string): FieldFailure {
  // A name that is none might be a token put in the wrong place: it is not repeated.
  const isName = /^[a-zA-Z]{1,20}$/.test(name);
  return { path: isName ? `secret.${name}` : 'secret', rule, facts: {} };
}

/** What is wrong with a pasted secret: fields that the network does not have, and fields it needs. */
export function secretFaults(network: NetworkId, secret: Secret | null): FieldFailure[] {
  const { fields } = credentialRules[network];
  const given = Object.keys(secret ?? {});
  const unknown = given.filter((name) => !fields.some((field) => field.name === name));
  const missing = fields.filter(({ name, isOptional }) => !isOptional && !given.includes(name));
  return [
    ...unknown.map((name) => secretField(name, 'unknown_field')),
    ...missing.map(({ name }) => secretField(name, 'required')),
  ];
}

/** Asks for what the network needs once more: a stored secret never goes to an address it was not given for. */
export function secretAgain(network: NetworkId): FieldFailure[] {
  return credentialRules[network].fields
    .filter(({ isOptional }) => !isOptional)
    .map(({ name }) => secretField(name, 'secret_again'));
}
