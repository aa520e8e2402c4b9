import { Drawer, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictRow, SourceReading } from '../../shared/social/figure-rows.ts';
import { networkNames } from '../../shared/social/networks.ts';
import { api } from '../app/api.ts';
import { usePagedList } from '../app/use-paged-list.ts';
import { useFormat } from '../format/use-format.ts';
import { precisionMark } from '../ui/chart-series.ts';
import { DataTable } from '../ui/data-table.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';

const pageSize = 25;

interface ConflictsDrawerProps {
  /** The page whose conflicts are listed; all pages' without it. */
  pageId?: string;
  onClose(): void;
}

function useColumns(): TableColumn<ConflictRow>[] {
  const { t } = useTranslation(['pages', 'social', 'ui']);
  const format = useFormat();
  return useMemo(() => {
    const say = ({ value, precision, source }: SourceReading) =>
      t('sources.saidBy', {
        value: precisionMark(precision) + format.number(value),
        source: t(`ui:sources.${source}`),
      });
    return [
      {
        id: 'day',
        header: t('sources.day'),
        cell: (row) => format.day(row.day),
        value: ({ day }) => ({ day }),
      },
      {
        id: 'page',
        header: t('sources.page'),
        wrap: true,
        cell: (row) => `${networkNames[row.network]} · ${row.pageTitle}`,
      },
      {
        id: 'metric',
        header: t('sources.metric'),
        cell: (row) => t(`social:metrics.${row.metric}`),
      },
      {
        id: 'shown',
        header: t('sources.shown'),
        align: 'right',
        cell: ({ readings: [first] }) => (first ? say(first) : ''),
      },
      {
        id: 'others',
        header: t('sources.others'),
        align: 'right',
        cell: ({ readings }) => readings.slice(1).map(say).join('; '),
      },
    ];
  }, [t, format]);
}

/** The figures of which sources say different things: all are kept, the one that is shown first. */
export default function ConflictsDrawer({ pageId, onClose }: ConflictsDrawerProps) {
  const { t } = useTranslation(['pages', 'ui']);
  useFocusBack();
  const [page, setPage] = useState(1);
  const list = usePagedList({
    optionsOf: (part) => api.social.listConflicts.queryOptions({ pageId, ...part }),
    page,
    pageSize,
    onPage: setPage,
  });
  const columns = useColumns();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title={t('sources.conflicts')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('sources.conflictsNote')}
        </Text>
        <DataTable
          label={t('sources.conflicts')}
          columns={columns}
          rowId={(row) => `${row.pageId} ${row.metric} ${row.day}`}
          empty={{ title: t('sources.none') }}
          {...list}
        />
      </Stack>
    </Drawer>
  );
}
