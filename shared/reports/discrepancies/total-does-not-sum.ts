import { contradictions, type DiscrepancyRule, printed } from '../discrepancy.ts';

/** A declared total of the year that the months of the year do not add up to. */
export const totalDoesNotSum: DiscrepancyRule<'total_does_not_sum'> = {
  kind: 'total_does_not_sum',
  find: (facts) =>
    contradictions(facts)
      .filter(({ recorded }) => recorded.day === null && !recorded.table)
      .map((contradiction) => ({
        ...contradiction,
        swappedWith: null,
        explanation:
          `El informe dice ${printed(contradiction.declared.value)}; ` +
          `los meses de ${facts.year} suman ${printed(contradiction.recorded.value)}.`,
      })),
};
