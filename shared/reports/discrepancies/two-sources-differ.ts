import { contradictions, type DiscrepancyRule, printed, printedDay } from '../discrepancy.ts';

/** A declared figure of a page that the last reading of the year does not confirm. */
export const twoSourcesDiffer: DiscrepancyRule<'two_sources_differ'> = {
  kind: 'two_sources_differ',
  find: (facts) =>
    contradictions(facts).flatMap(({ declared, recorded }) => {
      if (recorded.day === null) return [];
      const explanation =
        `El informe dice ${printed(declared.value)}; ` +
        `lo registrado el ${printedDay(recorded.day)} es ${printed(recorded.value)}.`;
      return [{ declared, recorded, explanation, swappedWith: null }];
    }),
};
