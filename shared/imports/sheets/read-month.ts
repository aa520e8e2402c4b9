import { monthNumber } from '../../calendar/calendar-words.ts';
import { foldHeading } from '../../files/table.ts';
import { type SheetCell, sheetText } from './sheet.ts';

/** A month: with its year, or one of whichever year the table is of. */
export interface WrittenMonth {
  year: number | null;
  /** From 1 to 12. */
  month: number;
  /** The day within it, where one is written. */
  day?: number;
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const year = Number(text);
  if (text.length === 2) return 2000 + year;
  return year >= 1900 && year <= 2199 ? year : null;
}

const fits = (month: number) => month >= 1 && month <= 12;

/**
 * The month that a day may have been typed as: spreadsheets make of `ene-20` the 20th of January of the year in
 * which it is typed, which is that year or a later one.
 */
export function monthTypedAs({ year, month, day = 1 }: WrittenMonth): WrittenMonth | undefined {
  const typed = 2000 + day;
  return day > 1 && year !== null && typed <= year ? { year: typed, month } : undefined;
}

/** A month written in digits: `09/2020`, `2020-09`, `2020-09-15`. */
function readDigits(text: string): WrittenMonth | undefined {
  const yearLast = /^(\d{1,2})[/.\-\s](\d{4})$/.exec(text);
  const yearFirst = /^(\d{4})[/.\-\s](\d{1,2})(?:[/.-](\d{1,2})(?:[T ].*)?)?$/.exec(text);
  const [month, year] = yearLast
    ? [Number(yearLast[1]), yearOf(yearLast[2])]
    : yearFirst
      ? [Number(yearFirst[2]), yearOf(yearFirst[1])]
      : [0, null];
  if (!fits(month) || year === null) return undefined;
  const day = yearFirst?.[3];
  return { year, month, ...(day === undefined ? {} : { day: Number(day) }) };
}

/**
 * Reads a month as people write it: `septiembre`, `Sept.`, `ene-20`, `Enero de 2020`, `09/2020`, or a
 * day within it; nothing where it is none.
 */
export function readMonth(cell: SheetCell | undefined): WrittenMonth | undefined {
  if (typeof cell === 'number' || typeof cell === 'boolean') return undefined;
  const text = sheetText(cell);
  const digits = readDigits(text);
  if (digits) return digits;
  const parts = foldHeading(text)
    .split(' ')
    .filter((word) => !['de', 'del', 'mes', 'ano', 'of'].includes(word));
  const [name = '', year, ...more] = parts;
  const month = monthNumber(name);
  if (month === undefined || more.length > 0) return undefined;
  if (year === undefined) return { year: null, month };
  return /^\d{2}$|^\d{4}$/.test(year) && yearOf(year) !== null
    ? { year: yearOf(year), month }
    : undefined;
}
