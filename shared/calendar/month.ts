import { z } from 'zod';

/** A calendar month as text, `YYYY-MM`, from 1900 to 2199. */
export const Month = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, { error: 'month' });
export type Month = z.infer<typeof Month>;

/** A closed period of months; `from` may not be after `to`, and it holds at most 50 years. */
export const MonthPeriod = z
  .object({ from: Month, to: Month })
  .refine((period) => period.from <= period.to, { error: 'period_reversed', path: ['to'] })
  .refine((period) => monthsBetween(period.from, period.to) < 600, {
    error: 'period_too_long',
    path: ['to'],
  });
export type MonthPeriod = z.infer<typeof MonthPeriod>;

function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthFromNumber(number: number): Month {
  const year = Math.floor(number / 12);
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** How many months `to` lies after `from`; negative when it lies before. */
export function monthsBetween(from: Month, to: Month): number {
  return monthNumber(to) - monthNumber(from);
}

/** The month `count` months after the given one; before it when `count` is negative. */
export function addMonths(month: Month, count: number): Month {
  return monthFromNumber(monthNumber(month) + count);
}

/** Every month of the closed period, in order. */
export function listMonths(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let number = monthNumber(from); number <= monthNumber(to); number += 1) {
    months.push(monthFromNumber(number));
  }
  return months;
}

/** The twelve months of a year as a period. */
export function yearPeriod(year: number): MonthPeriod {
  return { from: `${year}-01`, to: `${year}-12` };
}
