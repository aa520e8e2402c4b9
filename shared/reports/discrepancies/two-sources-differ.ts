import {
  contradictions,
  type DiscrepancyRule,
  printed,
  printedDay,
  printedWith,
  type RecordedFacts,
} from '../discrepancy.ts';

/** What the other source says, in words; nothing where what is recorded is a sum. */
function otherSource({ value, day, table }: RecordedFacts): string | undefined {
  if (table)
    return `la tabla ${table.code}, «${table.name}», dice ${printedWith(value, table.unit)}`;
  return day === null ? undefined : `lo registrado el ${printedDay(day)} es ${printed(value)}`;
}

/** A declared figure that another source does not confirm: the last reading of a page, or a table. */
export const twoSourcesDiffer: DiscrepancyRule<'two_sources_differ'> = {
  kind: 'two_sources_differ',
  find: (facts) =>
    contradictions(facts).flatMap(({ declared, recorded }) => {
      const other = otherSource(recorded);
      if (other === undefined) return [];
      const said = recorded.table
        ? printedWith(declared.value, recorded.table.unit)
        : printed(declared.value);
      const explanation = `El informe dice ${said}; ${other}.`;
      return [{ declared, recorded, explanation, swappedWith: null }];
    }),
};
