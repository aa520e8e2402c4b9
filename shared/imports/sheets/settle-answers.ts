import { markTold } from '../../numbers/read-digits.ts';
import { readDayCell } from './read-day-cell.ts';
import { monthTypedAs, readMonth } from './read-month.ts';
import { type SheetRow, sheetText } from './sheet.ts';
import type { ColumnType, SheetAnswers } from './target.ts';

/** The order of the numbers of a date that leaves no doubt of it, such as `25/03/2020`. */
function dayOrderOf(text: string): SheetAnswers['dayOrder'] {
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d/.exec(text);
  if (!numbers || !('day' in readDayCell(text, 'day_first'))) return undefined;
  if (Number(numbers[1]) > 12) return 'day_first';
  return Number(numbers[2]) > 12 ? 'month_first' : undefined;
}

function firstOf<Told>(
  rows: readonly SheetRow[],
  indexes: readonly number[],
  tell: (text: string) => Told | undefined,
): Told | undefined {
  for (const { cells } of rows) {
    for (const index of indexes) {
      const cell = cells[index];
      const told = typeof cell === 'string' ? tell(sheetText(cell)) : undefined;
      if (told !== undefined) return told;
    }
  }
  return undefined;
}

/** Days that are no months whose year became the day: two of one month, or one that no such year explains. */
function areDays(rows: readonly SheetRow[], indexes: readonly number[]): 'days' | undefined {
  const dayOf = new Map<string, number>();
  for (const { cells } of rows) {
    for (const index of indexes) {
      const cell = cells[index];
      const written = typeof cell === 'object' ? readMonth(cell) : undefined;
      if (written?.day === undefined || written.day === 1) continue;
      const key = `${index} ${written.year}-${written.month}`;
      const other = dayOf.get(key) ?? written.day;
      if (!monthTypedAs(written) || other !== written.day) return 'days';
      dayOf.set(key, written.day);
    }
  }
  return undefined;
}

/** What was answered of a sheet and, where nothing was, what its other cells leave no doubt of. */
export function settleAnswers(
  rows: readonly SheetRow[],
  columns: readonly { index: number; type: ColumnType }[],
  answers: SheetAnswers,
): SheetAnswers {
  const indexesOf = (...types: ColumnType[]) =>
    columns.filter(({ type }) => types.includes(type)).map(({ index }) => index);
  return {
    ...answers,
    dayOrder: answers.dayOrder ?? firstOf(rows, indexesOf('day'), dayOrderOf),
    monthDays: answers.monthDays ?? areDays(rows, indexesOf('month', 'period')),
    decimalMark: answers.decimalMark ?? firstOf(rows, indexesOf('number', 'percent'), markTold),
  };
}
