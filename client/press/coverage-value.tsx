import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pesosCell } from '../../shared/files/file-cell.ts';
import { type Coverage, type CoverageValue, valueTones } from '../../shared/press/coverage.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { Asked } from '../ui/states.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { usePartialValue } from './use-partial-value.ts';
import { useSeeClippings } from './use-see-clippings.ts';

interface ValueRow {
  id: 'all' | 'withoutContract';
  count: number;
  value: CoverageValue;
}

/** The value by tone, with all outlets and without those under contract: side by side, never subtracted. */
export function CoverageValueTable({ query }: { query: Asked<Coverage> }) {
  const { t } = useTranslation(['coverage', 'press']);
  const format = useFormat();
  const see = useSeeClippings();
  const partialOf = usePartialValue();
  const columns = useMemo<TableColumn<ValueRow>[]>(
    () => [
      {
        id: 'of',
        header: t('coverage:value.of'),
        cell: (row) => t(`coverage:value.${row.id}`),
        wrap: true,
      },
      {
        id: 'count',
        header: t('coverage:figures.count'),
        align: 'right',
        cell: (row) => format.number(row.count),
        value: (row) => row.count,
      },
      ...valueTones.map((tone) => ({
        id: tone,
        header: t(`coverage:value.${tone}`),
        align: 'right' as const,
        cell: ({ value }: ValueRow) => {
          const amount = value[tone];
          if (amount === null) return <Absent />;
          return (
            <>
              {format.money(amount)}
              <Text size="xs" c="dimmed">
                {partialOf(value.counted[tone])}
              </Text>
            </>
          );
        },
        value: ({ value }: ValueRow) => pesosCell(value[tone]),
        extras: [
          {
            header: t('press:summary.unvalued'),
            value: ({ value }: ValueRow) => value.counted[tone].unvalued,
          },
        ],
      })),
    ],
    [t, format, partialOf],
  );
  const { data } = query;
  const rows: ValueRow[] | undefined = data && [
    { id: 'all', count: data.total.count, value: data.value },
    { id: 'withoutContract', ...data.withoutContract },
  ];
  return (
    <Panel title={t('coverage:value.title')} note={t('coverage:value.note')}>
      <DataTable
        label={t('coverage:value.title')}
        columns={columns}
        query={query}
        rows={rows}
        rowId={(row) => row.id}
        onOpen={({ id }) => see({ contract: id === 'all' ? undefined : 'no' })}
        empty={{}}
        skeletonRows={2}
      />
    </Panel>
  );
}
