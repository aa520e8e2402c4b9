import {
  contradictions,
  type DeclaredFacts,
  type DiscrepancyRule,
  printed,
  type YearFacts,
} from '../discrepancy.ts';
import { agree } from '../precision.ts';

/** Another place of the reports that says of the subject what is recorded. */
function agreeing({ declared, recorded }: YearFacts, figure: DeclaredFacts) {
  const record = recorded.get(figure.subject);
  return declared.find(
    (other) => record && other.subject === figure.subject && agree(other, record),
  );
}

/** A figure that a report says in one place, and otherwise, as it is recorded, in another. */
export const proseDiffersFromTable: DiscrepancyRule<'prose_differs_from_table'> = {
  kind: 'prose_differs_from_table',
  find: (facts) =>
    contradictions(facts).flatMap(({ declared, recorded }) => {
      const other = agreeing(facts, declared);
      if (!other) return [];
      const explanation =
        `El informe dice ${printed(declared.value)} (${declared.source}) y también ` +
        `${printed(other.value)} (${other.source}), que es lo registrado.`;
      return [{ declared, recorded, explanation, swappedWith: null }];
    }),
};
