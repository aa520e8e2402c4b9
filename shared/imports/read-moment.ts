import { isWeekday, monthNumber } from '../calendar/calendar-words.ts';
import { addDays, Day } from '../calendar/day.ts';
import { foldHeading } from '../files/table.ts';

/** In which order a file writes the numbers of `03/04/2026`. */
export type DayOrder = 'month_first' | 'day_first';

/** A day, and the time of day where the file tells it (`HH:mm:ss`); `utc` when it is an instant. */
export interface Moment {
  day: string;
  time: string | null;
  utc: boolean;
}

/** How a file's dates are to be understood. */
export interface MomentRules {
  order: DayOrder;
  /** Dates without a year fall on or before this day, and less than a year before. */
  until: string;
}

const two = (number: number) => String(number).padStart(2, '0');

function realDay(year: number, month: number, date: number): string | undefined {
  const day = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
  return Day.safeParse(day).success ? day : undefined;
}

/** The last day with this month and date that is not after `until`. */
function withYear(month: number, date: number, until: string): string | undefined {
  const year = Number(until.slice(0, 4));
  // Four years back reach the last 29 February.
  for (let back = 0; back <= 4; back += 1) {
    const day = realDay(year - back, month, date);
    if (day !== undefined && day <= until) {
      return day > addDays(until, -366) ? day : undefined;
    }
  }
  return undefined;
}

const clock =
  /[ T,]{1,4}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s{0,4}([ap])?\.?\s?m?\.?\s{0,4}(z)?$/i;

/** The time of day at the end of a text, and the text without it. */
function takeClock(text: string): { rest: string; time: string | null; utc: boolean } {
  const found = clock.exec(text);
  if (!found) return { rest: text, time: null, utc: false };
  const [, hours = '0', minutes = '0', seconds = '0', half, zulu] = found;
  const afternoon = half?.toLowerCase() === 'p' ? 12 : 0;
  const hour = half ? (Number(hours) % 12) + afternoon : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
    return { rest: '', time: null, utc: false };
  }
  const time = `${two(hour)}:${minutes}:${two(Number(seconds))}`;
  return { rest: text.slice(0, found.index), time, utc: zulu !== undefined };
}

const slashes = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

function readNumbers(text: string, order: DayOrder): string | undefined {
  const iso =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const found = slashes.exec(text);
  if (!found) return undefined;
  const [first, second, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return order === 'month_first' ? realDay(year, first, second) : realDay(year, second, first);
}

function readWords(text: string, until: string): string | undefined {
  const words = foldHeading(text)
    .split(' ')
    .filter((word) => word !== 'de' && word !== 'del' && word !== 'of');
  // Of `mar 3 2026` and `mar 14 jul 2026`, only the second begins with a Tuesday.
  const isMonth = (word: string) => monthNumber(word) !== undefined;
  if (isWeekday(words[0] ?? '') && words.slice(1).some(isMonth)) words.shift();
  const month = words.map(monthNumber).find((number) => number !== undefined);
  const numbers = words.filter((word) => /^\d+(?:st|nd|rd|th)?$/.test(word)).map(Number.parseFloat);
  const [date, year] = numbers;
  if (month === undefined || date === undefined || words.length !== numbers.length + 1) return;
  if (numbers.length === 1) return withYear(month, date, until);
  if (numbers.length !== 2 || year === undefined) return undefined;
  return year >= 1_900 ? realDay(year, month, date) : undefined;
}

/** Reads a date as the networks' files write it, in English or Spanish; nothing when it is none. */
export function readMoment(text: string, { order, until }: MomentRules): Moment | undefined {
  const { rest, time, utc } = takeClock(text.trim().replace(/[+-]00:?00$/, 'Z'));
  const day = readNumbers(rest.trim(), order) ?? readWords(rest, until);
  return day === undefined ? undefined : { day, time, utc };
}

/** Whether a date is written without its year. */
export function lacksYear(text: string): boolean {
  const folded = foldHeading(takeClock(text.trim()).rest);
  return !/\d{4}/.test(folded) && /\d/.test(folded) && /\p{L}{3}/u.test(folded);
}

/** The order that dates such as `13/02/2026` prove; nothing when none of them does, or they contradict one another. */
export function provenOrder(texts: Iterable<string>): DayOrder | undefined {
  let order: DayOrder | undefined;
  for (const text of texts) {
    const found = slashes.exec(takeClock(text.trim()).rest.trim());
    if (!found) continue;
    const proof =
      Number(found[1]) > 12 ? 'day_first' : Number(found[2]) > 12 ? 'month_first' : undefined;
    if (proof === undefined) continue;
    if (order !== undefined && order !== proof) return undefined;
    order = proof;
  }
  return order;
}
