import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api } from '../app/api.ts';
import { usePeriod } from '../app/use-period.ts';
import { ClippingsTable } from './clippings-table.tsx';
import { goToList, listPlace } from './list-place.ts';
import { MonthlyValueChart } from './monthly-value-chart.tsx';
import { PeriodSummary } from './period-summary.tsx';
import { PeriodTallies } from './period-tallies.tsx';
import { usePressSearch } from './use-press-search.ts';
import { YearlyValueTable } from './yearly-value-table.tsx';

/** The value of the period, its months, and the appearances it is made of. */
export function ClippingsView() {
  const { period } = usePeriod();
  const [, change] = usePressSearch();
  const monthly = useQuery(api.press.readMonthlyValue.queryOptions(period));
  const headline = useQuery(api.press.readMonthlyHeadline.queryOptions(period));
  const isListSought = useLocation({ select: ({ hash }) => hash === listPlace });
  const { isPending } = monthly;
  // Only once what stands above the list has its height.
  useEffect(() => {
    if (isListSought && !isPending) goToList();
  }, [isListSought, isPending]);
  return (
    <Stack gap="lg">
      <PeriodSummary query={monthly} headline={headline.data} />
      <MonthlyValueChart
        query={monthly}
        headline={headline}
        onOpen={(month, channel) => {
          change({ month, channel });
          goToList();
        }}
      />
      <Stack gap="lg" id={listPlace} style={{ scrollMarginTop: '5rem' }}>
        <PeriodTallies />
        <ClippingsTable />
      </Stack>
      <YearlyValueTable />
    </Stack>
  );
}
