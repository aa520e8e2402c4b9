import { Button, Checkbox } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClippingOrder } from '../../shared/press/clipping-list.ts';
import { api } from '../app/api.ts';
import { useMayDo, useToday } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { orderOfSort, sortOfOrder } from '../ui/table-order.ts';
import { BatchBar } from './batch-bar.tsx';
import { type Listed, makeColumns, type Row } from './clipping-columns.tsx';
import { ClippingFilters } from './clipping-filters.tsx';
import { type AskedFilter, filterOf } from './clipping-query.ts';
import { ClippingsExport } from './clippings-export.tsx';
import { TableTools } from './table-tools.tsx';
import { useListedDays } from './use-listed-days.ts';
import { type Marked, useMarkedClippings } from './use-marked-clippings.ts';
import { usePressSearch } from './use-press-search.ts';
import { useTableColumns } from './use-table-columns.ts';
import '../words/add-table-words.ts';

const pageSize = 25;
const usualOrder: ClippingOrder = 'day_desc';

/** The columns that are chosen, behind the marks of who may change many at once. */
function useColumns(totals: Listed['totals'] | undefined, marked: Marked | undefined) {
  const { t } = useTranslation(['table', 'press']);
  const format = useFormat();
  const { timeZone } = useToday();
  const [chosen, choose] = useTableColumns();
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const columns = useMemo(
    () => makeColumns({ t, format, timeZone, totals }, chosen),
    [t, format, timeZone, totals, chosen],
  );
  const marks: TableColumn<Row>[] = marked
    ? [
        {
          id: 'mark',
          header: t('mark'),
          isControl: true,
          cell: (row) => (
            <Checkbox
              aria-label={t('markRow', { title: row.title })}
              checked={marked.has(row.id)}
              onChange={({ currentTarget }) => marked.mark([row], currentTarget.checked)}
            />
          ),
        },
      ]
    : [];
  const [title, ...others] = columns;
  // On a telephone the value stands beside the title, in sight without scrolling.
  const first = others.filter(({ id }) => isNarrow && id === 'value');
  const rest = others.filter((column) => !first.includes(column));
  return { columns: title ? [title, ...first, ...marks, ...rest] : [], chosen, choose };
}

/** What is asked of the server for the address, and what it answers. */
function useListed() {
  const [search, change] = usePressSearch();
  const days = useListedDays(search.month);
  const filter: AskedFilter = filterOf(search, days);
  const { page = 1, order = usualOrder } = search;
  const list = usePagedList({
    optionsOf: (part) => api.press.listClippings.queryOptions({ ...filter, order, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  return { days, filter, order, list };
}

/** The appearances of the period: filtered, searched, sorted, in pages, with the totals of what is filtered. */
export function ClippingsTable() {
  const { t } = useTranslation(['table', 'press']);
  const format = useFormat();
  const [search, change] = usePressSearch();
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const { days, filter, order, list } = useListed();
  const { total } = list.paging;
  const { totals } = list.query.data ?? {};
  const marked = useMarkedClippings(filter, total);
  const { columns, chosen, choose } = useColumns(totals, mayWrite ? marked : undefined);
  const { from: _from, to: _to, ...kept } = filter;
  return (
    <Panel
      title={t('press:list.title')}
      note={`${format.day(days.from)} – ${format.day(days.to)}`}
      actions={
        <SearchField
          value={search.search ?? ''}
          label={t('press:list.search')}
          onChange={(text) => change({ search: text || undefined }, { replace: true })}
        />
      }
    >
      <ClippingFilters />
      <TableTools
        marked={mayWrite ? marked : undefined}
        rows={list.rows ?? []}
        seen={{ filter: kept, order, columns: [...chosen] }}
        chosen={chosen}
        choose={choose}
      />
      {mayWrite && <BatchBar marked={marked} total={total} />}
      <DataTable
        label={t('press:list.title')}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={(row) => change({ open: row.id })}
        sort={sortOfOrder(order)}
        onSort={(sort) => change({ order: orderOfSort(sort, usualOrder) })}
        empty={{
          title: t('press:list.empty'),
          text: t('press:list.emptyHint'),
          action: mayWrite && (
            <Button variant="default" onClick={() => change({ open: 'new' })}>
              {t('press:clipping.add')}
            </Button>
          ),
        }}
        exporter={<ClippingsExport asked={{ ...filter, order }} />}
        {...list}
      />
    </Panel>
  );
}
