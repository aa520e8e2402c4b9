import type { KeyboardEvent } from 'react';

const steps: Record<string, [rows: number, columns: number] | undefined> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Lets the arrow keys go from the button of one cell of a table to that of the next. */
export function moveInTable(event: KeyboardEvent): void {
  const step = steps[event.key];
  const cell = (event.target as Element).closest('td');
  const row = cell?.parentElement;
  if (!step || !cell || !(row instanceof HTMLTableRowElement)) return;
  const table = row.closest('table');
  const next = table?.rows[row.rowIndex + step[0]]?.cells[cell.cellIndex + step[1]];
  const button = next?.querySelector('button');
  if (!button) return;
  event.preventDefault();
  button.focus();
}
