import { Group, Skeleton } from '@mantine/core';
import {
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';
import { ExportMenu } from './export-menu.tsx';
import { composeExport, type FileColumn } from './export-table.ts';
import { gatherRows, type ReadPart } from './gather-rows.ts';
import { type Asked, type Empty, EmptyState, FailedState } from './states.tsx';
import type { TableColumn, TableSort } from './table-column.ts';
import { TableHead } from './table-head.tsx';
import { TablePages, type TablePaging } from './table-pages.tsx';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

interface DataTableProps<Row> {
  /** What the table holds, for screen readers. */
  label: string;
  columns: TableColumn<Row>[];
  /** The query of the rows; while it loads there is a skeleton, and its failure has a retry. */
  query: Asked<unknown>;
  rows: Row[] | undefined;
  rowId(row: Row): string;
  /** The first column becomes a button that opens the row. */
  onOpen?: (row: Row) => void;
  empty: Empty;
  /** Whether something is searched for or filtered: that nothing is found says nothing of the list. */
  isNarrowed?: boolean;
  paging?: TablePaging;
  /** What a file says of each row beyond the columns: everything that is on record. */
  more?: readonly FileColumn<Row>[];
  /** What a file calls the row of totals, where it is not the usual word. */
  totalWord?: string;
  /** The way to take the table away, where the server writes its file. */
  exporter?: ReactNode;
  /** Reads any part of a list in pages, so that a file holds all of it. */
  readPart?: ReadPart<Row>;
  /** The order the server gives; with `onSort`, the server sorts. */
  sort?: TableSort;
  onSort?: (sort: TableSort) => void;
  /** Rows of the skeleton. */
  skeletonRows?: number;
  /** Scrolls inside from this many pixels on, with the header in sight. */
  maxHeight?: number;
}

function useRows<Row>({ columns, rows, sort, onSort }: DataTableProps<Row>) {
  const [ownSort, setOwnSort] = useState<SortingState>([]);
  const data = useMemo(() => rows ?? [], [rows]);
  const columnDefs = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => column.sortBy?.(row) ?? undefined,
        enableSorting: Boolean(column.sortBy),
        sortUndefined: 'last' as const,
        sortFn: (
          a: { getValue(id: string): unknown },
          b: { getValue(id: string): unknown },
          id: string,
        ) => compare(a.getValue(id), b.getValue(id)),
      })),
    [columns],
  );
  const sorting = onSort ? (sort ? [{ id: sort.column, desc: sort.descending }] : []) : ownSort;
  return useTable({
    features,
    columns: columnDefs,
    data: data as (Row & object)[],
    state: { sorting },
    manualSorting: Boolean(onSort),
    onSortingChange: (change) => {
      const next = typeof change === 'function' ? change(sorting) : change;
      const [first] = next;
      if (!onSort) setOwnSort(next);
      else if (first) onSort({ column: first.id, descending: first.desc });
      // What the server sorts has always an order: after both ways comes the first again.
      else if (sort) onSort({ ...sort, descending: !sort.descending });
    },
  });
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'es');
}

function SkeletonRows({ columns, count }: { columns: number; count: number }) {
  return Array.from({ length: count }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: grey rows have no identity
    <tr key={row}>
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey cells have no identity
        <td key={column}>
          <Skeleton height={14} />
        </td>
      ))}
    </tr>
  ));
}

function Cells<Row>({
  row,
  columns,
  onOpen,
}: { row: Row } & Pick<DataTableProps<Row>, 'columns' | 'onOpen'>) {
  return columns.map((column, index) => {
    const content = column.cell(row);
    const Tag = index === 0 ? 'th' : 'td';
    return (
      <Tag
        key={column.id}
        scope={index === 0 ? 'row' : undefined}
        data-align={column.align}
        data-control={column.isControl || undefined}
        data-wrap={column.wrap || undefined}
      >
        {index === 0 && onOpen ? (
          <button type="button" className={classes.open} onClick={() => onOpen(row)}>
            {content}
          </button>
        ) : (
          content
        )}
      </Tag>
    );
  });
}

function Totals<Row>({ columns }: { columns: TableColumn<Row>[] }) {
  if (!columns.some((column) => column.footer !== undefined)) return null;
  return (
    <tfoot>
      <tr>
        {columns.map((column) => (
          <td
            key={column.id}
            data-align={column.align}
            data-control={column.isControl || undefined}
          >
            {column.footer &&
              ('words' in column.footer ? column.footer.words : column.footer.shown)}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/** The pages of the table, and the way to take it away as a file: all of it, in the order on screen. */
function Foot<Row>({
  props: { label, columns, more, paging, readPart, exporter, totalWord },
  shown,
}: {
  props: DataTableProps<Row>;
  shown: Row[];
}) {
  const { t } = useTranslation('ui');
  const isPaged = paging !== undefined && paging.total > paging.pageSize;
  const table = async () => {
    const rows = isPaged && readPart ? await gatherRows(readPart) : shown;
    const word = totalWord ?? t('total');
    return composeExport({ title: label, columns, rows, more, totalWord: word });
  };
  return (
    <Group justify="space-between" gap="xs" mt="xs">
      {exporter ?? <ExportMenu title={label} table={table} />}
      {isPaged && <TablePages {...paging} />}
    </Group>
  );
}

/** A table of records: sticky header, first column fixed on a phone, totals at the foot, pages. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, query, rows, rowId, onOpen, empty, isNarrowed, skeletonRows = 8 } = props;
  const { t } = useTranslation('ui');
  const table = useRows(props);
  if (rows === undefined && !query.isPending) {
    return <FailedState error={query.error} retry={query.refetch} />;
  }
  if (rows?.length === 0) {
    return <EmptyState {...(isNarrowed ? { title: t('noMatches') } : empty)} />;
  }
  return (
    <>
      <section
        className={classes.scroll}
        aria-label={t('table.scroll', { label })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls is reached by keyboard
        tabIndex={0}
        style={props.maxHeight ? { maxHeight: props.maxHeight } : undefined}
      >
        <table className={classes.table} aria-busy={rows === undefined}>
          <caption className="visually-hidden">{label}</caption>
          <TableHead columns={columns} table={table} />
          <tbody>
            {rows === undefined ? (
              <SkeletonRows columns={columns.length} count={skeletonRows} />
            ) : (
              table.getRowModel().rows.map((row) => (
                <tr key={rowId(row.original)}>
                  <Cells row={row.original} columns={columns} onOpen={onOpen} />
                </tr>
              ))
            )}
          </tbody>
          {rows !== undefined && <Totals columns={columns} />}
        </table>
      </section>
      {rows !== undefined && (
        <Foot props={props} shown={table.getRowModel().rows.map((row) => row.original)} />
      )}
    </>
  );
}
