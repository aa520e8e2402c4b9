import { type Cell, cellText } from '../files/table.ts';
import { readNumber } from '../numbers/read-number.ts';

/** Why a cell is no count. */
export type CountRefusal = 'negative' | 'not_a_number' | 'not_whole' | 'too_large';

/** A count, nothing where the cell is empty, or why it is none. */
export type CountReading = { value: number } | { absent: true } | { refused: CountRefusal };

/**
 * Reads a count as files of either language write it. One separator before three digits groups
 * thousands, since what is counted is whole; a fraction is refused and never rounded.
 */
export function readCount(cell: Cell | undefined): CountReading {
  if (typeof cell === 'number' && !Number.isInteger(cell)) return { refused: 'not_whole' };
  const text = typeof cell === 'number' ? BigInt(cell).toString() : cellText(cell);
  const reading = readNumber(text, { isWhole: true, isSigned: false });
  if ('absent' in reading || 'refused' in reading) return reading;
  if ('ambiguous' in reading) return { refused: 'not_a_number' };
  const { value, isPercent, isRounded } = reading.number;
  return isPercent || isRounded ? { refused: 'not_a_number' } : { value: Number(value) };
}
