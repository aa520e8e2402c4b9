import { foldHeading } from '../../files/table.ts';
import { type DayReading, readDayCell } from './read-day-cell.ts';
import { monthTypedAs, readMonth } from './read-month.ts';
import { readNumberCell } from './read-number-cell.ts';
import { isBlank, type SheetCell, sheetText } from './sheet.ts';
import type { Directory, SheetAnswers, SheetValue, TargetColumn } from './target.ts';

/** What a cell says, that it is open how it is to be read, or the rule that it breaks. */
export type CellReading =
  | { value: SheetValue; isRounded?: boolean }
  | { ask: keyof SheetAnswers }
  | { rule: string };

/** What is counted is whole and not below nothing, so that one sign before three digits parts thousands. */
function readWhole(cell: SheetCell): CellReading {
  const reading = readNumberCell(cell, { isWhole: true });
  if ('absent' in reading) return { value: null };
  if ('refused' in reading) return { rule: reading.refused };
  if ('ambiguous' in reading) return { rule: 'two_numbers' };
  const { value, isPercent, isRounded } = reading.number;
  if (isPercent) return { rule: 'not_whole' };
  if (value.startsWith('-')) return { rule: 'negative' };
  const whole = Number(value);
  return Number.isSafeInteger(whole) ? { value: whole, isRounded } : { rule: 'too_large' };
}

/** @param asPercent where the column is a percentage, the share 0,85 of a workbook stays as written. */
function readDecimal(cell: SheetCell, answers: SheetAnswers): CellReading {
  const reading = readNumberCell(cell, { mark: answers.decimalMark });
  if ('number' in reading) {
    const { value, isRounded } = reading.number;
    return { value, isRounded };
  }
  if ('ambiguous' in reading) return { ask: 'decimalMark' };
  return 'refused' in reading ? { rule: reading.refused } : { value: null };
}

function readDay(reading: DayReading): CellReading {
  if ('day' in reading) return { value: reading.day };
  if ('ambiguous' in reading) return { ask: 'dayOrder' };
  return 'refused' in reading ? { rule: reading.refused } : { value: null };
}

function readMonthCell(cell: SheetCell, answers: SheetAnswers): CellReading {
  const written = readMonth(cell);
  if (!written) return { rule: 'not_a_month' };
  const typed = monthTypedAs(written);
  if (typed && answers.monthDays === undefined) return { ask: 'monthDays' };
  const found = typed && answers.monthDays === 'years' ? typed : written;
  const year = found.year ?? answers.year;
  if (year === undefined) return { ask: 'year' };
  return { value: `${year}-${String(found.month).padStart(2, '0')}` };
}

function readYear(cell: SheetCell): CellReading {
  const year = Number(/^((?:19|20|21)\d{2})(?:$|-\d{2}-\d{2})/.exec(sheetText(cell))?.[1]);
  return Number.isNaN(year) ? { rule: 'not_a_year' } : { value: year };
}

/** A year, a quarter of one or a month, as tables of counts keep it. */
function readPeriod(cell: SheetCell, answers: SheetAnswers): CellReading {
  const text = foldHeading(sheetText(cell));
  if (/^(?:19|20|21)\d{2}$/.test(text)) return { value: text };
  const quarter =
    /^(?:t|q|trim(?:estre)?)? ?([1-4])(?:er|do|ro|ra|to|o)?(?: trim(?:estre)?)?(?: de)? (\d{4})$/;
  const found = quarter.exec(text) ?? /^(\d{4}) (?:t|q|trim(?:estre)?) ?([1-4])$/.exec(text);
  if (!found) return readMonthCell(cell, answers);
  const [one = '', other = ''] = found.slice(1);
  return { value: one.length === 4 ? `${one}-Q${other}` : `${other}-Q${one}` };
}

const yes = ['si', 's', 'yes', 'y', 'x', '1', 'true', 'verdadero'];
const no = ['no', 'n', '0', 'false', 'falso'];

function readFlag(cell: SheetCell): CellReading {
  if (typeof cell === 'boolean') return { value: cell };
  const text = foldHeading(sheetText(cell));
  if (yes.includes(text)) return { value: true };
  return no.includes(text) ? { value: false } : { rule: 'yes_no' };
}

function readHour(cell: SheetCell): CellReading {
  const text = sheetText(cell).toLowerCase();
  const found =
    /^(?:\d{4}-\d{2}-\d{2}t)?(\d{1,2}):(\d{2})(?::\d{2})?\s{0,4}(a|p)?\.?\s{0,4}m?\.?$/.exec(text);
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || hour > 23 || minute > 59) return { rule: 'hour' };
  const half = found[3];
  const shown = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour;
  return { value: `${String(shown).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
}

function readChoice(cell: SheetCell, { choices = {}, unchosen = [] }: TargetColumn): CellReading {
  const text = foldHeading(sheetText(cell));
  if (unchosen.includes(text)) return { value: null };
  const found = Object.entries(choices).find(
    ([value, words]) => foldHeading(value) === text || words.includes(text),
  );
  return found ? { value: found[0] } : { rule: 'unknown_choice' };
}

/**
 * Reads a cell as its column asks. A blank cell is absent; what is not clear is a question or a
 * broken rule, never a guess.
 */
export function convertCell(
  cell: SheetCell | undefined,
  column: TargetColumn,
  directory: Directory,
  answers: SheetAnswers,
): CellReading {
  if (cell === undefined || isBlank(cell)) return { value: null };
  if (typeof cell === 'object' && 'error' in cell) {
    return { rule: cell.error.startsWith('=') ? 'unworked_formula' : 'error_cell' };
  }
  switch (column.type) {
    case 'text':
      return { value: sheetText(cell) };
    case 'count':
    case 'money':
      return readWhole(cell);
    case 'number':
    case 'percent':
      return readDecimal(cell, answers);
    case 'day':
      return readDay(readDayCell(cell, answers.dayOrder));
    case 'month':
      return readMonthCell(cell, answers);
    case 'year':
      return readYear(cell);
    case 'period':
      return readPeriod(cell, answers);
    case 'hour':
      return readHour(cell);
    case 'flag':
      return readFlag(cell);
    case 'choice':
      return readChoice(cell, column);
    default: {
      const id = directory[column.type].get(foldHeading(sheetText(cell)));
      return id === undefined ? { rule: `unknown_${column.type}` } : { value: id };
    }
  }
}
