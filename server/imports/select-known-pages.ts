import type { KnownPage } from '../../shared/imports/place-items.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { House } from '../context.ts';

/** The pages in use, or those of one network. */
export async function selectKnownPages(
  { database }: House,
  network: NetworkId | null,
): Promise<KnownPage[]> {
  let pages = database.db
    .selectFrom('page')
    .select(['id', 'network', 'handle', 'externalId', 'title'])
    .where('deletedAt', 'is', null);
  if (network !== null) pages = pages.where('network', '=', network);
  const rows = await pages.orderBy('id').execute();
  return rows.map((row) => ({ ...row, network: row.network as NetworkId }));
}
