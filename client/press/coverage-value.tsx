import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pesosCell } from '../../shared/files/file-cell.ts';
import type { Coverage, CoverageValue } from '../../shared/press/coverage.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { Asked } from '../ui/states.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { useSeeClippings } from './use-see-clippings.ts';

interface ValueRow {
  id: 'all' | 'withoutContract';
  count: number;
  value: CoverageValue;
}

const tones = ['headline', 'negative', 'unclassified', 'allTones'] as const;

/** The value by tone, with all outlets and without those under contract: side by side, never subtracted. */
export function CoverageValueTable({ query }: { query: Asked<Coverage> }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const see = useSeeClippings();
  const columns = useMemo<TableColumn<ValueRow>[]>(
    () => [
      { id: 'of', header: t('value.of'), cell: (row) => t(`value.${row.id}`), wrap: true },
      {
        id: 'count',
        header: t('figures.count'),
        align: 'right',
        cell: (row) => format.number(row.count),
        value: (row) => row.count,
      },
      ...tones.map((tone) => ({
        id: tone,
        header: t(`value.${tone}`),
        align: 'right' as const,
        cell: ({ value }: ValueRow) => {
          const amount = value[tone];
          return amount === null ? <Absent /> : format.money(amount);
        },
        value: ({ value }: ValueRow) => pesosCell(value[tone]),
      })),
    ],
    [t, format],
  );
  const { data } = query;
  const rows: ValueRow[] | undefined = data && [
    { id: 'all', count: data.total.count, value: data.value },
    { id: 'withoutContract', ...data.withoutContract },
  ];
  return (
    <Panel title={t('value.title')} note={t('value.note')}>
      <DataTable
        label={t('value.title')}
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
