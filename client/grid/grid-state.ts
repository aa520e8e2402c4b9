import {
  type CellPlace,
  type CellRange,
  filledDown,
  type GridRow,
  laidAt,
  placesOf,
  putTexts,
  withoutRows,
} from './grid-rows.ts';
import type { Block } from './tab-separated.ts';

/** What a person sees and can take back. */
export interface GridState {
  rows: readonly GridRow[];
  /** The rows as they were before each change, the oldest first. */
  past: readonly (readonly GridRow[])[];
  /** The rows that were taken back, the next to return last. */
  future: readonly (readonly GridRow[])[];
  /** Where the marked range begins. */
  anchor: CellPlace;
  /** The cell that has the keyboard, at the other corner of the marked range. */
  active: CellPlace;
  /** What is being typed in the active cell; absent while it is not open. */
  draft: string | undefined;
  /** Goes up whenever the active cell asks for the keyboard. */
  asksFocus: number;
}

/** What a person does in the grid. */
export type GridAction =
  | { do: 'select'; at: CellPlace; extend?: boolean }
  | { do: 'move'; by: CellPlace; extend?: boolean; wraps?: boolean }
  | { do: 'type'; text: string }
  | { do: 'cancel' | 'commit' | 'clear' | 'fillDown' | 'removeRows' | 'undo' | 'redo' | 'empty' }
  | { do: 'paste'; block: Block }
  | { do: 'selectAll' }
  | { do: 'startOver' }
  | { do: 'giveBack'; rows: readonly GridRow[] };

/** How the grid is laid out: its columns, and the rows that are shown. */
export interface GridLayout {
  columns: readonly string[];
  shown: number;
}

/** How many changes can be taken back. */
const mostChanges = 200;

/** A grid that holds these rows, at its first cell. */
export function startGrid(rows: readonly GridRow[]): GridState {
  const first = { row: 0, column: 0 };
  return {
    rows,
    past: [],
    future: [],
    anchor: first,
    active: first,
    draft: undefined,
    asksFocus: 0,
  };
}

/** The marked cells, from the upper left corner to the lower right one. */
export function markedRange({ anchor, active }: Pick<GridState, 'anchor' | 'active'>): CellRange {
  return {
    from: {
      row: Math.min(anchor.row, active.row),
      column: Math.min(anchor.column, active.column),
    },
    to: { row: Math.max(anchor.row, active.row), column: Math.max(anchor.column, active.column) },
  };
}

function changed(state: GridState, rows: readonly GridRow[]): GridState {
  if (rows === state.rows) return { ...state, draft: undefined };
  const past = [...state.past, state.rows].slice(-mostChanges);
  return { ...state, rows, past, future: [], draft: undefined };
}

function goBack(state: GridState): GridState {
  const rows = state.past.at(-1);
  if (rows === undefined) return state;
  const future = [...state.future, state.rows];
  return { ...state, rows, past: state.past.slice(0, -1), future, draft: undefined };
}

function goForward(state: GridState): GridState {
  const rows = state.future.at(-1);
  if (rows === undefined) return state;
  const past = [...state.past, state.rows];
  return { ...state, rows, past, future: state.future.slice(0, -1), draft: undefined };
}

const within = (value: number, end: number) => Math.max(0, Math.min(value, end - 1));

function goTo(state: GridState, at: CellPlace, layout: GridLayout, extend = false): GridState {
  const active = {
    row: within(at.row, layout.shown),
    column: within(at.column, layout.columns.length),
  };
  const anchor = extend ? state.anchor : active;
  return { ...state, active, anchor, asksFocus: state.asksFocus + 1 };
}

/** Past the last column comes the first of the next row, as with Tab in a spreadsheet. */
function stepped({ row, column }: CellPlace, by: CellPlace, wraps: boolean, width: number) {
  const next = { row: row + by.row, column: column + by.column };
  if (!wraps || (next.column >= 0 && next.column < width)) return next;
  return next.column < 0
    ? { row: next.row - 1, column: width - 1 }
    : { row: next.row + 1, column: 0 };
}

function commit(state: GridState, { columns }: GridLayout): GridState {
  if (state.draft === undefined) return state;
  return changed(state, putTexts(state.rows, columns, [{ ...state.active, text: state.draft }]));
}

function paste(state: GridState, block: Block, layout: GridLayout): GridState {
  const range = markedRange(state);
  const next = changed(state, putTexts(state.rows, layout.columns, laidAt(block, range)));
  const widest = Math.max(1, ...block.map((cells) => cells.length));
  if (block.length === 1 && widest === 1) return next;
  const anchor = {
    row: range.from.row + block.length - 1,
    column: within(range.from.column + widest - 1, layout.columns.length),
  };
  return { ...next, anchor, active: range.from, asksFocus: state.asksFocus + 1 };
}

/** The grid after what a person did; what was being typed counts before anything but typing on. */
export function afterAction(before: GridState, action: GridAction, layout: GridLayout): GridState {
  const { columns } = layout;
  if (action.do === 'type') return { ...before, draft: action.text };
  if (action.do === 'cancel') {
    return { ...before, draft: undefined, asksFocus: before.asksFocus + 1 };
  }
  const state = commit(before, layout);
  const range = markedRange(state);
  switch (action.do) {
    case 'commit':
      return state;
    case 'select':
      return goTo(state, action.at, layout, action.extend);
    case 'move': {
      const at = stepped(state.active, action.by, action.wraps ?? false, columns.length);
      return goTo(state, at, layout, action.extend);
    }
    case 'selectAll': {
      const to = { row: within(state.rows.length - 1, layout.shown), column: columns.length - 1 };
      return { ...state, anchor: { row: 0, column: 0 }, active: to };
    }
    case 'clear': {
      const blank = [...placesOf(range)].map((place) => ({ ...place, text: '' }));
      return changed(state, putTexts(state.rows, columns, blank));
    }
    case 'fillDown':
      return changed(state, putTexts(state.rows, columns, filledDown(state.rows, columns, range)));
    case 'removeRows':
      return changed(state, withoutRows(state.rows, range));
    case 'paste':
      return paste(state, action.block, layout);
    case 'startOver':
      return { ...startGrid([]), asksFocus: state.asksFocus + 1 };
    case 'giveBack':
      return state.rows.length > 0 ? state : startGrid(action.rows);
    case 'empty':
      return changed(state, state.rows.length === 0 ? state.rows : []);
    case 'undo':
      return goBack(state);
    case 'redo':
      return goForward(state);
  }
}
