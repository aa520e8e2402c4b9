import type { Role } from '../../../shared/accounts/roles.ts';
import { tableOfTarget } from '../../../shared/imports/sheets/targets/count-table.ts';
import type { FixedTargetId } from '../../../shared/imports/sheets/targets/list-targets.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { selectCountTable } from '../../indicators/count-tables/queries.ts';
import type { Destination } from './destination.ts';
import { clippings } from './destinations/clippings.ts';
import { countRows } from './destinations/count-rows.ts';
import { departments } from './destinations/departments.ts';
import { followers } from './destinations/followers.ts';
import { indicators } from './destinations/indicators.ts';
import { outlets } from './destinations/outlets.ts';
import { outputItems } from './destinations/output-items.ts';
import { outputTallies } from './destinations/output-tallies.ts';
import { places } from './destinations/places.ts';
import { pressTallies } from './destinations/press-tallies.ts';
import { rates } from './destinations/rates.ts';

const destinations: Record<FixedTargetId, Destination> = {
  output_items: outputItems,
  output_tallies: outputTallies,
  clippings,
  press_tallies: pressTallies,
  outlets,
  rates,
  followers,
  indicators,
  departments,
  places,
};

/** Who may import into a target, besides who may import into any; tables of counts are of those alone. */
export function importersOf(target: string): readonly Role[] {
  return Object.hasOwn(destinations, target) ? destinations[target as FixedTargetId].roles : [];
}

/**
 * Where the rows of a target go, and by which verbs.
 * @throws {AltavozFailure} `record_not_found` for a table of counts that is not there.
 */
export async function destinationOf(database: OpenDatabase, target: string): Promise<Destination> {
  const tableId = tableOfTarget(target);
  if (tableId !== undefined) {
    return countRows(await selectCountTable(database, { id: tableId, period: undefined }));
  }
  const found = destinations[target as FixedTargetId];
  if (!found) throw new Error(`no destination for the sheets of ${target}`);
  return found;
}
