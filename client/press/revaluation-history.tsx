import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pesosCell } from '../../shared/files/file-cell.ts';
import type { RevaluationRow } from '../../shared/press/revaluation.ts';
import { api } from '../app/api.ts';
import { useMayDo, useToday } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { showDone, showFailure } from '../ui/undo-toast.tsx';
import { usePressSearch } from './use-press-search.ts';

const pageSize = 25;

/** Asks before a whole batch gets back the values it had. */
function UndoDialog({ row, onClose }: { row: RevaluationRow; onClose(): void }) {
  const { t } = useTranslation(['prices', 'ui']);
  const undo = useMutation(api.press.undoRevaluation.mutationOptions());
  async function run(): Promise<void> {
    try {
      const { restored, kept, outlet } = await undo.mutateAsync({ id: row.id });
      const said = [t('prices:revaluation.undoDone', { count: restored })];
      if (kept > 0) said.push(t('prices:revaluation.kept', { count: kept }));
      if (outlet) said.push(t(`prices:reach.outlet.${outlet}`));
      showDone(said.join(' '));
    } catch (error) {
      showFailure(error);
    }
    onClose();
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('prices:revaluation.undoTitle')}
      centered
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Text mb="md">
        {t('prices:revaluation.undoText', { count: row.count })}{' '}
        {row.outlet && t('prices:reach.undoText', { name: row.outlet.name })}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('ui:cancel')}
        </Button>
        <Button onClick={run} loading={undo.isPending}>
          {t('prices:revaluation.undo')}
        </Button>
      </Group>
    </Modal>
  );
}

/** Why a batch was valued again: what somebody wrote, or what its outlet became. */
function useReasonWords(): (row: RevaluationRow) => string {
  const { t } = useTranslation(['prices', 'press']);
  return useMemo(
    () =>
      ({ reason, outlet }) => {
        if (!outlet) return reason;
        const { name, before, after } = outlet;
        const [was, is] = [before, after].map(({ medium }) => t(`press:mediums.${medium}`));
        const moves = [
          ...(was === is ? [] : [t('prices:reach.becameMedium', { was, is })]),
          ...(before.isOwnChannel === after.isOwnChannel
            ? []
            : [t(`prices:reach.${after.isOwnChannel ? 'becameOwn' : 'becameEarned'}`)]),
        ];
        return t('prices:reach.became', { name, moves: moves.join(', ') });
      },
    [t],
  );
}

function useColumns(onUndo: ((row: RevaluationRow) => void) | undefined) {
  const { t } = useTranslation('prices');
  const { timeZone } = useToday();
  const format = useFormat();
  const reasonOf = useReasonWords();
  return useMemo<TableColumn<RevaluationRow>[]>(() => {
    const state = ({ undoneAt, undoneBy }: RevaluationRow) =>
      undoneAt === null
        ? t('revaluation.inForce')
        : t('revaluation.undone', {
            name: undoneBy ?? '',
            at: format.instant(undoneAt, timeZone),
          });
    const money = (id: 'before' | 'after', value: (row: RevaluationRow) => number) => ({
      id,
      header: t(`revaluation.${id}`),
      align: 'right' as const,
      cell: (row: RevaluationRow) => format.money(value(row)),
      value: (row: RevaluationRow) => pesosCell(value(row)),
    });
    return [
      {
        id: 'at',
        header: t('revaluation.at'),
        cell: (row) => format.instant(row.at, timeZone),
        value: (row) => ({ at: format.localTime(row.at, timeZone) }),
      },
      { id: 'who', header: t('revaluation.who'), cell: (row) => row.actorName },
      { id: 'reason', header: t('revaluation.reason'), cell: reasonOf, wrap: true },
      {
        id: 'count',
        header: t('revaluation.count'),
        align: 'right',
        cell: (row) => format.number(row.count),
        value: (row) => row.count,
      },
      money('before', (row) => row.valueBefore),
      money('after', (row) => row.valueAfter),
      {
        id: 'state',
        header: t('revaluation.state'),
        wrap: true,
        value: state,
        cell: (row) =>
          row.undoneAt === null && onUndo ? (
            <Button size="compact-sm" variant="default" onClick={() => onUndo(row)}>
              {t('revaluation.undo')}
            </Button>
          ) : (
            state(row)
          ),
      },
    ];
  }, [t, format, timeZone, onUndo, reasonOf]);
}

/** The batches that were valued again, each with its way back. */
export function RevaluationHistory() {
  const { t } = useTranslation('prices');
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const [{ search = '', page = 1 }, change] = usePressSearch();
  const [undoing, setUndoing] = useState<RevaluationRow>();
  const columns = useColumns(mayWrite ? setUndoing : undefined);
  const list = usePagedList({
    optionsOf: (part) => api.press.listRevaluations.queryOptions({ search, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  return (
    <Panel
      title={t('revaluation.history')}
      actions={
        <SearchField
          value={search}
          onChange={(text) => change({ search: text || undefined }, { replace: true })}
        />
      }
    >
      <DataTable
        label={t('revaluation.history')}
        columns={columns}
        rowId={(row) => row.id}
        isNarrowed={search !== ''}
        empty={{ text: t('revaluation.historyEmpty') }}
        {...list}
      />
      {undoing && <UndoDialog row={undoing} onClose={() => setUndoing(undefined)} />}
    </Panel>
  );
}
