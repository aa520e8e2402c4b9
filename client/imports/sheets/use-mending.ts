import { useState } from 'react';
import type { SheetImportRow } from '../../../shared/imports/sheets/rows.ts';
import type { MendedCell } from '../../../shared/imports/sheets/schemas.ts';
import { cellKey, type Mending } from './row-columns.tsx';
import type { ReadingOfSheet } from './use-sheet.ts';

/** Cells put right in the preview, over those of earlier readings; they are read with the file again. */
export function useMending(
  row: SheetImportRow,
  sheet: ReadingOfSheet,
): (Mending & { readAgain(): void }) | undefined {
  const [cells, setCells] = useState(new Map<string, MendedCell>());
  if (row.status !== 'pending' || !sheet.plan || sheet.file?.name !== row.fileName) {
    return undefined;
  }
  return {
    cells,
    onMend: (cell) => setCells((before) => new Map(before).set(cellKey(cell), cell)),
    readAgain() {
      const all = new Map(sheet.mended.map((cell) => [cellKey(cell), cell]));
      for (const [key, cell] of cells) all.set(key, cell);
      sheet.preview([...all.values()]);
    },
  };
}
