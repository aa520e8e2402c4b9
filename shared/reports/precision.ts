import { SnapshotPrecision } from '../social/metrics.ts';

/** How exact a figure is, printed or read. */
export const Precision = SnapshotPrecision;
export type Precision = SnapshotPrecision;

/** A figure with how exact it is; `asPrinted` is how a document writes it. */
export interface PreciseFigure {
  value: number;
  precision: Precision;
  asPrinted?: string;
}

const units: [RegExp, number][] = [
  [/^mil\s+mill/, 1_000_000_000],
  [/^mill|^m\b/, 1_000_000],
  [/^mil\b|^k\b/, 1_000],
];

/** What one more in the last digit of "15.8 mil" means: 100. Nothing when no unit is written out. */
function printedStep(asPrinted: string): number | undefined {
  const match = /\d(?:[.,](\d+))?\s*([a-z][\s\S]*)$/i.exec(asPrinted.trim());
  const words = match?.[2]?.toLowerCase() ?? '';
  const unit = units.find(([pattern]) => pattern.test(words))?.[1];
  if (unit === undefined) return undefined;
  return Math.max(1, unit / 10 ** (match?.[1]?.length ?? 0));
}

function stepOfZeros(value: number): number {
  let step = 1;
  while (value !== 0 && value % (step * 10) === 0) step *= 10;
  return step;
}

/**
 * The step to which a figure was rounded: from how it is printed ("12.5 mil" → 100), else from
 * the zeros at its end. 0 unless it is `rounded`.
 */
export function roundingStep(figure: PreciseFigure): number {
  if (figure.precision !== 'rounded') return 0;
  return printedStep(figure.asPrinted ?? '') ?? stepOfZeros(figure.value);
}

/** Whether two figures can be the same number, written with the exactness that each has. */
export function agree(one: PreciseFigure, other: PreciseFigure): boolean {
  const step = Math.max(roundingStep(one), roundingStep(other));
  return Math.abs(one.value - other.value) <= step;
}
