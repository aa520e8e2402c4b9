import { useState } from 'react';
import type { Inputs } from '../app/api.ts';
import type { Row } from './clipping-columns.tsx';
import type { AskedFilter } from './clipping-query.ts';

export type Selection = Inputs['press']['editClippings']['selection'];

/** Which appearances are marked: one by one, over all pages, or all that the filters find. */
export interface Marked {
  count: number;
  isAll: boolean;
  selection: Selection;
  has(id: string): boolean;
  mark(rows: readonly Row[], isMarked: boolean): void;
  markAll(): void;
  clear(): void;
}

/** The most that are marked one by one. */
const mostByHand = 500;

interface State {
  /** What the marks are of: other filters, other marks. */
  of: string;
  versions: ReadonlyMap<string, number>;
  isAll: boolean;
}

const noMarks: ReadonlyMap<string, number> = new Map();

/** Keeps the marks of a list while its filters stay the same. */
export function useMarkedClippings(filter: AskedFilter, total: number): Marked {
  const of = JSON.stringify(filter);
  const [state, setState] = useState<State>({ of, versions: noMarks, isAll: false });
  const { versions, isAll } = state.of === of ? state : { versions: noMarks, isAll: false };
  const ats = [...versions].map(([id, version]) => ({ id, version }));
  return {
    count: isAll ? total : versions.size,
    isAll,
    selection: isAll ? { by: 'filter', filter, count: total } : { by: 'rows', ats },
    has: (id) => isAll || versions.has(id),
    mark(rows, isMarked) {
      const next = new Map(isAll ? noMarks : versions);
      for (const { id, version } of rows) {
        if (!isMarked) next.delete(id);
        else if (next.size < mostByHand) next.set(id, version);
      }
      setState({ of, versions: next, isAll: false });
    },
    markAll: () => setState({ of, versions: noMarks, isAll: true }),
    clear: () => setState({ of, versions: noMarks, isAll: false }),
  };
}
