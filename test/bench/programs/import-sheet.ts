import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { type ActorContext, asSystem } from '../../../server/context.ts';
import { planSheet } from '../../../server/imports/sheets/plan-sheet.ts';
import { previewSheet } from '../../../server/imports/sheets/preview-sheet.ts';
import { writeSheetImport } from '../../../server/imports/sheets/write-sheet-import.ts';
import { keepHeapSmall } from '../../../server/keep-heap-small.ts';
import { SheetToPlan, SheetToPreview } from '../../../shared/imports/sheets/schemas.ts';
import { beginRawCopy, rowsSince } from '../load/raw-copy.ts';
import { median } from '../measure/compare-servers.ts';
import { openBenchHouse } from '../open-bench-house.ts';
import { peakResidentMegabytes } from './peak-resident.ts';

/** What importing one spreadsheet took; the parent process is told. */
export interface ImportTaken {
  rows: number;
  previewSeconds: number;
  /** The spreadsheet library alone reading the same file. */
  librarySeconds: number;
  writeSeconds: number;
  /** The rows that were written, inserted by a prepared statement into an equal table. */
  rawSeconds: number;
  residentMegabytes: number;
}

const times = 3;
const bytes = readFileSync(process.env.SHEET_FILE ?? '');

async function timeOf<Result>(act: () => Result | Promise<Result>) {
  const from = process.hrtime.bigint();
  const result = await act();
  return { result, seconds: Number(process.hrtime.bigint() - from) / 1e9 };
}

/** Reads the file as a preview has to: its dates as dates, its formulas told apart. */
async function readWithLibrary(): Promise<number> {
  const options = { type: 'buffer', dense: true, cellDates: true, UTC: true } as const;
  const { seconds } = await timeOf(() => read(bytes, options));
  return seconds;
}

async function preview(context: ActorContext) {
  const file = { name: 'piezas.xlsx', content: bytes.toString('base64') };
  const plan = await planSheet(context, SheetToPlan.parse({ file }));
  const { sheet, targetId: target, layout, answers } = plan;
  const settled = SheetToPreview.parse({ file, sheet, target, layout, answers });
  const { result, seconds } = await timeOf(() => previewSheet(context, settled));
  const { import: made } = result;
  if (!made || made.wrong > 0) throw new Error('the generated sheet is not clear');
  return { made, seconds };
}

// As the product's own server does when it starts.
keepHeapSmall();
const house = await openBenchHouse(process.env.DATA_DIR ?? '');
const context = asSystem(house);
const first = await preview(context);
const previews = [first.seconds];
const { seconds: writeSeconds } = await timeOf(() => writeSheetImport(context, first.made.id));
const residentMegabytes = peakResidentMegabytes();

const empty = await openBenchHouse(process.env.EMPTY_DIR ?? '');
const copy = beginRawCopy(empty.database, 'output_item', rowsSince(house.database, 'output_item'));
copy.follow();
const rawSeconds = copy.finish();
const inEmpty = asSystem(empty);
await empty.database.db.deleteFrom('outputItem').execute();
const readings = [await readWithLibrary()];
for (let time = 1; time < times; time += 1) {
  previews.push((await preview(inEmpty)).seconds);
  readings.push(await readWithLibrary());
}
await house.database.close();
await empty.database.close();
process.send?.({
  rows: first.made.added,
  previewSeconds: median(previews),
  librarySeconds: median(readings),
  writeSeconds,
  rawSeconds,
  residentMegabytes,
} satisfies ImportTaken);
process.disconnect();
