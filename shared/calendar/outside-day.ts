import { isWeekday, monthNumber } from './calendar-words.ts';
import { Day, dayInZone } from './day.ts';
import type { DayOrder } from './day-order.ts';

/** How a date that others wrote is understood. */
export interface OutsideDayRules {
  /** The office's (IANA name), of which the days of instants are. */
  timeZone: string;
  /** What `05/06/2026` means where it was written; absent, it means no day. */
  order: DayOrder | undefined;
}

/** Names of zones that feeds write (RFC 822 and what Colombian sites add), in hours from UTC. */
const zoneHours: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, cot: -5, pet: -5, ect: -5, cet: 1, cest: 2 },
  ...{ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
};

/** An hour, and how far from UTC it is told, in minutes, where that is told. */
interface Clock {
  minutes: number;
  offset: number | undefined;
}

const clockPattern =
  /(^|[\s,t])(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?: ?([ap])\.? ?m\b\.?)?(?: ?(z|(?:utc|gmt)? ?[+-]\d{1,2}(?::?\d\d)?|[a-z]{2,5}))?(?=$|[\s,])/;

function offsetOf(zone = ''): number | undefined {
  const found = /([+-])(\d{1,2}):?(\d\d)?$/.exec(zone);
  if (!found) {
    const hours = zoneHours[zone];
    return hours === undefined ? undefined : hours * 60;
  }
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return found[1] === '-' ? -minutes : minutes;
}

/** The hour that stands in a text, and the text without it. */
function takeClock(text: string): { rest: string; clock: Clock | undefined } {
  const found = clockPattern.exec(text);
  if (!found) return { rest: text, clock: undefined };
  const [all, , hours = '', minutes = '', , half, zone] = found;
  const hour = half ? (Number(hours) % 12) + (half === 'p' ? 12 : 0) : Number(hours);
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + all.length)}`;
  if (hour > 23 || Number(minutes) > 59) return { rest, clock: undefined };
  return { rest, clock: { minutes: hour * 60 + Number(minutes), offset: offsetOf(zone?.trim()) } };
}

const two = (number: number | string) => String(number).padStart(2, '0');

function realDay(year: string, month: number | string, date: number | string): Day | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  const day = `${full}-${two(month)}-${two(date)}`;
  return Day.safeParse(day).success ? day : undefined;
}

function readNumbers(text: string, order: DayOrder | undefined): Day | undefined {
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (yearFirst) return realDay(yearFirst[1] ?? '', yearFirst[3] ?? '', yearFirst[4] ?? '');
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!yearLast) return undefined;
  const [, one = '', , other = '', year = ''] = yearLast;
  const isSame = Number(one) === Number(other);
  if (Number(one) > 12 || isSame || (order === 'day_first' && Number(other) <= 12)) {
    return realDay(year, other, one);
  }
  return Number(other) > 12 || order === 'month_first' ? realDay(year, one, other) : undefined;
}

const plainDate = (word: string) =>
  word.replace(/^(\d{1,2})(?:st|nd|rd|th|ro|o|º|°)$/, '$1').replace(/^primero$/, '1');

/** `5 de junio de 2026`, `Jun 5, 2026`, `05 jun 26`: a month by its name, its day and its year. */
function readWords(words: readonly string[]): Day | undefined {
  const parts = words.map(plainDate);
  const at = parts.findLastIndex((word) => monthNumber(word) !== undefined);
  const month = monthNumber(parts[at] ?? '');
  const others = parts.filter((word, place) => place !== at && !isWeekday(word));
  if (month === undefined || others.length !== 2) return undefined;
  const [first = '', second = ''] = others;
  if (/^\d{1,2}$/.test(first) && /^\d{4}$/.test(second)) return realDay(second, month, first);
  if (/^\d{4}$/.test(first) && /^\d{1,2}$/.test(second)) return realDay(first, month, second);
  const isBetween = parts.indexOf(first) < at && at < parts.lastIndexOf(second);
  const isShort = /^\d{1,2}$/.test(first) && /^\d\d$/.test(second);
  return isBetween && isShort ? realDay(second, month, first) : undefined;
}

const joining = new Set([
  'de',
  'del',
  'el',
  'of',
  'the',
  'a',
  'las',
  'la',
  'at',
  'on',
  '-',
  '–',
  '|',
]);

function readDate(text: string, order: DayOrder | undefined): Day | undefined {
  const words = text
    .split(/[\s,]+/)
    .map((word) => word.replace(/\.$/, ''))
    .filter((word) => word !== '' && !joining.has(word));
  const [only = '', ...more] = words.filter((word) => !isWeekday(word));
  const numbers = more.length === 0 ? readNumbers(only, order) : undefined;
  return numbers ?? readWords(words.flatMap((word) => word.split(/[-/.]/)));
}

/** Seconds, or milliseconds, since 1970. */
function readCount(text: string): Date | undefined {
  if (!/^(?:\d{10}|\d{13})$/.test(text)) return undefined;
  return new Date(Number(text.padEnd(13, '0')));
}

const compact = /^(\d{4})(\d\d)(\d\d)(?:t?(\d\d)(\d\d)(?:\d\d)?)?(?=$|z|[+-])/;

/**
 * The day of a date as pages and feeds write it: by ISO 8601, RFC 822 or a calendar's words, in Spanish
 * or English. A day without an hour or without a zone is the day as it is written; an instant is of the
 * office's clocks. Absent where it is none, or where nobody knows which number is its day.
 */
export function readOutsideDay(text: string, { timeZone, order }: OutsideDayRules): Day | null {
  const folded = text
    .slice(0, 200)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const counted = readCount(folded);
  if (counted) return dayInZone(counted, timeZone);
  const spaced = folded.replace(compact, (_, year, month, date, hour, minute) =>
    [`${year}-${month}-${date}`, hour && `${hour}:${minute}`].filter(Boolean).join(' '),
  );
  const { rest, clock } = takeClock(spaced);
  const day = readDate(rest, order);
  if (day === undefined) return null;
  if (clock?.offset === undefined) return day;
  const minutes = clock.minutes - clock.offset;
  return dayInZone(new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000), timeZone);
}
