import { useState } from 'react';
import type { OutputItemRow } from '../../../shared/output/rows.ts';

/** The items of a list that are marked, over all its pages. */
export interface MarkedItems {
  rows: readonly OutputItemRow[];
  has(id: string): boolean;
  mark(rows: readonly OutputItemRow[], isMarked: boolean): void;
  clear(): void;
}

/** As many as the server changes at once. */
const mostMarked = 500;

const none: ReadonlyMap<string, OutputItemRow> = new Map();

/** Keeps the marks of a list while its filters stay the same. @param of what the list is filtered by. */
export function useMarkedItems(of: string): MarkedItems {
  const [state, setState] = useState({ of, rows: none });
  const rows = state.of === of ? state.rows : none;
  return {
    rows: [...rows.values()],
    has: (id) => rows.has(id),
    mark(given, isMarked) {
      const next = new Map(rows);
      for (const row of given) {
        if (!isMarked) next.delete(row.id);
        else if (next.size < mostMarked) next.set(row.id, row);
      }
      setState({ of, rows: next });
    },
    clear: () => setState({ of, rows: none }),
  };
}
