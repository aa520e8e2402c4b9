import { lazy, Suspense } from 'react';
import type { OutputTallyRow } from '../../shared/output/rows.ts';
import { useToday } from '../app/self.tsx';
import { usePeriod } from '../app/use-period.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { CellDrawer } from './cell-drawer.tsx';
import { type CellKey, readCell } from './cell-key.ts';
import { ItemDrawer } from './item-drawer.tsx';
import { readPart } from './matrix/part.ts';
import { NewItemForm } from './new-item-form.tsx';
import { TallyForm } from './tally-form.tsx';
import { useKinds } from './use-kinds.ts';
import { useOutputSearch } from './use-output-search.ts';

const PartDrawer = lazy(() => import('./matrix/part-drawer.tsx'));

/** The monthly total that is open: one to change, or a new one of a month and kind. */
export type OpenTally = { row?: OutputTallyRow; cell: CellKey };

interface OutputDrawersProps {
  tally: OpenTally | undefined;
  onTally(tally: OpenTally | undefined): void;
  mayWrite: boolean;
}

/** What is open at the side, one at a time: a total, an item, or a cell of the matrix. */
export function OutputDrawers({ tally, onTally, mayWrite }: OutputDrawersProps) {
  const { day, month } = useToday();
  const [search, change] = useOutputSearch();
  const { byId } = useKinds();
  const { period } = usePeriod();
  const cell = readCell(search.cell);
  const part = readPart(search, period);
  useFocusBack(Boolean(tally ?? search.open ?? part));
  const close = () => change({ open: undefined });
  if (tally && mayWrite) return <TallyForm {...tally} onClose={() => onTally(undefined)} />;
  if (search.open === 'new') {
    if (!mayWrite) return null;
    const start = !cell || cell.month === month ? day : `${cell.month}-01`;
    const kind = byId.get(cell?.kind ?? 'event');
    return kind && <NewItemForm key={kind.id} kind={kind} day={start} onClose={close} />;
  }
  if (search.open) return <ItemDrawer key={search.open} id={search.open} onClose={close} />;
  const editTally = (row: OutputTallyRow) =>
    onTally({ row, cell: { month: row.month, kind: row.kind } });
  if (cell && !search.of) {
    return (
      <CellDrawer cell={cell} onEditTally={editTally} onAddTally={(of) => onTally({ cell: of })} />
    );
  }
  return (
    part && (
      <Suspense>
        <PartDrawer part={part} onEditTally={editTally} />
      </Suspense>
    )
  );
}
