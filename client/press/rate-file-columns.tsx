import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RateFileRow } from '../../shared/press/rate-file.ts';
import { type RateColumn, rateColumns } from '../../shared/press/rate-file-columns.ts';
import { fieldMessages } from '../format/failure-message.ts';
import type { TableColumn } from '../ui/table-column.ts';

/** What is wrong with each cell of a line, in words. */
function messagesOf({ problems }: RateFileRow): Partial<Record<RateColumn, string>> {
  const fields = problems.map(({ column, rule, facts }) => ({ path: column, rule, facts }));
  return fieldMessages({ code: 'invalid_input', fields });
}

function Cell({ row, column }: { row: RateFileRow; column: RateColumn }) {
  const message = messagesOf(row)[column];
  if (!message) return row.cells[column];
  return (
    <>
      {row.cells[column]}
      <Text size="xs" c="var(--mantine-color-error)" miw={140}>
        {message}
      </Text>
    </>
  );
}

/** The columns of a rate card as its lines would be stored, with what is wrong said in the cell. */
export function useRateFileColumns(): TableColumn<RateFileRow>[] {
  const { t } = useTranslation('prices');
  return useMemo(
    () => [
      { id: 'line', header: t('file.line'), cell: ({ line }) => line, value: ({ line }) => line },
      {
        id: 'standing',
        header: t('file.state'),
        cell: ({ standing }) => t(`file.standings.${standing}`),
      },
      ...rateColumns.map((column) => ({
        id: column,
        header: t(`file.columns.${column}`),
        wrap: true,
        cell: (row: RateFileRow) => <Cell row={row} column={column} />,
        value: (row: RateFileRow) => row.cells[column],
      })),
    ],
    [t],
  );
}
