import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listMonths } from '../../shared/calendar/month.ts';
import { type Channel, channels } from '../../shared/press/channels.ts';
import type { Answers } from '../app/api.ts';
import { usePeriod } from '../app/use-period.ts';
import { useFormat } from '../format/use-format.ts';
import { BarChart } from '../ui/bar-chart.tsx';
import type { Asked } from '../ui/states.tsx';
import { channelColors } from './channel-colors.ts';

type MonthlyValue = Answers['press']['readMonthlyValue'];

interface MonthlyValueChartProps {
  query: Asked<MonthlyValue>;
  /** Opens the appearances of a bar. */
  onOpen(month: string, channel: Channel): void;
}

/** Value by month and channel; a bar opens its appearances. */
export function MonthlyValueChart({ query, onOpen }: MonthlyValueChartProps) {
  const { t } = useTranslation('press');
  const format = useFormat();
  const { period } = usePeriod();
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
      title={t('chart.title')}
      unit={t('chart.unit')}
      figures="pesos"
      note={t('chart.note')}
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
