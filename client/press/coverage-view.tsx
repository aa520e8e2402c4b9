import { Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listMonths } from '../../shared/calendar/month.ts';
import type { Coverage } from '../../shared/press/coverage.ts';
import { api } from '../app/api.ts';
import { usePeriod } from '../app/use-period.ts';
import { useFormat } from '../format/use-format.ts';
import { BarChart } from '../ui/bar-chart.tsx';
import { Panel } from '../ui/panel.tsx';
import { type Asked, Show } from '../ui/states.tsx';
import { CoverageEvents } from './coverage-events.tsx';
import { CoverageFigures } from './coverage-figures.tsx';
import { CoverageShares } from './coverage-shares.tsx';
import { CoverageValueTable } from './coverage-value.tsx';
import { KeyMessagesPanel } from './key-messages-panel.tsx';
import { filterOfTone } from './share-filter.ts';
import { toneSeries } from './tone-series.ts';
import { useSeeClippings } from './use-see-clippings.ts';
import '../words/add-coverage-words.ts';

/** How many appearances of each tone there were, month by month; a bar opens its appearances. */
function TonesByMonth({ query }: { query: Asked<Coverage> }) {
  const { t } = useTranslation(['coverage', 'press']);
  const format = useFormat();
  const { period } = usePeriod();
  const see = useSeeClippings();
  const months = useMemo(() => listMonths(period.from, period.to), [period.from, period.to]);
  const series = useMemo(() => {
    const byMonth = new Map(query.data?.months.map((one) => [one.month, one]));
    const counts = months.map((month) => byMonth.get(month));
    return toneSeries(counts, (tone) => t(`press:tones.${tone}`));
  }, [query.data, months, t]);
  return (
    <BarChart
      title={t('coverage:months.title')}
      unit={t('coverage:months.unit')}
      query={query}
      categories={months}
      categoryHeader={t('coverage:months.month')}
      categoryLabel={format.month}
      series={series}
      write={format.number}
      writeShort={format.shortNumber}
      onSelect={(month, tone) => see({ month, ...filterOfTone(tone) })}
      empty={{ text: t('coverage:months.empty') }}
    />
  );
}

/** What the coverage of the period said, who said it, and what brought it about. */
export default function CoverageView() {
  const { t } = useTranslation('coverage');
  const { period } = usePeriod();
  const query = useQuery(
    api.press.readCoverage.queryOptions(period, { placeholderData: keepPreviousData }),
  );
  return (
    <Stack gap="lg">
      <Panel title={t('figures.title')} note={t('figures.note')}>
        <Show query={query} height={96}>
          {(coverage) => <CoverageFigures coverage={coverage} />}
        </Show>
      </Panel>
      <CoverageValueTable query={query} />
      <TonesByMonth query={query} />
      <CoverageShares query={query} />
      <KeyMessagesPanel coverage={query.data} />
      <CoverageEvents query={query} />
    </Stack>
  );
}
