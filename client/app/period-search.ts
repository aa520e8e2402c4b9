import { retainSearchParams } from '@tanstack/react-router';

/** The period in the address; absent until somebody chooses one. */
export interface PeriodSearch {
  from?: string;
  to?: string;
}

const monthPattern = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** A text parameter of the address; nothing when it is anything else. */
export function textParam(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined;
}

/** A whole number from 1 in the address. */
export function pageParam(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 ? number : undefined;
}

/** One of a few words in the address. */
export function choiceParam<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
): Choice | undefined {
  return choices.find((choice) => choice === value);
}

/** Reads the period of an address; what is malformed or reversed counts as absent. */
export function readPeriodSearch(search: Record<string, unknown>): PeriodSearch {
  const from = textParam(search.from);
  const to = textParam(search.to);
  if (!from || !to || !monthPattern.test(from) || !monthPattern.test(to) || from > to) return {};
  return { from, to };
}

/** The period goes along from page to page. */
export const keepPeriod = retainSearchParams<PeriodSearch>(['from', 'to']);
