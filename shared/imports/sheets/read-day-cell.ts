import { Day } from '../../calendar/day.ts';
import { foldHeading } from '../../files/table.ts';
import { readMonth } from './read-month.ts';
import { type SheetCell, sheetText } from './sheet.ts';

/** Which of two numbers of a date is the day: the first, as in Colombia, or the second. */
export type DayOrder = 'day_first' | 'month_first';

/** A day, nothing where the cell is empty, a question of its order, or that it is none. */
export type DayReading =
  | { day: string }
  | { absent: true }
  | { ambiguous: true }
  | { refused: 'not_a_day' | 'error_cell' };

const two = (number: number | string) => String(number).padStart(2, '0');

function real(year: number | string, month: number | string, day: number | string): DayReading {
  const full = String(year).length === 2 ? `20${year}` : String(year);
  const found = Day.safeParse(`${full}-${two(month)}-${two(day)}`);
  return found.success ? { day: found.data } : { refused: 'not_a_day' };
}

/** `15 de marzo de 2020`, `15-mar-20`, `martes 15 de marzo de 2020`. */
function readWords(text: string): DayReading {
  const parts = foldHeading(text)
    .split(' ')
    .filter((word) => !['de', 'del', 'a', 'las'].includes(word));
  const start = parts.findIndex((word) => /^\d{1,2}$/.test(word));
  const [day, name, year] = start < 0 ? [] : parts.slice(start, start + 3);
  const month = name === undefined ? undefined : readMonth(name)?.month;
  if (day === undefined || month === undefined || !/^\d{2}$|^\d{4}$/.test(year ?? '')) {
    return { refused: 'not_a_day' };
  }
  return real(year ?? '', month, day);
}

/**
 * Reads a day as people write it: `2020-03-15`, `15/03/2020`, `15 de marzo de 2020`, or a date of the
 * workbook.
 * @param order settles what `3/4/2020` means; without it such a cell is ambiguous.
 */
export function readDayCell(cell: SheetCell | undefined, order?: DayOrder): DayReading {
  if (typeof cell === 'object') {
    if ('error' in cell) return { refused: 'error_cell' };
    return real(cell.day.slice(0, 4), cell.day.slice(5, 7), cell.day.slice(8, 10));
  }
  const text = sheetText(cell);
  if (['', '-', '—', '–'].includes(text)) return { absent: true };
  if (typeof cell !== 'string') return { refused: 'not_a_day' };
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return real(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const digits = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})(?:[T ].*)?$/.exec(text);
  if (!digits) return readWords(text);
  const [, one = '', other = '', year = ''] = digits;
  if (Number(one) > 12) return real(year, other, one);
  if (Number(other) > 12) return real(year, one, other);
  if (one === other) return real(year, one, other);
  if (order === undefined) return { ambiguous: true };
  return order === 'day_first' ? real(year, other, one) : real(year, one, other);
}
