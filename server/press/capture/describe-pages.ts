import { AltavozFailure, type Failure } from '../../../shared/failure.ts';
import { hostKey } from '../../../shared/press/address-key.ts';
import { matchOutlet, type OutletSites } from '../../../shared/press/match-outlet.ts';
import type { PageFacts } from '../../../shared/press/page-facts.ts';
import type { House } from '../../context.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { readPage } from './read-page.ts';

/** What came of reading an address that somebody pasted. */
export type DescribedPage = { address: string } & (
  | {
      isRead: true;
      finalAddress: string;
      facts: PageFacts;
      /** The outlet whose site it is. */
      outlet: { id: string; name: string } | null;
      /** The host of the site, to add an outlet for it when there is none. */
      domain: string;
    }
  | { isRead: false; failure: Failure }
);

interface NamedOutlet extends OutletSites {
  name: string;
}

async function selectOutletSites({ db }: OpenDatabase): Promise<NamedOutlet[]> {
  const rows = await db
    .selectFrom('outlet')
    .select(['id', 'name', 'website', 'domains'])
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, domains: JSON.parse(row.domains) as string[] }));
}

async function describe(
  house: House,
  address: string,
  outlets: readonly NamedOutlet[],
): Promise<DescribedPage> {
  try {
    const { finalAddress, ...facts } = await readPage(house, address);
    const found = matchOutlet(finalAddress, outlets) ?? matchOutlet(address, outlets);
    const outlet = found ? { id: found.id, name: found.name } : null;
    const domain = hostKey(new URL(finalAddress).hostname);
    return { address, isRead: true, finalAddress, facts, outlet, domain };
  } catch (error) {
    if (error instanceof AltavozFailure) return { address, isRead: false, failure: error.failure };
    throw error;
  }
}

/** Pages read side by side: each is of a stranger, and may be slow. */
const atOnce = 5;

/** Reads the pages of some addresses, each with its own outcome, in the order given. */
export async function describePages(
  house: House,
  addresses: readonly string[],
): Promise<DescribedPage[]> {
  const outlets = await selectOutletSites(house.database);
  const described: DescribedPage[] = [];
  for (let start = 0; start < addresses.length; start += atOnce) {
    const some = addresses.slice(start, start + atOnce);
    described.push(...(await Promise.all(some.map((one) => describe(house, one, outlets)))));
  }
  return described;
}
