import { foldHeading } from '../../../files/table.ts';
import type { CountTableFields } from '../../../indicators/count-tables/schemas.ts';
import type { SheetTarget, TargetColumn } from '../target.ts';

/** A table of counts as sheets are brought into it. */
export type TableOfCounts = Pick<CountTableFields, 'code' | 'name' | 'dimensions' | 'measures'> & {
  id: string;
};

/** What a column of a table of counts is called among those of all tables. */
export const countColumnId = (tableId: string, id: string) => `${tableId}/${id}`;

/** A table of counts: one row of it for each row of the sheet, and the total that the sheet prints. */
export function countTableTarget({
  id: tableId,
  code,
  dimensions,
  measures,
}: TableOfCounts): SheetTarget {
  const typed = measures.filter(({ formula }) => formula === null);
  return {
    id: countTargetId(tableId),
    title: code,
    keepsTotals: true,
    columns: [
      ...dimensions.map(
        (dimension): TargetColumn => ({
          id: countColumnId(tableId, dimension.id),
          type: 'text',
          isRequired: true,
          synonyms: [foldHeading(dimension.name)],
        }),
      ),
      ...typed.map(
        (measure): TargetColumn => ({
          id: countColumnId(tableId, measure.id),
          type: measure.unit === 'count' ? 'count' : 'percent',
          isRequired: false,
          synonyms: [foldHeading(measure.name)],
        }),
      ),
      {
        id: 'period',
        type: 'period',
        isRequired: true,
        synonyms: ['periodo', 'ano', 'vigencia', 'trimestre', 'mes', 'period'],
      },
      { id: 'source', type: 'text', isRequired: false, synonyms: ['fuente', 'source'] },
    ],
  };
}

/** What a table of counts is called as a target. */
export type CountTargetId = `count_table_${string}`;
const countTargetStart = 'count_table_';
export const countTargetId = (tableId: string): CountTargetId => `${countTargetStart}${tableId}`;

/** The table of counts that a target is; nothing for the others. */
export function tableOfTarget(target: string): string | undefined {
  return target.startsWith(countTargetStart) ? target.slice(countTargetStart.length) : undefined;
}
