import { Drawer } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import type { TableColumn } from '../ui/table-column.ts';

type Discrepancies = Answers['reports']['listDiscrepancies'];
type Discrepancy = Discrepancies[number];

interface ContradictionsProps {
  year: number;
  discrepancies: Discrepancies;
  onClose(): void;
}

/** Where a published report contradicts the records: both numbers, and why the software says so. */
export default function ContradictionsDrawer({
  year,
  discrepancies,
  onClose,
}: ContradictionsProps) {
  const { t } = useTranslation(['summary', 'ui']);
  const format = useFormat();
  const columns = useMemo<TableColumn<Discrepancy>[]>(() => {
    const write = (value: number, unit: Discrepancy['unit']) =>
      unit === 'percent'
        ? t('attention.percent', { value: format.number(value) })
        : format.number(value);
    return [
      { id: 'subject', header: t('attention.subject'), cell: (row) => row.label, wrap: true },
      {
        id: 'declared',
        header: t('attention.declared'),
        align: 'right',
        cell: (row) => write(row.declared, row.unit),
        value: (row) => row.declared,
      },
      {
        id: 'recorded',
        header: t('attention.recorded'),
        align: 'right',
        cell: (row) => write(row.recorded, row.unit),
        value: (row) => row.recorded,
      },
      {
        id: 'explanation',
        header: t('attention.explanation'),
        wrap: true,
        cell: (row) => row.explanation,
      },
    ];
  }, [t, format]);
  const title = t('attention.contradictions', { year });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title={title}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <DataTable
        label={title}
        columns={columns}
        query={{
          data: discrepancies,
          error: null,
          isPending: false,
          refetch: async () => undefined,
        }}
        rows={discrepancies}
        rowId={(row) => row.id}
        empty={{ text: t('attention.none') }}
      />
    </Drawer>
  );
}
