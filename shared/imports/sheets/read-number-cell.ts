import { Exact } from '../../money/exact.ts';
import type { NumberRules } from '../../numbers/read-digits.ts';
import { type NumberReading, readNumber } from '../../numbers/read-number.ts';
import { type SheetCell, sheetText } from './sheet.ts';

/** Larger numbers of a workbook are no figure of an office. */
const largest = 1e18;

/** A number of a workbook is exact as it stands. */
function readKept(number: number, { isWhole }: NumberRules): NumberReading {
  if (!Number.isFinite(number)) return { refused: 'not_a_number' };
  if (Math.abs(number) >= largest) return { refused: 'too_large' };
  if (isWhole && !Number.isInteger(number)) return { refused: 'not_whole' };
  return { number: { value: new Exact(number).toFixed(), isPercent: false, isRounded: false } };
}

/** Reads the number of a cell: as it is kept, or as people write it. */
export function readNumberCell(
  cell: SheetCell | undefined,
  rules: NumberRules = {},
): NumberReading | { refused: 'error_cell' } {
  if (typeof cell === 'number') return readKept(cell, rules);
  if (typeof cell === 'object' && 'error' in cell) return { refused: 'error_cell' };
  const text = sheetText(cell);
  return typeof cell === 'string' || text === ''
    ? readNumber(text, rules)
    : { refused: 'not_a_number' };
}
