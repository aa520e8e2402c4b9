import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './grid.module.css';
import { actionOfKey } from './grid-keys.ts';
import { GridGap, GridLine, rowHeight, type WrongCells } from './grid-line.tsx';
import { markedRange } from './grid-state.ts';
import type { GridColumn } from './read-grid-row.ts';
import { shownRows } from './shown-rows.ts';
import { useClipboard } from './use-clipboard.ts';
import type { GridControl } from './use-grid.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import '../words/add-grid-words.ts';

interface GridTableProps {
  /** What the grid is, for who cannot see it. */
  label: string;
  columns: readonly GridColumn[];
  control: GridControl;
  /** What is wrong, by row. */
  wrong: ReadonlyMap<number, WrongCells>;
  onSave(): void;
}

const numberWidth = 48;

function Heading({ columns }: { columns: readonly GridColumn[] }) {
  const { t } = useTranslation('grid');
  return (
    <>
      <colgroup>
        <col style={{ width: numberWidth }} />
        {columns.map(({ id, width }) => (
          <col key={id} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('row')}</th>
          {columns.map(({ id, label, isRequired }) => (
            <th key={id} scope="col" title={label}>
              {isRequired ? t('required', { label }) : label}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

/** What the active cell holds. */
function textOf({ state: { rows, active } }: GridControl, columns: readonly GridColumn[]): string {
  return rows[active.row]?.[columns[active.column]?.id ?? ''] ?? '';
}

const isSave = ({ key, ctrlKey, metaKey }: KeyboardEvent) =>
  key === 'Enter' && (ctrlKey || metaKey);

/** What the keyboard does; after Escape, Tab goes on past the grid. */
function useKeys({ control, columns, onSave }: Omit<GridTableProps, 'label' | 'wrong'>) {
  const isLeaving = useRef(false);
  const isOpen = control.state.draft !== undefined;
  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (isSave(event)) {
      event.preventDefault();
      control.act({ do: 'commit' });
      return onSave();
    }
    if (event.key === 'Tab' && isLeaving.current) return;
    if (event.key !== 'Shift') isLeaving.current = event.key === 'Escape' && !isOpen;
    const action = actionOfKey(event, isOpen, textOf(control, columns));
    if (!action) return;
    event.preventDefault();
    control.act(action);
  };
}

/** A table to type in as in a spreadsheet. */
export function GridTable({ label, columns, control, wrong, onSave }: GridTableProps) {
  const lists = useId();
  const { state, shown, act } = control;
  const [first, setFirst] = useState(0);
  const ids = useMemo(() => columns.map(({ id }) => id), [columns]);
  const onKeyDown = useKeys({ columns, control, onSave });
  const { from, to } = markedRange(state);
  const sight = { first, count: 20, total: shown, active: state.active.row };
  const { drawn, after } = shownRows(sight);
  const width = columns.reduce((sum, column) => sum + column.width, numberWidth);
  return (
    <section
      className={classes.scroll}
      aria-label={label}
      onScroll={(event) => setFirst(Math.floor(event.currentTarget.scrollTop / rowHeight))}
    >
      <table
        className={classes.table}
        style={{ width }}
        onKeyDown={onKeyDown}
        {...useGridPointer(act)}
        {...useClipboard(control, ids)}
      >
        <Heading columns={columns} />
        <tbody>
          {drawn.map(({ row, skipped }) => {
            const isMarked = row >= from.row && row <= to.row;
            const isActive = row === state.active.row;
            return [
              <GridGap key={`gap-${row}`} rows={skipped} columns={columns.length} />,
              <GridLine
                key={row}
                row={row}
                typed={state.rows[row]}
                columns={columns}
                wrong={wrong.get(row)}
                markedFrom={isMarked ? from.column : -1}
                markedTo={isMarked ? to.column : -1}
                active={isActive ? state.active.column : undefined}
                draft={isActive ? state.draft : undefined}
                asksFocus={isActive ? state.asksFocus : 0}
                lists={lists}
                act={act}
              />,
            ];
          })}
          <GridGap rows={after} columns={columns.length} />
        </tbody>
      </table>
      {columns.map(({ id, options }, column) => (
        <datalist key={id} id={`${lists}-${column}`}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      ))}
    </section>
  );
}
