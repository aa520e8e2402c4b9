import { AltavozFailure } from '../../../shared/failure.ts';
import type { SheetTarget } from '../../../shared/imports/sheets/target.ts';
import { listTargets, type TargetId } from '../../../shared/imports/sheets/targets/list-targets.ts';
import { CountTableList } from '../../../shared/indicators/count-tables/schemas.ts';
import type { KindRow } from '../../../shared/output/rows.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { selectCountMembers, selectCountTables } from '../../indicators/count-tables/queries.ts';

type Targets = ReadonlyMap<TargetId, SheetTarget>;

/** One of the targets. @throws {AltavozFailure} `record_not_found` for a table of counts that is not there. */
export function targetOf(targets: Targets, id: TargetId): SheetTarget {
  const target = targets.get(id);
  if (!target) throw new AltavozFailure({ code: 'record_not_found', record: 'count_table', id });
  return target;
}

/** So many tables of counts are offered. */
const mostTables = 200;

/** Every target of the office, its tables of counts among them. */
export async function selectTargets(
  database: OpenDatabase,
  kinds: readonly KindRow[],
): Promise<Targets> {
  const list = CountTableList.parse({ pageSize: mostTables });
  const { rows } = await selectCountTables(database, list);
  const members = await selectCountMembers(database);
  const tables = rows.map((table) => ({ ...table, members: members.get(table.id) ?? [] }));
  return listTargets(kinds, tables);
}
