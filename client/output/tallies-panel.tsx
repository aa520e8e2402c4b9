import { Box, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { OutputKindId } from '../../shared/output/kinds.ts';
import type { OutputTallyRow } from '../../shared/output/rows.ts';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import type { Period } from '../app/use-period.ts';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { ListFilterChips, ListFilters } from './list-filters.tsx';
import { useEmpty } from './use-empty.tsx';
import { useKindWords } from './use-kind-words.ts';
import { useOutputSearch } from './use-output-search.ts';

const pageSize = 50;

function useColumns(): TableColumn<OutputTallyRow>[] {
  const { t } = useTranslation('output');
  const format = useFormat();
  const words = useKindWords();
  return useMemo(
    () => [
      {
        id: 'month',
        header: t('tallies.month'),
        cell: (row) => `${format.month(row.month)}, ${words.many(row.kind)}`,
        value: ({ month }) => ({ month }),
      },
      {
        id: 'count',
        header: t('tallies.count'),
        align: 'right',
        cell: (row) => format.number(row.count),
        value: (row) => row.count,
      },
      { id: 'source', header: t('tallies.source'), wrap: true, cell: (row) => row.source },
      { id: 'notes', header: t('tallies.notes'), wrap: true, cell: (row) => row.notes },
    ],
    [format, t, words],
  );
}

/** The monthly totals of the period, and the way to change one. */
export function TalliesPanel({
  period,
  onOpen,
}: {
  period: Period;
  onOpen(row: OutputTallyRow): void;
}) {
  const { t } = useTranslation('output');
  const mayWrite = useMayDo('admin', 'coordinator');
  const [{ page = 1, search, kind }, change] = useOutputSearch();
  const known = OutputKindId.safeParse(kind);
  const empty = useEmpty('tallies');
  const words = useKindWords();
  const columns = useColumns();
  const asked = { ...period, kind: known.success ? known.data : undefined, search };
  const list = usePagedList({
    optionsOf: (part) => api.output.listTallies.queryOptions({ ...asked, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  return (
    <Panel>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('tallies.note')}
        </Text>
        <Box className="no-print">
          <ListFilters withDepartments={false} />
        </Box>
        <ListFilterChips withDepartments={false} />
        <DataTable
          label={t('tallies.label')}
          columns={columns}
          more={[{ header: t('items.kind'), value: (row) => words.many(row.kind) }]}
          rowId={(row) => row.id}
          onOpen={mayWrite ? onOpen : undefined}
          empty={empty}
          {...list}
        />
      </Stack>
    </Panel>
  );
}
