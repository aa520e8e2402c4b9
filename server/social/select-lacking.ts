import { sql } from 'kysely';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { House } from '../context.ts';
import { listFirstConnections } from './open-connection.ts';

/**
 * The connections of whose pages a part fails everywhere for want of a permission: it is the key
 * that lacks it, and not one page that is closed to it. Pages that name none are the first one's.
 */
export async function selectLacking(house: House): Promise<Set<string>> {
  const first = await listFirstConnections(house);
  const { rows } = await sql<{
    network: string;
    connectionId: string | null;
    part: string;
    pages: number;
    denied: number;
  }>`
    select page.network, page.connection_id, part.part, cast(count(*) as integer) as pages,
      cast(sum(case when part.details like '%"permission_missing"%' then 1 else 0 end) as integer)
        as denied
    from page_part as part
    join page on page.id = part.page_id
    where page.deleted_at is null and page.is_pulled = 1 and part.attempted_at is not null
    group by page.network, page.connection_id, part.part`.execute(house.database.db);
  const parts = new Map<string, { id: string; pages: number; denied: number }>();
  for (const { network, connectionId, part, pages, denied } of rows) {
    const id = connectionId ?? first.get(network as NetworkId);
    if (id === undefined) continue;
    const key = `${id} ${part}`;
    const before = parts.get(key) ?? { id, pages: 0, denied: 0 };
    parts.set(key, { id, pages: before.pages + pages, denied: before.denied + denied });
  }
  const lacking = [...parts.values()].filter(({ pages, denied }) => denied > 0 && denied === pages);
  return new Set(lacking.map(({ id }) => id));
}
