import type { Selectable } from 'kysely';
import { checkTable, workOutTotals } from '../../../shared/indicators/count-tables/check-table.ts';
import type {
  CountRow,
  CountTableDetail,
  CountTableRow,
} from '../../../shared/indicators/count-tables/rows.ts';
import {
  type CountTableFields,
  totalRulesOf,
} from '../../../shared/indicators/count-tables/schemas.ts';
import { workOutRow } from '../../../shared/indicators/count-tables/work-out-row.ts';
import type { CountRowTable, CountTableTable } from '../../database/indicators-schema.ts';

type Shape = Pick<CountTableFields, 'dimensions' | 'measures' | 'memberSums'>;

const shapeless: Shape = { dimensions: [], measures: [], memberSums: [] };

function readShape(shape: string): Shape {
  const { measures, ...kept } = JSON.parse(shape) as Shape;
  return {
    ...kept,
    measures: measures.map((measure) => ({
      ...measure,
      weightedBy: measure.weightedBy ?? null,
      total: totalRulesOf(measure.unit).includes(measure.total) ? measure.total : 'none',
    })),
  };
}

/**
 * What a table is made of, from how it is kept. A total that its unit cannot have is none; a table that
 * cannot be read has no columns, and stops no other.
 */
export function parseShape(shape: string): Shape {
  try {
    return readShape(shape);
  } catch {
    return shapeless;
  }
}

/** A table as lists show it. @param periods those that have rows, from the newest. */
export function showCountTable(
  kept: Selectable<CountTableTable>,
  periods: readonly string[],
): CountTableRow {
  const { id, version, code, name, notes, updatedAt, updatedBy } = kept;
  return {
    id,
    version,
    code,
    name,
    notes,
    updatedAt,
    updatedBy,
    ...parseShape(kept.shape),
    isRemoved: kept.deletedAt !== null,
    periods: [...periods],
  };
}

function showRow({ measures }: Shape, kept: Selectable<CountRowTable>): CountRow {
  const { id, version, tableId, period, position, source, updatedAt, updatedBy } = kept;
  const cells = JSON.parse(kept.cells) as Record<string, string>;
  return {
    id,
    version,
    tableId,
    period,
    members: JSON.parse(kept.members) as string[],
    isTotal: kept.memberKey === '*',
    position,
    cells,
    source,
    updatedAt,
    updatedBy,
    worked: workOutRow(measures, cells),
  };
}

/** A table in a period with its rows, its totals and where it contradicts itself. */
export function showCountTableIn(
  table: CountTableRow,
  period: string | null,
  kept: readonly Selectable<CountRowTable>[],
): CountTableDetail {
  const all = kept.map((row) => showRow(table, row));
  const rows = all.filter(({ isTotal }) => !isTotal);
  const printed = all.find(({ isTotal }) => isTotal) ?? null;
  return {
    ...table,
    period,
    rows,
    printed,
    totals: workOutTotals(table, rows),
    findings: checkTable(table, rows, printed),
  };
}
