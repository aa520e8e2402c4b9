import { type Dispatch, type MouseEvent, useMemo } from 'react';
import type { CellPlace } from './grid-rows.ts';
import type { GridAction } from './grid-state.ts';

/** The cell that an element is in; nothing where it is in none. */
function placeAt(target: EventTarget): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest('td') : null;
  const { row, column } = cell?.dataset ?? {};
  if (row === undefined || column === undefined) return undefined;
  return { row: Number(row), column: Number(column) };
}

/** Lets the pointer choose a cell, and mark others by going over them or with Shift. */
export function useGridPointer(act: Dispatch<GridAction>) {
  return useMemo(
    () => ({
      onMouseDown(event: MouseEvent) {
        const at = placeAt(event.target);
        if (!at || event.button !== 0 || event.target instanceof HTMLInputElement) return;
        // The cell takes the keyboard itself.
        event.preventDefault();
        act({ do: 'select', at, extend: event.shiftKey });
      },
      onMouseOver(event: MouseEvent) {
        const at = event.buttons === 1 ? placeAt(event.target) : undefined;
        if (at) act({ do: 'select', at, extend: true });
      },
    }),
    [act],
  );
}
