import { Box, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { KindId } from '../../shared/output/kind-id.ts';
import type { OutputItemRow } from '../../shared/output/rows.ts';
import { api, queryClient } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import type { Period } from '../app/use-period.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { daysOf } from './cell-key.ts';
import { useItemColumns } from './item-columns.tsx';
import { ListFilterChips, ListFilters } from './list-filters.tsx';
import { ManyBar } from './many/many-bar.tsx';
import { useMarkColumn } from './many/use-mark-column.tsx';
import { useMarkedItems } from './many/use-marked-items.ts';
import { filterOf, readTold } from './matrix/part.ts';
import type { OutputSearch } from './output-search.ts';
import { useEmpty } from './use-empty.tsx';
import { useOutputSearch } from './use-output-search.ts';
import { useRemoveItem } from './use-remove-item.ts';

const pageSize = 50;

function askFor(period: Period, { kind, department, search, of }: OutputSearch) {
  const known = KindId.safeParse(kind);
  return {
    from: daysOf(period.from).from,
    to: daysOf(period.to).to,
    kind: known.success ? known.data : undefined,
    departmentId: department,
    search,
    ...filterOf(readTold(of)),
  };
}

/** The items of the period: searched, filtered, a page at a time. */
export function ItemsPanel({ period }: { period: Period }) {
  const { t } = useTranslation('output');
  const mayWrite = useMayDo('admin', 'coordinator');
  const [search, change] = useOutputSearch();
  const asked = askFor(period, search);
  const query = useQuery(
    api.output.listItems.queryOptions(
      { ...asked, page: search.page, pageSize },
      { placeholderData: keepPreviousData },
    ),
  );
  const removeItem = useRemoveItem();
  const remove = useCallback((row: OutputItemRow) => void removeItem(row), [removeItem]);
  const plain = useItemColumns(mayWrite ? remove : undefined);
  const marked = useMarkedItems(JSON.stringify(asked));
  const withMarks = useMarkColumn(plain, marked);
  const columns = mayWrite ? withMarks : plain;
  const rows = query.data?.rows;
  const empty = useEmpty('items');
  return (
    <Panel>
      <Stack gap="sm">
        <Box className="no-print">
          <ListFilters withDepartments />
        </Box>
        <ListFilterChips withDepartments />
        {mayWrite && rows && <ManyBar marked={marked} page={rows} />}
        <DataTable
          label={t('items.label')}
          columns={columns}
          query={query}
          rows={rows}
          rowId={(row) => row.id}
          onOpen={(row) => change({ open: row.id })}
          empty={empty}
          readPart={(page, pageSize) =>
            queryClient.fetchQuery(api.output.listItems.queryOptions({ ...asked, page, pageSize }))
          }
          paging={{
            page: search.page ?? 1,
            pageSize,
            total: query.data?.total ?? 0,
            onPage: (page) => change({ page }),
          }}
        />
      </Stack>
    </Panel>
  );
}
