import { foldHeading } from '../../../files/table.ts';
import type { CountMeasure, CountTableFields } from '../../../indicators/count-tables/schemas.ts';
import { usualMembers } from '../../../indicators/count-tables/usual-members.ts';
import type { SheetTarget, TargetColumn } from '../target.ts';

/** A table of counts as sheets are brought into it. */
export type TableOfCounts = Pick<
  CountTableFields,
  'code' | 'name' | 'dimensions' | 'measures' | 'memberSums'
> & {
  id: string;
  /** What its rows are called in periods that it has, by dimension. */
  members?: readonly (readonly string[])[];
};

/** What a column of a table of counts is called among those of all tables. */
export const countColumnId = (tableId: string, id: string) => `${tableId}/${id}`;

/** The words of a name that stand together, in every length, such as `redes` and `sociales`. */
function phrasesOf(name: string): string[] {
  const words = foldHeading(name).split(' ');
  return words.flatMap((_, from) =>
    words.slice(from).map((__, more) => words.slice(from, from + more + 1).join(' ')),
  );
}

/** The parts of each name that no other name has. */
function hintsOf(name: string, names: readonly string[]): string[] {
  const others = new Set(names.filter((other) => other !== name).flatMap(phrasesOf));
  return phrasesOf(name).filter((phrase) => phrase.length > 2 && !others.has(phrase));
}

/** What rows are called: in other periods, in the sums that the table names, and in the usual tables. */
function membersOf({ dimensions, memberSums, members }: TableOfCounts, at: number): string[] {
  const summed = at === 0 ? memberSums.flatMap(({ total, parts }) => [total, ...parts]) : [];
  const usual = usualMembers[foldHeading(dimensions[at]?.name)] ?? [];
  return [...new Set([...(members?.[at] ?? []), ...summed, ...usual].map(foldHeading))];
}

function measureColumn(table: TableOfCounts, measure: CountMeasure, names: readonly string[]) {
  const ofUnit = table.measures.filter(
    ({ unit, formula }) => unit === measure.unit && formula === null,
  );
  const isOnlyOne = ofUnit.length === 1;
  return {
    id: countColumnId(table.id, measure.id),
    type: measure.unit === 'count' ? ('count' as const) : ('percent' as const),
    isRequired: false,
    synonyms: [foldHeading(measure.name), foldHeading(measure.id)],
    hints: [...hintsOf(measure.name, names), ...(isOnlyOne ? unitHints[measure.unit] : [])],
    addsUp: measure.total === 'sum',
  };
}

/** What a column is also called that is the only one of its unit. */
const unitHints = {
  count: ['cantidad', 'numero', 'no', 'total'],
  score: ['puntaje', 'calificacion', 'promedio'],
  percent: ['%', 'porcentaje'],
} as const;

/** A table of counts: one row of it for each row of the sheet, and the total that the sheet prints. */
export function countTableTarget(table: TableOfCounts): SheetTarget {
  const { id: tableId, code, name, dimensions } = table;
  const typed = table.measures.filter(({ formula }) => formula === null);
  const names = [...dimensions, ...typed].map((column) => column.name);
  return {
    id: countTargetId(tableId),
    titles: [code, name],
    keepsTotals: true,
    columns: [
      ...dimensions.map(
        (dimension, at): TargetColumn => ({
          id: countColumnId(tableId, dimension.id),
          type: 'text',
          isRequired: true,
          synonyms: [foldHeading(dimension.name), foldHeading(dimension.id)],
          hints: hintsOf(dimension.name, names),
          members: membersOf(table, at),
          goesOn: at < dimensions.length - 1,
        }),
      ),
      ...typed.map((measure) => measureColumn(table, measure, names)),
      {
        id: 'period',
        type: 'period',
        isRequired: true,
        goesOn: true,
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
