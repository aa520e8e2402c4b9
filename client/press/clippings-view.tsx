import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../app/api.ts';
import { usePeriod } from '../app/use-period.ts';
import { ClippingsTable } from './clippings-table.tsx';
import { MonthlyValueChart } from './monthly-value-chart.tsx';
import { PeriodSummary } from './period-summary.tsx';
import { YearlyValueTable } from './yearly-value-table.tsx';

/** The value of the period, its months, and the appearances it is made of. */
export function ClippingsView() {
  const { period } = usePeriod();
  const monthly = useQuery(api.press.readMonthlyValue.queryOptions(period));
  return (
    <Stack gap="lg">
      <PeriodSummary query={monthly} />
      <MonthlyValueChart query={monthly} />
      <ClippingsTable />
      <YearlyValueTable />
    </Stack>
  );
}
