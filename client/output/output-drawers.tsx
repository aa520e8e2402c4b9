import type { OutputTallyRow } from '../../shared/output/rows.ts';
import { useToday } from '../app/self.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { CellDrawer } from './cell-drawer.tsx';
import { type CellKey, readCell } from './cell-key.ts';
import { ItemDrawer } from './item-drawer.tsx';
import { NewItemForm } from './new-item-form.tsx';
import { TallyForm } from './tally-form.tsx';
import { useKinds } from './use-kinds.ts';
import { useOutputSearch } from './use-output-search.ts';

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
  const cell = readCell(search.cell);
  useFocusBack(Boolean(tally ?? search.open ?? cell));
  const close = () => change({ open: undefined });
  if (tally && mayWrite) return <TallyForm {...tally} onClose={() => onTally(undefined)} />;
  if (search.open === 'new') {
    if (!mayWrite) return null;
    const start = !cell || cell.month === month ? day : `${cell.month}-01`;
    const kind = byId.get(cell?.kind ?? 'event');
    return kind && <NewItemForm key={kind.id} kind={kind} day={start} onClose={close} />;
  }
  if (search.open) return <ItemDrawer key={search.open} id={search.open} onClose={close} />;
  if (!cell) return null;
  return (
    <CellDrawer
      cell={cell}
      onEditTally={(row) => onTally({ row, cell })}
      onAddTally={(of) => onTally({ cell: of })}
    />
  );
}
