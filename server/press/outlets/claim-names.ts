import { AltavozFailure } from '../../../shared/failure.ts';
import { foldForSearch } from '../../../shared/records.ts';
import type { Write } from '../../transaction.ts';

interface Named {
  name: string;
  domains: readonly string[];
}

/** Who has each folded name and each site, of the outlets in force. */
interface Claims {
  holders: Map<string, Set<string>>;
  /** What each outlet has. */
  keys: Map<string, readonly string[]>;
}

/** As the write under way leaves them: read once in each, however many outlets it brings. */
const claimsOfWrites = new WeakMap<Write, Promise<Claims>>();

const nameKey = (name: string) => `name ${foldForSearch(name)}`;
const domainKey = (domain: string) => `domain ${domain}`;

function give(claims: Claims, id: string, { name, domains }: Named): void {
  const keys = [nameKey(name), ...domains.map(domainKey)];
  claims.keys.set(id, keys);
  for (const key of keys) {
    claims.holders.set(key, (claims.holders.get(key) ?? new Set<string>()).add(id));
  }
}

function take(claims: Claims, id: string): void {
  for (const key of claims.keys.get(id) ?? []) claims.holders.get(key)?.delete(id);
  claims.keys.delete(id);
}

async function readClaims({ db }: Write): Promise<Claims> {
  const outlets = await db
    .selectFrom('outlet')
    .select(['id', 'name', 'domains'])
    .where('deletedAt', 'is', null)
    .execute();
  const claims: Claims = { holders: new Map(), keys: new Map() };
  for (const { id, name, domains } of outlets) {
    give(claims, id, { name, domains: JSON.parse(domains) as string[] });
  }
  return claims;
}

function claimsOf(write: Write): Promise<Claims> {
  const claims = claimsOfWrites.get(write) ?? readClaims(write);
  claimsOfWrites.set(write, claims);
  return claims;
}

/**
 * Lets an outlet have a name and sites, in place of those it had: one name is one outlet, and one
 * site is of one outlet.
 * @throws {AltavozFailure} `value_taken` when another has the name, accents aside, or a site.
 */
export async function claimNames(write: Write, id: string, named: Named): Promise<void> {
  const claims = await claimsOf(write);
  const isTaken = (key: string) =>
    [...(claims.holders.get(key) ?? [])].some((holder) => holder !== id);
  const refuse = (field: string, value: string) =>
    new AltavozFailure({ code: 'value_taken', record: 'outlet', field, value });
  if (isTaken(nameKey(named.name))) throw refuse('name', named.name);
  const domain = named.domains.find((one) => isTaken(domainKey(one)));
  if (domain !== undefined) throw refuse('domains', domain);
  take(claims, id);
  give(claims, id, named);
}

/** Lets others have the name and sites of an outlet that goes. */
export async function releaseNames(write: Write, id: string): Promise<void> {
  const claims = await claimsOfWrites.get(write);
  if (claims) take(claims, id);
}
