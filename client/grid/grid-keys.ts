import type { KeyboardEvent } from 'react';
import type { CellPlace } from './grid-rows.ts';
import type { GridAction } from './grid-state.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** A screenful, in rows. */
const page = 12;
/** Farther than any grid goes. */
const far = 100_000;

const steps: Record<string, CellPlace | undefined> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -page, column: 0 },
  PageDown: { row: page, column: 0 },
  Home: { row: 0, column: -far },
  End: { row: 0, column: far },
};

const withControl: Record<string, GridAction | undefined> = {
  z: { do: 'undo' },
  y: { do: 'redo' },
  d: { do: 'fillDown' },
  a: { do: 'selectAll' },
  Home: { do: 'select', at: { row: 0, column: 0 } },
};

function ofOpenCell({ key, shiftKey }: Pressed): GridAction | undefined {
  const back = shiftKey ? -1 : 1;
  if (key === 'Enter') return { do: 'move', by: { row: back, column: 0 } };
  if (key === 'Tab') return { do: 'move', by: { row: 0, column: back }, wraps: true };
  return key === 'Escape' ? { do: 'cancel' } : undefined;
}

/** What a key does while the cell is closed; the ones that write are left to the cell. */
function ofClosedCell(pressed: Pressed, text: string): GridAction | undefined {
  const { key, shiftKey, ctrlKey, metaKey } = pressed;
  if (ctrlKey || metaKey) {
    if (shiftKey && key.toLowerCase() === 'z') return { do: 'redo' };
    return withControl[key.length === 1 ? key.toLowerCase() : key];
  }
  const by = steps[key];
  if (by) return { do: 'move', by, extend: shiftKey };
  if (key === 'Delete' || key === 'Backspace') return { do: 'clear' };
  if (key === 'F2') return { do: 'type', text };
  return key === 'Escape' ? undefined : ofOpenCell(pressed);
}

/**
 * What a key does in the grid; nothing where the browser has it.
 * @param text what the active cell holds.
 */
export function actionOfKey(pressed: Pressed, isOpen: boolean, text: string) {
  if (pressed.altKey) return undefined;
  return isOpen ? ofOpenCell(pressed) : ofClosedCell(pressed, text);
}
