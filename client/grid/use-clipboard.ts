import type { ClipboardEvent } from 'react';
import { blockOf } from './grid-rows.ts';
import { type GridState, markedRange } from './grid-state.ts';
import { readTabSeparated, writeTabSeparated } from './tab-separated.ts';
import type { GridControl } from './use-grid.ts';

function copyTo(event: ClipboardEvent, state: GridState, columns: readonly string[]): void {
  const block = blockOf(state.rows, columns, markedRange(state));
  event.clipboardData.setData('text/plain', writeTabSeparated(block));
  event.preventDefault();
}

/** Copies, cuts and pastes marked cells as spreadsheets do; an open cell keeps the browser's own ways. */
export function useClipboard({ state, act }: GridControl, columns: readonly string[]) {
  const isOpen = state.draft !== undefined;
  return {
    onCopy(event: ClipboardEvent) {
      if (!isOpen) copyTo(event, state, columns);
    },
    onCut(event: ClipboardEvent) {
      if (isOpen) return;
      copyTo(event, state, columns);
      act({ do: 'clear' });
    },
    onPaste(event: ClipboardEvent) {
      const text = event.clipboardData.getData('text/plain');
      const isBlock = /[\t\r\n]/.test(text.replace(/\r?\n$/, ''));
      if (text === '' || (isOpen && !isBlock)) return;
      event.preventDefault();
      act({ do: 'paste', block: readTabSeparated(text) });
    },
  };
}
