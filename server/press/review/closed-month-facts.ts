import type { FileCell } from '../../../shared/files/file-cell.ts';
import { grades } from '../../../shared/press/grading.ts';
import type { ReviewSum, ReviewTotals } from '../../../shared/press/review-rows.ts';
import type { FrozenReview } from './review-month.ts';

/** Which closing a file is of, who signed it, and when (ISO). */
export interface SignedClosing {
  /** The name of the entity; absent where nobody gave it. */
  entity: string | null;
  month: string;
  revision: number;
  at: string;
  actorName: string;
}

const totalNames: readonly [Exclude<keyof ReviewTotals, 'notCounted'>, string][] = [
  ['headline', 'Positivo y neutro'],
  ['negative', 'Negativo'],
  ['unclassified', 'Sin clasificar'],
  ['tallies', 'Totales mensuales sin detalle'],
  ['allTones', 'Todos los tonos'],
  ['headlineWithoutContract', 'Positivo y neutro, sin medios con contrato de publicidad'],
  ['allWithoutContract', 'Todos los tonos, sin medios con contrato de publicidad'],
];

function sumCells(name: string, sum: ReviewSum): FileCell[] {
  return [name, sum.count, sum.valueCop, sum.valueWithVatCop, sum.unvalued];
}

const noSum: ReviewSum = { count: 0, valueCop: null, valueWithVatCop: null, unvalued: 0 };

function gradeCells({ shares }: FrozenReview['summary']): FileCell[][] {
  return grades.map((grade) =>
    sumCells(`Grado ${grade}`, shares.grade.find(({ key }) => key === grade)?.all ?? noSum),
  );
}

/** What a closing says of itself: whose it is, its figures, and the seal of what it froze. */
export function closedMonthFacts(signed: SignedClosing, frozen: FrozenReview): FileCell[][] {
  const { totals } = frozen.summary;
  return [
    ['Valor publicitario equivalente (referencial)'],
    ['Entidad', signed.entity ?? 'Sin nombre registrado'],
    ['Mes', signed.month],
    ['Revisión', signed.revision],
    ['Cerrado por', signed.actorName],
    ['Cerrado el (UTC)', signed.at],
    ['SHA-256 de lo aprobado', frozen.sha256 ?? null],
    [],
    ['Cifra', 'Apariciones', 'Pesos sin IVA', 'Pesos con IVA', 'Sin valorar'],
    ...totalNames.map(([name, words]) => sumCells(words, totals[name])),
    ...gradeCells(frozen.summary),
    ['Pauta y canales propios, que no cuentan', totals.notCounted],
  ];
}
