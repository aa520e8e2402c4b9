import { contradictions, type DiscrepancyRule, printed, type YearFacts } from '../discrepancy.ts';
import { measureOf } from '../subject.ts';
import { proseDiffersFromTable } from './prose-differs-from-table.ts';

const allOutput = 'output.count:all';

/** What the declared totals of the kinds add up to, each kind once; absent where none is declared. */
function sumOfDeclared(facts: YearFacts): number | null {
  const elsewhere = new Set(proseDiffersFromTable.find(facts).map(({ declared }) => declared.id));
  const totals = new Map<string, number>();
  for (const { id, subject, value } of facts.declared) {
    const isOfKind = measureOf(subject) === 'output.count' && subject !== allOutput;
    if (isOfKind && !elsewhere.has(id) && !totals.has(subject)) totals.set(subject, value);
  }
  if (totals.size === 0) return null;
  return [...totals.values()].reduce((sum, value) => sum + value, 0);
}

/** A declared figure of all output that neither the months nor the report's own totals add up to. */
export const indicatorHasNoDerivation: DiscrepancyRule<'indicator_has_no_derivation'> = {
  kind: 'indicator_has_no_derivation',
  find(facts) {
    const added = sumOfDeclared(facts);
    return contradictions(facts)
      .filter(({ declared }) => declared.subject === allOutput && declared.value !== added)
      .map((contradiction) => ({
        ...contradiction,
        swappedWith: null,
        explanation:
          `El informe dice ${printed(contradiction.declared.value)} y nada de lo registrado lo da: ` +
          `los meses de ${facts.year} suman ${printed(contradiction.recorded.value)}` +
          `${added === null ? '' : ` y los totales que el informe imprime, ${printed(added)}`}.`,
      }));
  },
};
