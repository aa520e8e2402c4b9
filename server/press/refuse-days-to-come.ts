import { monthOf } from '../../shared/calendar/day.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import { type House, today } from '../context.ts';

function refusal(path: string, rule: string): AltavozFailure {
  return new AltavozFailure({ code: 'invalid_input', fields: [{ path, rule, facts: {} }] });
}

/**
 * Refuses an appearance on a day that has not come where the office is: nothing was published then.
 * @throws {AltavozFailure} `invalid_input` at `day`.
 */
export function refuseDaysToCome(house: House, days: readonly string[]): void {
  const last = today(house);
  if (days.some((day) => day > last)) throw refusal('day', 'day_to_come');
}

/** Refuses a total of a month that has not begun. @throws {AltavozFailure} `invalid_input` at `month`. */
export function refuseMonthToCome(house: House, month: string): void {
  if (month > monthOf(today(house))) throw refusal('month', 'month_to_come');
}
