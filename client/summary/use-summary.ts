import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { addMonths } from '../../shared/calendar/month.ts';
import { comparedDays } from '../../shared/calendar/same-days.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { type Period, usePeriod } from '../app/use-period.ts';

const kept = { placeholderData: keepPreviousData };

/** What the summary asks: the period for its charts, and its last two months to compare. */
export function useSummary() {
  const { period } = usePeriod();
  const { day } = useToday();
  const before = addMonths(period.to, -1);
  const compared = comparedDays(period.to, before, day);
  const sameDays = typeof compared === 'object' ? compared : null;
  const lastTwo: Period = { from: before, to: period.to };
  return {
    period,
    before,
    /** What the month is compared with: the whole one before, its same days, or nothing. */
    compared,
    sameOutput: useQuery(api.output.countDays.queryOptions(sameDays ?? skipToken, kept)),
    samePress: useQuery(
      api.press.listClippings.queryOptions(
        // As months count: what was paid for, and own channels, are not free press.
        sameDays ? { ...sameDays, standing: 'counted', pageSize: 1 } : skipToken,
        kept,
      ),
    ),
    /** The totals of free press of both months, of which no days are known. */
    pressTotals: useQuery(
      api.press.listPressTallies.queryOptions(
        sameDays ? { ...lastTwo, pageSize: 1 } : skipToken,
        kept,
      ),
    ),
    matrix: useQuery(api.output.readMonthMatrix.queryOptions(period, kept)),
    twoMonths: useQuery(api.output.readMonthMatrix.queryOptions(lastTwo, kept)),
    value: useQuery(api.press.readMonthlyValue.queryOptions(period, kept)),
    twoHeadlines: useQuery(api.press.readMonthlyHeadline.queryOptions(lastTwo, kept)),
    headline: useQuery(api.press.readMonthlyHeadline.queryOptions(period, kept)),
    twoValues: useQuery(api.press.readMonthlyValue.queryOptions(lastTwo, kept)),
    pages: useQuery(api.social.listPages.queryOptions()),
  };
}

export type Summary = ReturnType<typeof useSummary>;
