import { utils, write } from '@e965/xlsx';
import type { SeededRandom } from '../../generate/seeded-random.ts';
import type { Desk } from '../desk.ts';
import type { Ledger, Written } from '../ledger.ts';

const rowsOfAnImport = 3_000;

function sheetOf({ title, also }: Written, rows: number, day: string): string {
  const cells = [
    ['Fecha', 'Tipo', 'Título', 'Lugar'],
    ...Array.from({ length: rows }, (_, at) => [day, 'Evento', `${title} #${at}`, also]),
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 'Eventos');
  return write(book, { type: 'base64', bookType: 'xlsx', compression: true }) as string;
}

/** Brings a spreadsheet: plan, preview, agree, and most times undo; each of the last two whole or not at all. */
export async function importSheet(
  desk: Desk,
  ledger: Ledger,
  day: string,
  random: SeededRandom,
): Promise<void> {
  const entry = ledger.open('output', rowsOfAnImport);
  const written = { title: `Importado ${entry.mark}`, also: 'Vereda', isRemoved: false };
  const file = { name: 'eventos.xlsx', content: sheetOf(written, entry.rows, day) };
  const { imports } = desk.ask;
  const plan = await imports.planSheet.mutate({ file });
  const { sheet, targetId: target, layout, answers } = plan;
  const preview = await imports.previewSheet.mutate({ file, sheet, target, layout, answers });
  if (!preview.import || preview.import.added !== entry.rows) {
    throw new Error(`the sheet is not clear: ${JSON.stringify(preview).slice(0, 400)}`);
  }
  const { id } = preview.import;
  await ledger.write(entry, written, () =>
    desk.follow('imports.writeSheetImport', (client) =>
      client.imports.writeSheetImport.mutate({ id }),
    ),
  );
  if (random.whole(1, 5) === 1) return;
  await ledger.write(entry, null, () =>
    desk.follow('imports.undoSheetImport', (client) =>
      client.imports.undoSheetImport.mutate({ id }),
    ),
  );
}
