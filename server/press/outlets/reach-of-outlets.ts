import type { OutletReach } from '../../../shared/press/outlet-reach.ts';
import type { OutletFields } from '../../../shared/press/schemas.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { outletColumns } from '../tables.ts';
import { joinReaches, type Reaching } from './asking-reach.ts';
import { planReach } from './plan-reach.ts';

/**
 * What changes of outlets would do to the appearances that they have, before any is made: the same
 * question that making them in this order asks. Outlets that are not there are passed over.
 */
export async function reachOfOutlets(
  db: OpenDatabase['db'],
  changes: readonly { id: string; fields: OutletFields }[],
  at: string,
): Promise<OutletReach | undefined> {
  const reaches: Reaching = [];
  const outlets = await db.selectFrom('outlet').selectAll().execute();
  const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  for (const { id, fields } of changes) {
    const before = byId.get(id);
    if (!before) continue;
    const plan = await planReach(
      db,
      { before, after: { ...before, ...outletColumns(fields) } },
      at,
    );
    if (plan) reaches.push(plan.reach);
  }
  return joinReaches(reaches);
}
