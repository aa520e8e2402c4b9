import { useReducer } from 'react';
import type { GridRow } from './grid-rows.ts';
import { afterAction, type GridAction, type GridState, startGrid } from './grid-state.ts';

/** A grid on screen: what it holds, and how to act on it. */
export interface GridControl {
  state: GridState;
  /** The rows that are shown: those in which something is typed, and some to go on in. */
  shown: number;
  act(action: GridAction): void;
}

const leastRows = 20;
const rowsToGoOn = 5;

/** Holds a grid of these columns that starts from some rows. */
export function useGrid(columns: readonly string[], start: readonly GridRow[]): GridControl {
  const shownOf = ({ rows, active }: GridState) =>
    Math.max(leastRows, rows.length + rowsToGoOn, active.row + 1);
  const [state, act] = useReducer(
    (before: GridState, action: GridAction) =>
      afterAction(before, action, { columns, shown: shownOf(before) }),
    start,
    startGrid,
  );
  return { state, shown: shownOf(state), act };
}
