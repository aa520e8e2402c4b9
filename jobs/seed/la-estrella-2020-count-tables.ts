import type { ActorContext } from '../../server/context.ts';
import { selectCountTables } from '../../server/indicators/count-tables/queries.ts';
import { createCountRows } from '../../server/indicators/count-tables/save-count-row.ts';
import { addUsualTables } from '../../server/indicators/count-tables/save-count-table.ts';
import type { CountTableRow } from '../../shared/indicators/count-tables/rows.ts';
import { CountRowFields, CountTableList } from '../../shared/indicators/count-tables/schemas.ts';
import { countTables2020 } from './la-estrella-2020-counts.ts';
import { reportName } from './la-estrella-2020-tallies.ts';

const period = '2020';

/** A printed row as the office keeps it; a figure that is not printed is absent. */
function rowOf(table: CountTableRow, printed: readonly string[], position: number): CountRowFields {
  const isTotal = printed[0] === '*';
  const names = isTotal ? 1 : table.dimensions.length;
  const figures = printed.slice(names);
  const typed = table.measures.filter(({ formula }) => formula === null);
  const cells = typed.flatMap(({ id }, at) => (figures[at] ? [[id, figures[at]]] : []));
  return CountRowFields.parse({
    tableId: table.id,
    period,
    members: isTotal ? [] : printed.slice(0, names),
    isTotal,
    position,
    cells: Object.fromEntries(cells),
    source: `${reportName}, tabla ${table.code}`,
  });
}

/** Sections 4.1 to 4.4: procedures, requests and surveys as printed. Does nothing to tables that have rows of 2020. */
export async function storeCountTables(context: ActorContext): Promise<void> {
  await addUsualTables(context);
  const { rows } = await selectCountTables(
    context.database,
    CountTableList.parse({ pageSize: 200 }),
  );
  for (const table of rows) {
    const printed = countTables2020[table.code];
    if (!printed || table.periods.includes(period)) continue;
    await createCountRows(
      context,
      printed.map((row, at) => rowOf(table, row, at)),
    );
  }
}
