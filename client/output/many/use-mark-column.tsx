import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputItemRow } from '../../../shared/output/rows.ts';
import type { TableColumn } from '../../ui/table-column.ts';
import type { MarkedItems } from './use-marked-items.ts';
import '../../words/add-grid-words.ts';

/** The columns of a list with one to mark its rows, after the first. */
export function useMarkColumn(
  [first, ...rest]: readonly TableColumn<OutputItemRow>[],
  marked: MarkedItems,
): TableColumn<OutputItemRow>[] {
  const { t } = useTranslation('grid');
  const marks: TableColumn<OutputItemRow> = {
    id: 'mark',
    header: t('many.column'),
    isControl: true,
    cell: (row) => (
      <Checkbox
        size="sm"
        aria-label={t('many.row', { title: row.title })}
        checked={marked.has(row.id)}
        onChange={({ currentTarget }) => marked.mark([row], currentTarget.checked)}
      />
    ),
  };
  return first ? [first, marks, ...rest] : [];
}
