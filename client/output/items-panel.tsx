import { Box, Stack } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOrder } from '../../shared/output/item-order.ts';
import { KindId } from '../../shared/output/kind-id.ts';
import type { OutputItemRow } from '../../shared/output/rows.ts';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import type { Period } from '../app/use-period.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { orderOfSort, sortOfOrder } from '../ui/table-order.ts';
import { daysOf } from './cell-key.ts';
import { useItemColumns } from './item-columns.tsx';
import { ListFilterChips, ListFilters } from './list-filters.tsx';
import { ManyBar } from './many/many-bar.tsx';
import { useMarkColumn } from './many/use-mark-column.tsx';
import { useMarkedItems } from './many/use-marked-items.ts';
import { filterOf, readTold } from './matrix/part.ts';
import type { OutputSearch } from './output-search.ts';
import { useEmpty } from './use-empty.tsx';
import { useItemFileColumns } from './use-item-file-columns.ts';
import { useOutputSearch } from './use-output-search.ts';
import { useRemoveItem } from './use-remove-item.ts';

const pageSize = 50;
const usualOrder: ItemOrder = 'day_desc';

function askFor(period: Period, { kind, department, search, of, standing }: OutputSearch) {
  const known = KindId.safeParse(kind);
  return {
    from: daysOf(period.from).from,
    to: daysOf(period.to).to,
    kind: known.success ? known.data : undefined,
    departmentId: department,
    search,
    state: standing,
    ...filterOf(readTold(of)),
  };
}

/** The items of the period: searched, filtered, a page at a time. */
export function ItemsPanel({ period }: { period: Period }) {
  const { t } = useTranslation('output');
  const mayWrite = useMayDo('admin', 'coordinator');
  const [search, change] = useOutputSearch();
  const asked = askFor(period, search);
  const { order = usualOrder } = search;
  const list = usePagedList({
    optionsOf: (part) => api.output.listItems.queryOptions({ ...asked, order, ...part }),
    page: search.page ?? 1,
    pageSize,
    onPage: (page, how) => change({ page }, how),
  });
  const removeItem = useRemoveItem();
  const remove = useCallback((row: OutputItemRow) => void removeItem(row), [removeItem]);
  const plain = useItemColumns(mayWrite ? remove : undefined);
  const marked = useMarkedItems(JSON.stringify(asked));
  const withMarks = useMarkColumn(plain, marked);
  const columns = mayWrite ? withMarks : plain;
  const more = useItemFileColumns();
  const empty = useEmpty('items');
  return (
    <Panel>
      <Stack gap="sm">
        <Box className="no-print">
          <ListFilters withDepartments />
        </Box>
        <ListFilterChips withDepartments />
        {mayWrite && list.rows && <ManyBar marked={marked} page={list.rows} />}
        <DataTable
          label={t('items.label')}
          columns={columns}
          more={more}
          rowId={(row) => row.id}
          onOpen={(row) => change({ open: row.id })}
          sort={sortOfOrder(order)}
          onSort={(sort) => change({ order: orderOfSort(sort, usualOrder) })}
          empty={empty}
          {...list}
        />
      </Stack>
    </Panel>
  );
}
