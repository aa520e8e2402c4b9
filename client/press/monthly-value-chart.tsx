import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listMonths } from '../../shared/calendar/month.ts';
import { type Channel, channels } from '../../shared/press/channels.ts';
import type { Answers } from '../app/api.ts';
import { usePeriod } from '../app/use-period.ts';
import { useFormat } from '../format/use-format.ts';
import { BarChart } from '../ui/bar-chart.tsx';
import type { Asked } from '../ui/states.tsx';
import { channelColors } from './channel-colors.ts';
import { countedOf, usePartialValue } from './use-partial-value.ts';

type MonthlyValue = Answers['press']['readMonthlyValue'];

interface MonthlyValueChartProps {
  query: Asked<MonthlyValue>;
  headline: Asked<MonthlyValue>;
  /** Opens the appearances of a bar. */
  onOpen(month: string, channel: Channel): void;
}

const figures = ['headline', 'allTones'] as const;
type Shown = (typeof figures)[number];

/**
 * Value by month and channel, of the headline or of all tones, as its title says; a bar opens its
 * appearances. Where no appearance has the tones of the headline, it starts with all tones.
 */
export function MonthlyValueChart({ query: all, headline, onOpen }: MonthlyValueChartProps) {
  const { t } = useTranslation('press');
  const [chosen, choose] = useState<Shown>();
  const shown = chosen ?? (headline.data?.rows.length === 0 ? 'allTones' : 'headline');
  const query = shown === 'headline' ? headline : all;
  const format = useFormat();
  const { period } = usePeriod();
  const partial = usePartialValue()(countedOf(query.data?.rows ?? []));
  const months = useMemo(() => listMonths(period.from, period.to), [period.from, period.to]);
  const series = useMemo(() => {
    const values = new Map(
      query.data?.rows.map((row) => [`${row.month} ${row.channel}`, row.valueCop]),
    );
    return channels.map((channel) => ({
      id: channel,
      label: t(`channels.${channel}`),
      color: channelColors[channel],
      values: months.map((month) => values.get(`${month} ${channel}`) ?? null),
    }));
  }, [query.data, months, t]);
  return (
    <BarChart
      title={t('chart.title', { figure: t(`byTone.${shown}`).toLowerCase() })}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('chart.figure')}
          value={shown}
          onChange={(next) => choose(next as Shown)}
          data={figures.map((value) => ({ value, label: t(`byTone.${value}`) }))}
        />
      }
      unit={t('chart.unit')}
      figures="pesos"
      note={partial ? `${t('chart.note')} (${partial})` : t('chart.note')}
      query={query}
      categories={months}
      categoryHeader={t('chart.month')}
      categoryLabel={format.month}
      series={series}
      write={format.money}
      writeShort={format.shortMoney}
      onSelect={(month, channel) => onOpen(month, channel as Channel)}
      empty={{ text: t('chart.empty') }}
    />
  );
}
