import type { CountTableDetail } from '../indicators/count-tables/rows.ts';
import type { MeasureUnit } from '../indicators/count-tables/schemas.ts';
import type { YearTarget } from '../indicators/rows.ts';
import { indicatorHasNoDerivation } from './discrepancies/indicator-has-no-derivation.ts';
import { likelySwap } from './discrepancies/likely-swap.ts';
import {
  type TargetContradiction,
  targetContradictions,
} from './discrepancies/months-differ-from-year.ts';
import { proseDiffersFromTable } from './discrepancies/prose-differs-from-table.ts';
import {
  type TableContradictionKind,
  tableContradictions,
} from './discrepancies/table-contradicts-itself.ts';
import { totalDoesNotSum } from './discrepancies/total-does-not-sum.ts';
import { twoSourcesDiffer } from './discrepancies/two-sources-differ.ts';
import type { SwappedWith, YearFacts } from './discrepancy.ts';
import type { Precision } from './precision.ts';

/** From the most telling: a contradiction is told by the first rule that explains it. */
const rules = [
  likelySwap,
  proseDiffersFromTable,
  indicatorHasNoDerivation,
  totalDoesNotSum,
  twoSourcesDiffer,
] as const;

export type DiscrepancyKind =
  | (typeof rules)[number]['kind']
  | TableContradictionKind
  | TargetContradiction['kind'];

/** A figure that a report declares and the records contradict; both stay as they are. */
export interface Discrepancy {
  id: string;
  subject: string;
  /** What the report calls it. */
  label: string;
  declared: number;
  recorded: number;
  kind: DiscrepancyKind;
  /** In Spanish, the language of the report. */
  explanation: string;
  precision: Precision;
  asPrinted: string;
  /** What the figures are, which says how they are written. */
  unit: MeasureUnit;
  /** The day of the reading that says otherwise; absent for sums. */
  recordedDay: string | null;
  swappedWith: SwappedWith | null;
}

/** What contradicts itself, as it is kept: exact, and of no day. */
const ofItself = { precision: 'exact', recordedDay: null, swappedWith: null } as const;

/**
 * Finds the contradictions of a year by the rules: declared figures in the order in which they are
 * given, then the tables that contradict themselves, then the plans that ask something else of a
 * year than of its months.
 */
export function listDiscrepancies(
  facts: YearFacts,
  tables: readonly CountTableDetail[] = [],
  targets: readonly YearTarget[] = [],
): Discrepancy[] {
  const found = new Map<string, Discrepancy>();
  for (const { kind, find } of rules) {
    for (const { declared, recorded, explanation, swappedWith } of find(facts)) {
      if (found.has(declared.id)) continue;
      found.set(declared.id, {
        id: `${kind}:${declared.id}`,
        subject: declared.subject,
        label: declared.label,
        declared: declared.value,
        recorded: recorded.value,
        kind,
        explanation,
        precision: declared.precision,
        asPrinted: declared.asPrinted,
        unit: recorded.table?.unit ?? 'count',
        recordedDay: recorded.day,
        swappedWith,
      });
    }
  }
  const within = [...tables.flatMap(tableContradictions), ...targetContradictions(targets)];
  return [
    ...facts.declared.flatMap(({ id }) => found.get(id) ?? []),
    ...within.map((contradiction) => ({ ...contradiction, ...ofItself })),
  ];
}
