import { Drawer, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceReading } from '../../shared/social/figure-rows.ts';
import type { Metric } from '../../shared/social/metrics.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { precisionMark } from '../ui/chart-series.ts';
import { DataTable } from '../ui/data-table.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';

interface ReadingDrawerProps {
  pageId: string;
  metric: Metric;
  day: string;
  onClose(): void;
}

function useColumns(): TableColumn<SourceReading>[] {
  const { t } = useTranslation(['pages', 'social', 'ui']);
  const format = useFormat();
  const { timeZone } = useToday();
  return useMemo(
    () => [
      { id: 'source', header: t('sources.source'), cell: (row) => t(`ui:sources.${row.source}`) },
      {
        id: 'value',
        header: t('sources.value'),
        align: 'right',
        cell: (row) => precisionMark(row.precision) + format.number(row.value),
        value: (row) => row.value,
      },
      {
        id: 'precision',
        header: t('sources.precision'),
        cell: (row) => t(`social:figure.precisions.${row.precision}`),
      },
      {
        id: 'capturedAt',
        header: t('sources.capturedAt'),
        cell: (row) => format.instant(row.capturedAt, timeZone),
        value: (row) => ({ at: format.localTime(row.capturedAt, timeZone) }),
      },
    ],
    [t, format, timeZone],
  );
}

/** Everything that is on record of one figure: what each source says, the one that is shown first. */
export default function ReadingDrawer({ pageId, metric, day, onClose }: ReadingDrawerProps) {
  const { t } = useTranslation(['pages', 'social', 'ui']);
  const format = useFormat();
  useFocusBack();
  const query = useQuery(api.social.readReading.queryOptions({ pageId, metric, day }));
  const columns = useColumns();
  const title = t('sources.title', {
    metric: t(`social:metrics.${metric}`),
    day: format.day(day),
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={title}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('sources.note')}
        </Text>
        <DataTable
          label={title}
          columns={columns}
          query={query}
          rows={query.data}
          rowId={(row) => row.source}
          empty={{ title: t('sources.empty') }}
          skeletonRows={2}
        />
      </Stack>
    </Drawer>
  );
}
