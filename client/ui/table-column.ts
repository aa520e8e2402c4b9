import type { ReactNode } from 'react';
import type { ExportCell } from './export-table.ts';

/** One column of a table. */
export interface TableColumn<Row> {
  id: string;
  header: string;
  cell(row: Row): ReactNode;
  /** Figures go right. */
  align?: 'left' | 'right';
  /** Long text may take more lines. */
  wrap?: boolean;
  /** A heading that is longer than its figures may take more lines. */
  wrapHeader?: boolean;
  /** Lets people sort by this value, in the browser, or on the server when the table has `onSort`. */
  sortBy?(row: Row): string | number | null;
  /** What a file holds of the cell; without it, the cell when it is text, or what it is sorted by. */
  value?(row: Row): ExportCell;
  /** Further columns of a file, such as where a figure comes from. */
  extras?: { header: string; value(row: Row): ExportCell }[];
  /** The total of what is filtered. */
  footer?: ReactNode;
}

/** The order of the rows. */
export interface TableSort {
  column: string;
  descending: boolean;
}
