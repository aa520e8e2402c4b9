import { Button, Group, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthProductionRow } from '../../../shared/output/months/production.ts';
import { api } from '../../app/api.ts';
import { useMayDo, useToday } from '../../app/self.tsx';
import type { Period } from '../../app/use-period.ts';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { TableColumn } from '../../ui/table-column.ts';
import { ConfirmMonthDialog, ReopenMonthDialog } from './month-dialogs.tsx';

function StateText({ row }: { row: MonthProductionRow }) {
  const { t } = useTranslation('output');
  const { timeZone } = useToday();
  const format = useFormat();
  if (row.state === 'open') return t('months.open');
  const facts = { by: row.by, at: format.instant(row.at, timeZone) };
  return (
    <Stack gap={0}>
      <Text size="sm">{t(`months.${row.state}`, facts)}</Text>
      {row.state === 'reopened' && (
        <Text size="sm" c="dimmed">
          {row.reason}
        </Text>
      )}
    </Stack>
  );
}

function useColumns(onAct: (row: MonthProductionRow) => void): TableColumn<MonthProductionRow>[] {
  const { t } = useTranslation(['output', 'ui']);
  const { month: current } = useToday();
  const mayWrite = useMayDo('admin', 'coordinator');
  const format = useFormat();
  return useMemo(() => {
    const number = (
      id: 'counted' | 'planned' | 'cancelled',
      header: string,
    ): TableColumn<MonthProductionRow> => ({
      id,
      header,
      align: 'right',
      value: (row) => row[id],
      cell: (row) => {
        const count = row[id];
        return count === null ? t('ui:noData') : format.number(count);
      },
    });
    const columns: TableColumn<MonthProductionRow>[] = [
      {
        id: 'month',
        header: t('matrix.month'),
        cell: ({ month }) => format.longMonth(month),
        value: ({ month }) => ({ month }),
      },
      number('counted', t('months.counted')),
      number('planned', t('months.planned')),
      number('cancelled', t('months.cancelled')),
      {
        id: 'state',
        header: t('state.label'),
        wrap: true,
        value: (row) => t(`months.word.${row.state}`),
        cell: (row) => <StateText row={row} />,
      },
    ];
    if (!mayWrite) return columns;
    const act: TableColumn<MonthProductionRow> = {
      id: 'act',
      header: t('items.actions'),
      isControl: true,
      cell: (row) =>
        row.month < current && (
          <Button size="compact-sm" variant="default" onClick={() => onAct(row)}>
            {t(row.state === 'confirmed' ? 'months.reopen' : 'months.confirm')}
          </Button>
        ),
    };
    return [...columns, act];
  }, [current, format, mayWrite, onAct, t]);
}

/** Whether the output of each month is confirmed, and the way to confirm or reopen it. */
export function MonthsPanel({ period }: { period: Period }) {
  const { t } = useTranslation('output');
  const query = useQuery(
    api.output.listMonthProductions.queryOptions(period, { placeholderData: keepPreviousData }),
  );
  const [open, setOpen] = useState<MonthProductionRow>();
  const columns = useColumns(setOpen);
  const close = () => setOpen(undefined);
  return (
    <Panel title={t('months.title')} note={t('months.note')}>
      <Group>
        <DataTable
          label={t('months.title')}
          columns={columns}
          query={query}
          rows={query.data}
          rowId={({ month }) => month}
          empty={{}}
          skeletonRows={6}
        />
      </Group>
      {open &&
        (open.state === 'confirmed' ? (
          <ReopenMonthDialog month={open.month} onClose={close} />
        ) : (
          <ConfirmMonthDialog month={open.month} onClose={close} />
        ))}
    </Panel>
  );
}
