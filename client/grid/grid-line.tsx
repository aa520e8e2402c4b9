import { type Dispatch, memo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './grid.module.css';
import { GridCell } from './grid-cell.tsx';
import type { GridRow } from './grid-rows.ts';
import type { GridAction } from './grid-state.ts';
import type { GridColumn } from './read-grid-row.ts';

/** What is wrong in a row, in words by column. */
export type WrongCells = Readonly<Record<string, string>>;

interface GridLineProps {
  row: number;
  typed: GridRow | undefined;
  columns: readonly GridColumn[];
  wrong: WrongCells | undefined;
  /** The columns that are marked in this row, both included; none where it goes below zero. */
  markedFrom: number;
  markedTo: number;
  /** The column that has the keyboard, where it is in this row. */
  active: number | undefined;
  draft: string | undefined;
  asksFocus: number;
  /** The start of the ids of the lists of what cells may say. */
  lists: string;
  act: Dispatch<GridAction>;
}

/** A row of the grid; it is drawn again only when something of it changes. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { row, typed, columns, wrong, active, lists } = props;
  const { t } = useTranslation('grid');
  return (
    <tr>
      <th scope="row" data-wrong={wrong !== undefined || undefined}>
        {row + 1}
      </th>
      {columns.map(({ id, label, type, options }, column) => (
        <GridCell
          key={id}
          at={{ row, column }}
          text={typed?.[id] ?? ''}
          isRight={type === 'count'}
          isMarked={column >= props.markedFrom && column <= props.markedTo}
          isActive={column === active}
          wrong={wrong?.[id]}
          draft={column === active ? props.draft : undefined}
          label={t('cell', { column: label, row: row + 1 })}
          options={options.length > 0 ? `${lists}-${column}` : undefined}
          asksFocus={props.asksFocus}
          act={props.act}
        />
      ))}
    </tr>
  );
});

/** Room for rows that are out of sight. */
export function GridGap({ rows, columns }: { rows: number; columns: number }) {
  if (rows <= 0) return null;
  return (
    <tr>
      <td colSpan={columns + 1} className={classes.gap} style={{ height: rows * rowHeight }} />
    </tr>
  );
}

/** The height of a row, in pixels. */
export const rowHeight = 33;
