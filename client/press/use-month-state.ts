import { useQuery } from '@tanstack/react-query';
import { type Answers, api } from '../app/api.ts';

export type MonthStateRow = Answers['press']['listMonthStates'][number];

/**
 * Whether a month is open, closed or reopened, with what it adds up to: absent when nothing of it
 * is on record. `isKnown` once that was answered, or could not be.
 */
export function useMonthState(month: string | undefined): {
  month: MonthStateRow | undefined;
  isKnown: boolean;
} {
  const { data, isError } = useQuery(
    api.press.listMonthStates.queryOptions(
      { from: month ?? '', to: month ?? '' },
      { enabled: month !== undefined },
    ),
  );
  return { month: data?.[0], isKnown: data !== undefined || isError };
}
