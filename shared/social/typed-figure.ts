import type { SnapshotPrecision } from './metrics.ts';

/** A figure as somebody typed it; nothing typed is absent. */
export type TypedFigure =
  | { value: number; precision: SnapshotPrecision }
  | { absent: true }
  | { refused: true };

const grouped = /^(?:\d+|[1-9]\d{0,2}(?:([., ])\d{3})(?:\1\d{3})*)$/;
const short = /^(\d{1,4})(?:[.,](\d{1,2}))?\s*(k|mil|m|mill|millon|millones)$/;
const thousand = new Set(['k', 'mil']);

/**
 * Reads a figure as screens of networks write it: `24591`, `24.591`, `24,591`, or shortened as
 * `24,5 mil`, `24.5K` and `1,2 M`, which is rounded. A fraction is refused.
 */
export function readTypedFigure(text: string): TypedFigure {
  const folded = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  if (folded === '') return { absent: true };
  const [, whole, part = '', unit] = short.exec(folded) ?? [];
  if (whole !== undefined && unit !== undefined) {
    const scale = thousand.has(unit) ? 1_000 : 1_000_000;
    const value = Number(whole) * scale + Number(part.padEnd(2, '0')) * (scale / 100);
    return { value, precision: 'rounded' };
  }
  if (!grouped.test(folded)) return { refused: true };
  const value = Number(folded.replace(/\D/g, ''));
  return Number.isSafeInteger(value) ? { value, precision: 'exact' } : { refused: true };
}
