import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputItemRow } from '../../shared/output/rows.ts';
import { outputStates } from '../../shared/output/state.ts';
import { useFormat } from '../format/use-format.ts';
import type { TableColumn } from '../ui/table-column.ts';
import { placeText } from './place-text.ts';
import { StateBadge } from './states/state-badge.tsx';
import { useKindWords } from './use-kind-words.ts';

/** The columns of a list of items; `onRemove` adds the button that takes one away. */
export function useItemColumns(
  onRemove: ((row: OutputItemRow) => void) | undefined,
): TableColumn<OutputItemRow>[] {
  const { t } = useTranslation('output');
  const format = useFormat();
  const words = useKindWords();
  return useMemo(() => {
    const columns: TableColumn<OutputItemRow>[] = [
      { id: 'title', header: t('items.title'), wrap: true, cell: (row) => row.title },
      {
        id: 'day',
        header: t('items.day'),
        cell: (row) => format.day(row.day),
        value: ({ day }) => ({ day }),
        sortBy: (row) => row.day,
      },
      { id: 'kind', header: t('items.kind'), cell: (row) => words.one(row.kind) },
      {
        id: 'state',
        header: t('state.label'),
        value: (row) => t(`state.${row.state}`),
        cell: (row) => <StateBadge state={row.state} />,
        sortBy: (row) => outputStates.indexOf(row.state),
      },
      { id: 'place', header: t('items.place'), wrap: true, cell: placeText },
      {
        id: 'department',
        header: t('items.department'),
        wrap: true,
        cell: (row) => row.departmentName,
      },
      { id: 'responsible', header: t('form.responsible'), cell: (row) => row.responsible },
    ];
    if (!onRemove) return columns;
    return [
      ...columns,
      {
        id: 'actions',
        isControl: true,
        header: t('items.actions'),
        align: 'right',
        cell: (row) => (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('items.removeThis', { title: row.title })}
            onClick={() => onRemove(row)}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        ),
      },
    ];
  }, [format, onRemove, t, words]);
}
