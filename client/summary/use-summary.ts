import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { addMonths } from '../../shared/calendar/month.ts';
import { api } from '../app/api.ts';
import { type Period, usePeriod } from '../app/use-period.ts';

const kept = { placeholderData: keepPreviousData };

/** What the summary asks: the period for its charts, and its last two months to compare. */
export function useSummary() {
  const { period } = usePeriod();
  const lastTwo: Period = { from: addMonths(period.to, -1), to: period.to };
  return {
    period,
    before: lastTwo.from,
    matrix: useQuery(api.output.readMonthMatrix.queryOptions(period, kept)),
    twoMonths: useQuery(api.output.readMonthMatrix.queryOptions(lastTwo, kept)),
    value: useQuery(api.press.readMonthlyValue.queryOptions(period, kept)),
    twoValues: useQuery(api.press.readMonthlyValue.queryOptions(lastTwo, kept)),
    pages: useQuery(api.social.listPages.queryOptions()),
  };
}

export type Summary = ReturnType<typeof useSummary>;
