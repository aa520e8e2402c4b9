import type { ReactNode } from 'react';
import type { FileCell } from '../../shared/files/file-cell.ts';

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
  value?(row: Row): FileCell;
  /** Further columns of a file, such as where a figure comes from. */
  extras?: { header: string; value(row: Row): FileCell; total?: FileCell }[];
  /** Holds marks or buttons, which are for the screen alone. */
  isControl?: boolean;
  /** The total of what is filtered, with what a file says of it; or words. */
  footer?: TableFooter | undefined;
}

/** What stands at the foot of a column. */
export type TableFooter = { value: FileCell; shown: ReactNode } | { words: string };

/** The order of the rows. */
export interface TableSort {
  column: string;
  descending: boolean;
}
