import { Button, Drawer, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Days } from '../../shared/indicators/period-target.ts';
import type { IndicatorDetail } from '../../shared/indicators/rows.ts';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { Fact } from '../ui/fact.tsx';
import { LineChart } from '../ui/line-chart.tsx';
import type { Asked } from '../ui/states.tsx';
import { Show } from '../ui/states.tsx';
import { AskedFacts, Caveats } from './asked.tsx';
import { IndicatorForm } from './indicator-form.tsx';
import { TypedFigures } from './typed-figures.tsx';
import { useFigures, useMethodWords } from './use-indicator-words.ts';
import { YearForm } from './year-form.tsx';

function Facts({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useTranslation('indicators');
  const format = useFormat();
  const { write, why, percent } = useFigures();
  const inWords = useMethodWords();
  const { year, unit, achieved, progress, financial, method } = indicator;
  const pesos = (value: number | null) => (value === null ? null : format.money(value));
  const sources = achieved.sources.map((source) => t(`sources.${source}`)).join(', ');
  return (
    <Stack gap="sm">
      <Text>{inWords(method)}</Text>
      <SimpleGrid component="dl" cols={{ base: 2, xs: 3 }} m={0} spacing="sm">
        <Fact label={t('columns.target')}>{year.target && write(year.target, unit)}</Fact>
        <AskedFacts indicator={indicator} />
        <Fact label={t('columns.achieved')}>
          {achieved.value === null ? why(achieved) : write(achieved.value, unit)}
        </Fact>
        <Fact label={t('columns.progress')}>
          {progress && percent(progress.capped)}
          {progress && progress.uncapped !== progress.capped && (
            <Text size="sm" c="dimmed" span>
              {' '}
              {t('uncapped', { percent: percent(progress.uncapped) })}
            </Text>
          )}
        </Fact>
        <Fact label={t('columns.budget')}>{pesos(year.budgetCop)}</Fact>
        <Fact label={t('columns.invested')}>{pesos(year.investedCop)}</Fact>
        <Fact label={t('columns.financial')}>{financial && percent(financial)}</Fact>
        {year.printedProgress && <Fact label={t('columns.printed')}>{year.printedProgress}</Fact>}
        {year.printedFinancial && (
          <Fact label={t('columns.printedFinancial')}>{year.printedFinancial}</Fact>
        )}
        {sources && <Fact label={t('columns.sources')}>{sources}</Fact>}
        <Fact label={t('columns.department')}>{indicator.departmentName}</Fact>
      </SimpleGrid>
      <Caveats figure={achieved} />
      {year.source && (
        <Text size="sm" c="dimmed">
          {t('yearSource', { source: year.source })}
        </Text>
      )}
      {indicator.notes && <Text style={{ whiteSpace: 'pre-line' }}>{indicator.notes}</Text>}
    </Stack>
  );
}

/** What was reached month by month, beside the targets of months where there are any. */
function MonthsChart({ query }: { query: Asked<IndicatorDetail> }) {
  const { t } = useTranslation('indicators');
  const format = useFormat();
  const { data } = query;
  const series = useMemo(() => {
    const months = data?.months ?? [];
    const number = (text: string | null) => (text === null ? null : Number(text));
    const achieved = {
      id: 'achieved',
      label: t('columns.achieved'),
      color: 'blue' as const,
      values: months.map((month) => number(month.achieved.value)),
    };
    const target = {
      id: 'target',
      label: t('columns.target'),
      color: 'orange' as const,
      values: months.map((month) => number(month.target)),
    };
    return target.values.some((value) => value !== null) ? [achieved, target] : [achieved];
  }, [data, t]);
  const unit = data?.unit ?? 'number';
  return (
    <LineChart
      title={t('chart.title')}
      unit={t(`units.${unit}`)}
      figures={unit === 'number' ? undefined : unit}
      query={query}
      categories={data?.months.map(({ month }) => month) ?? []}
      categoryHeader={t('chart.month')}
      categoryLabel={format.month}
      series={series}
      write={(value) =>
        unit === 'pesos' ? format.money(value) : format.number(value, { decimals: 2 })
      }
      writeShort={unit === 'pesos' ? format.shortMoney : format.shortNumber}
      height={220}
    />
  );
}

interface IndicatorDrawerProps {
  id: string;
  year: number;
  period: Days;
  onClose(): void;
}

/** One indicator in a period: its rule in words, its figures, its months, and what may be changed of it. */
export function IndicatorDrawer({ id, year, period, onClose }: IndicatorDrawerProps) {
  const { t } = useTranslation(['indicators', 'ui']);
  const mayWrite = useMayDo('admin', 'coordinator');
  const [editing, setEditing] = useState<'indicator' | 'year'>();
  const query = useQuery(api.indicators.readIndicator.queryOptions({ id, year, period }));
  const back = () => setEditing(undefined);
  if (editing === 'indicator' && query.data) {
    return <IndicatorForm indicator={query.data} onClose={back} onRemoved={onClose} />;
  }
  if (editing === 'year' && query.data) {
    return <YearForm indicator={query.data} year={year} onClose={back} />;
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={query.data ? query.data.name : t('indicators:one')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Show query={query} height={420}>
        {(indicator) => (
          <Stack gap="md">
            <Group justify="space-between" gap="xs">
              <Text size="sm" c="dimmed">
                {t('indicators:ofYear', {
                  code: indicator.code,
                  plan: t(`indicators:plans.${indicator.plan}`),
                  year,
                })}
              </Text>
              {mayWrite && (
                <Group gap="xs">
                  <Button variant="default" size="xs" onClick={() => setEditing('indicator')}>
                    {t('indicators:edit')}
                  </Button>
                  <Button size="xs" onClick={() => setEditing('year')}>
                    {t('indicators:setYear', { year })}
                  </Button>
                </Group>
              )}
            </Group>
            <Facts indicator={indicator} />
            <MonthsChart query={query} />
            {indicator.method.type === 'typed' && (
              <TypedFigures indicator={indicator} year={year} mayWrite={mayWrite} />
            )}
          </Stack>
        )}
      </Show>
    </Drawer>
  );
}
