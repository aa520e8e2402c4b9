import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { HeatChart } from '../ui/heat-chart.tsx';
import { type HourMeasure, hourRows, hoursOfDay } from './post-times.ts';
import { useDays } from './use-days.ts';

const weekdays = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'] as const;

/** On which weekdays and at which hours posts go out, or how much each brings about. */
export function PostHours({ pageId }: { pageId?: string }) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const { timeZone } = useToday();
  const days = useDays();
  const [measure, setMeasure] = useState<HourMeasure>('posts');
  const query = useQuery(api.social.readPostHours.queryOptions({ ...days, pageId }));
  const { data } = query;
  const series = useMemo(() => {
    const rows = hourRows(data ?? [], measure);
    return weekdays.map((day, index) => ({
      id: day,
      label: t(`hours.weekdays.${day}`),
      color: 'blue' as const,
      values: rows[index] ?? [],
    }));
  }, [data, measure, t]);
  const hourLabel = useCallback((hour: string) => t('hours.hourOf', { hour }), [t]);
  return (
    <HeatChart
      title={t('hours.title')}
      unit={t(measure === 'posts' ? 'hours.unitPosts' : 'hours.unitEngagements')}
      note={`${t(`hours.${measure}`)}. ${t('hours.note', { timeZone })}`}
      query={query}
      categories={hoursOfDay}
      categoryHeader={t('hours.hour')}
      categoryLabel={hourLabel}
      series={series}
      write={format.number}
      writeShort={format.shortNumber}
      height={280}
      empty={{ text: t('months.empty') }}
      actions={
        <SegmentedControl
          size="xs"
          className="no-print"
          aria-label={t('hours.measure')}
          value={measure}
          onChange={(value) => setMeasure(value as HourMeasure)}
          data={(['posts', 'engagements'] as const).map((value) => ({
            value,
            label: t(`hours.${value}`),
          }))}
        />
      }
    />
  );
}
