import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';
import type { TableColumn } from './table-column.ts';

/** The part of a TanStack table that the header needs. */
interface Sortable {
  getColumn(
    id: string,
  ):
    | { getIsSorted(): false | 'asc' | 'desc'; getCanSort(): boolean; toggleSorting(): void }
    | undefined;
}

const icons = { asc: IconArrowUp, desc: IconArrowDown, none: IconArrowsSort };
const spoken = { asc: 'ascending', desc: 'descending', none: 'none' } as const;

/** The header row; a column that sorts is a button. */
export function TableHead<Row>({
  columns,
  table,
}: {
  columns: TableColumn<Row>[];
  table: Sortable;
}) {
  const { t } = useTranslation('ui');
  return (
    <thead>
      <tr>
        {columns.map(({ id, header, align, wrapHeader, isControl }) => {
          const column = table.getColumn(id);
          const order = column?.getIsSorted() || 'none';
          const Icon = icons[order];
          return (
            <th
              key={id}
              scope="col"
              data-align={align}
              data-control={isControl || undefined}
              data-wrap-header={wrapHeader || undefined}
              aria-sort={column?.getCanSort() ? spoken[order] : undefined}
            >
              {column?.getCanSort() ? (
                <button
                  type="button"
                  className={classes.sort}
                  title={t('table.sortBy', { column: header })}
                  onClick={() => column.toggleSorting()}
                >
                  {header}
                  <Icon size={14} aria-hidden />
                </button>
              ) : (
                header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
