/** What a rule of repetition says of its days. */
export interface DayRule {
  freq: 'MONTHLY' | 'YEARLY';
  interval?: number;
  bymonth?: readonly number[];
  bymonthday?: readonly number[];
  byday?: readonly string[];
  bysetpos?: readonly number[];
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const two = (number: number) => String(number).padStart(2, '0');
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The rule as a calendar writes it. */
export function ruleText({ freq, interval = 1, ...parts }: DayRule): string {
  const said = Object.entries(parts).map(([name, values]) => `;${name.toUpperCase()}=${values}`);
  return `RRULE:FREQ=${freq};INTERVAL=${interval}${said.join('')}`;
}

/** Whether a day of a month is one of a rule's: each day is looked at, none is worked out. */
function isOne(rule: DayRule, [year, month, date]: readonly [number, number, number]): boolean {
  const last = lastOf(year, month);
  const name = weekdays[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] ?? '';
  const turns = [Math.ceil(date / 7), -Math.ceil((last - date + 1) / 7)];
  const names = [name, ...turns.map((turn) => `${turn}${name}`)];
  const { bymonthday, byday } = rule;
  const isDate = !bymonthday || bymonthday.includes(date) || bymonthday.includes(date - last - 1);
  return isDate && (!byday || byday.some((day) => names.includes(day)));
}

/** The months of one turn of a rule. */
function monthsOf({ freq, bymonth }: DayRule, year: number, month: number): [number, number][] {
  if (freq === 'MONTHLY') return !bymonth || bymonth.includes(month) ? [[year, month]] : [];
  const all = Array.from({ length: 12 }, (_, at) => at + 1);
  return (bymonth ?? all).map((one) => [year, one]);
}

/** The days of a rule from a day to another, by looking at each. */
export function countDays(rule: DayRule, from: string, until: string): string[] {
  const { freq, interval = 1, bysetpos } = rule;
  const found: string[] = [];
  const [first = 0, start = 1] = from.split('-').map(Number);
  for (let at = start - 1; ; at += interval * (freq === 'YEARLY' ? 12 : 1)) {
    const [year, month] = [first + Math.floor(at / 12), (at % 12) + 1];
    if (`${year}-${two(month)}-01` > `${until.slice(0, 4)}-12-31`) break;
    const days = monthsOf(rule, year, month).flatMap(([ofYear, ofMonth]) =>
      Array.from({ length: lastOf(ofYear, ofMonth) }, (_, date) => date + 1)
        .filter((date) => isOne(rule, [ofYear, ofMonth, date]))
        .map((date) => `${ofYear}-${two(ofMonth)}-${two(date)}`),
    );
    const isPlace = (place: number) =>
      !bysetpos || bysetpos.includes(place + 1) || bysetpos.includes(place - days.length);
    found.push(...days.filter((day, place) => isPlace(place) && day >= from && day <= until));
  }
  return found;
}
