import i18next from 'i18next';
import type { FieldFailure } from '../../../shared/failure.ts';
import { type ClientFailure, fieldMessages } from '../../format/failure-message.ts';
import type { WrongCells } from '../../grid/grid-line.tsx';
import type { ReadItem } from './read-items.ts';

function sentence(fault: FieldFailure): string {
  const key = `grid:rules.${fault.rule}`;
  if (i18next.exists(key)) return i18next.t(key as 'grid:rules.hour');
  return fieldMessages({ code: 'invalid_input', fields: [fault] })[fault.path] ?? '';
}

/** Where in the grid a refused field stands, by its path in what was sent: `items.3.title`. */
function refusedCell(path: string, sent: readonly ReadItem[]) {
  const [, index, ...rest] = path.split('.');
  const row = path.startsWith('items.') ? sent[Number(index)]?.row : undefined;
  return row === undefined ? undefined : { row, column: rest.join('.') };
}

/** What is wrong in words by row and column: what the rows say, and what the server refused of them. */
export function wrongCells(
  items: readonly ReadItem[],
  refused: { failure: ClientFailure; sent: readonly ReadItem[] } | undefined,
): Map<number, WrongCells> {
  const wrong = new Map<number, Record<string, string>>();
  const add = (row: number, column: string, fault: FieldFailure) => {
    wrong.set(row, { ...wrong.get(row), [column]: sentence({ ...fault, path: column }) });
  };
  for (const { row, broken } of items) {
    for (const [column, fault] of Object.entries(broken)) add(row, column, fault);
  }
  if (refused?.failure.code !== 'invalid_input') return wrong;
  for (const fault of refused.failure.fields) {
    const cell = refusedCell(fault.path, refused.sent);
    if (cell) add(cell.row, cell.column, fault);
  }
  return wrong;
}
