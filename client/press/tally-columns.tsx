import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pesosCell } from '../../shared/files/file-cell.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import type { Tally } from './tally-form.tsx';

/** The columns of a table of monthly totals. */
export function useTallyColumns(): TableColumn<Tally>[] {
  const { t } = useTranslation('press');
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'month',
        header: t('tallies.month'),
        cell: (row) => format.month(row.month),
        value: ({ month }) => ({ month }),
      },
      { id: 'channel', header: t('tallies.channel'), cell: (row) => t(`channels.${row.channel}`) },
      {
        id: 'count',
        header: t('tallies.count'),
        align: 'right',
        cell: (row) => format.number(row.count),
        value: (row) => row.count,
      },
      {
        id: 'value',
        header: t('tallies.value'),
        align: 'right',
        cell: (row) => (row.valueCop === null ? <Absent /> : format.money(row.valueCop)),
        value: (row) => pesosCell(row.valueCop),
      },
      { id: 'source', header: t('tallies.source'), cell: (row) => row.source, wrap: true },
    ],
    [t, format],
  );
}
