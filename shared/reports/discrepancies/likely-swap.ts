import {
  type Contradiction,
  contradictions,
  type DiscrepancyRule,
  type Finding,
  printed,
} from '../discrepancy.ts';
import { agree } from '../precision.ts';
import { measureOf } from '../subject.ts';

/** Whether each was declared as the other is recorded. */
function cross(one: Contradiction, other: Contradiction): boolean {
  return (
    one.declared.subject !== other.declared.subject &&
    measureOf(one.declared.subject) === measureOf(other.declared.subject) &&
    agree(one.declared, other.recorded) &&
    agree(other.declared, one.recorded)
  );
}

function explain(one: Contradiction, other: Contradiction): Finding {
  return {
    ...one,
    swappedWith: {
      subject: other.declared.subject,
      label: other.declared.label,
      declared: other.declared.value,
      recorded: other.recorded.value,
    },
    explanation:
      `El informe dice ${printed(one.declared.value)} y lo registrado es ` +
      `${printed(one.recorded.value)}. Parece intercambiada con «${other.declared.label}», ` +
      `de la que el informe dice ${printed(other.declared.value)} y lo registrado es ` +
      `${printed(other.recorded.value)}.`,
  };
}

/** Two declared figures of the same measure, each of which is the other's recorded value. */
export const likelySwap: DiscrepancyRule<'likely_swap'> = {
  kind: 'likely_swap',
  find(facts) {
    const all = contradictions(facts);
    return all.flatMap((one) => {
      const other = all.find((candidate) => cross(one, candidate));
      return other ? [explain(one, other)] : [];
    });
  },
};
