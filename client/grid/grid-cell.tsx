import { type Dispatch, memo, useLayoutEffect, useRef } from 'react';
import classes from './grid.module.css';
import type { CellPlace } from './grid-rows.ts';
import type { GridAction } from './grid-state.ts';

interface GridCellProps {
  at: CellPlace;
  text: string;
  isRight: boolean;
  isMarked: boolean;
  isActive: boolean;
  /** What is wrong with it, in words. */
  wrong: string | undefined;
  /** What is being typed in it. */
  draft: string | undefined;
  /** What the cell is called: its column and its row. */
  label: string;
  /** The list of what it may say. */
  options: string | undefined;
  /** Goes up whenever the cell is to have the keyboard. */
  asksFocus: number;
  act: Dispatch<GridAction>;
}

type ActiveProps = Pick<
  GridCellProps,
  'text' | 'draft' | 'label' | 'options' | 'wrong' | 'asksFocus' | 'act'
>;

/** The cell that has the keyboard: what is typed replaces what it holds, as in a spreadsheet. */
function ActiveCell({ text, draft, label, options, wrong, asksFocus, act }: ActiveProps) {
  const input = useRef<HTMLInputElement>(null);
  const isOpen = draft !== undefined;
  useLayoutEffect(() => {
    if (asksFocus > 0) input.current?.focus({ preventScroll: true });
    if (asksFocus > 0) input.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [asksFocus]);
  // A closed cell is marked whole, so that the first letter replaces it.
  useLayoutEffect(() => {
    const isClosed = !isOpen && text.length >= 0 && asksFocus > 0;
    if (isClosed && document.activeElement === input.current) input.current?.select();
  }, [isOpen, text, asksFocus]);
  return (
    <input
      ref={input}
      className={classes.input}
      aria-label={label}
      aria-invalid={wrong !== undefined}
      list={isOpen ? options : undefined}
      value={draft ?? text}
      autoComplete="off"
      onChange={(event) => act({ do: 'type', text: event.currentTarget.value })}
      onDoubleClick={() => act({ do: 'type', text: draft ?? text })}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => act({ do: 'commit' })}
    />
  );
}

/** A cell of the grid. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { at, text, isRight, isMarked, isActive, wrong } = props;
  return (
    <td
      data-row={at.row}
      data-column={at.column}
      data-right={isRight || undefined}
      data-marked={(isMarked && !isActive) || undefined}
      data-wrong={wrong !== undefined || undefined}
      title={wrong}
    >
      {isActive ? <ActiveCell {...props} /> : <span className={classes.text}>{text}</span>}
    </td>
  );
});
