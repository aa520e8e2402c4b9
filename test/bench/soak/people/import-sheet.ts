import { utils, write } from '@e965/xlsx';
import type { SeededRandom } from '../../generate/seeded-random.ts';
import type { Desk } from '../desk.ts';
import type { Ledger, Written } from '../ledger.ts';

/** A workbook is small, as writing a large one would hold the bench up. */
const rowsOf = { csv: 3_000, xlsx: 300 } as const;

function sheetOf({ title, also }: Written, rows: number, day: string) {
  const cells = [
    ['Fecha', 'Tipo', 'Título', 'Lugar'],
    ...Array.from({ length: rows }, (_, at) => [day, 'Evento', `${title} #${at}`, also]),
  ];
  if (rows === rowsOf.csv) {
    const text = cells.map((row) => row.join(';')).join('\n');
    return { name: 'eventos.csv', content: Buffer.from(text).toString('base64') };
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 'Eventos');
  const content = write(book, { type: 'base64', bookType: 'xlsx', compression: true }) as string;
  return { name: 'eventos.xlsx', content };
}

/** Brings a spreadsheet: plan, preview, agree, and most times undo; each of the last two whole or not at all. */
export async function importSheet(
  desk: Desk,
  ledger: Ledger,
  day: string,
  random: SeededRandom,
): Promise<void> {
  const entry = ledger.open('output', random.pick([rowsOf.csv, rowsOf.xlsx]));
  const written = { title: `Importado ${entry.mark}`, also: 'Vereda', isRemoved: false };
  const file = sheetOf(written, entry.rows, day);
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
