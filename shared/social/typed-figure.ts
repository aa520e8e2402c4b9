import { readFigure } from '../numbers/figure.ts';
import type { NumberLocale } from '../numbers/locale.ts';
import type { SnapshotPrecision } from './metrics.ts';

/** A figure as somebody typed it; nothing typed is absent, and what is open or unclear is refused. */
export type TypedFigure =
  | { value: number; precision: SnapshotPrecision }
  | { absent: true }
  | { refused: true };

/**
 * Reads a figure as screens of networks write it: `24591`, `24.591`, `24,591`, or shortened as
 * `24,5 mil`, `24.5K` and `1,2 M`, which is rounded. A fraction is refused.
 */
export function readTypedFigure(text: string, locale: NumberLocale): TypedFigure {
  const reading = readFigure(text, 'whole', locale);
  if ('absent' in reading) return reading;
  if (!('number' in reading) || reading.number.isPercent) return { refused: true };
  const { value, isRounded } = reading.number;
  return { value: Number(value), precision: isRounded ? 'rounded' : 'exact' };
}
