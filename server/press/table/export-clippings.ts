import { setImmediate as giveWay } from 'node:timers/promises';
import { localTime } from '../../../shared/calendar/local-time.ts';
import {
  csvLines,
  csvStart,
  type FileCell,
  figureOf,
  pesosCell,
} from '../../../shared/files/file-cell.ts';
import { fileName } from '../../../shared/files/file-name.ts';
import { workbookParts } from '../../../shared/files/workbook-parts.ts';
import type { ClippingExport } from '../../../shared/press/clipping-list.ts';
import { readEntity } from '../../accounts/entity.ts';
import type { ActorContext } from '../../context.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { zipStream } from '../../files/zip-stream.ts';
import { bindValues } from './bind-values.ts';
import { clippingFileColumns } from './clipping-file-columns.ts';
import { filteredClippings } from './filter-clippings.ts';
import { filterInWords } from './filter-in-words.ts';
import { gatherFileRows } from './gather-file-rows.ts';
import { inOrder } from './order-clippings.ts';
import { prepareFilter } from './prepare-filter.ts';

/** Rows read and written at a time: few enough that a file of any length takes the same memory. */
const rowsAtATime = 500;

/** Which appearances a file holds, in its order; their identifiers alone, so that all of them fit. */
async function selectIds(
  database: OpenDatabase,
  { order, ...filter }: ClippingExport,
): Promise<string[]> {
  const asked = { order, upTo: Number.MAX_SAFE_INTEGER };
  const { shapes, values } = await prepareFilter(database, filter, asked);
  const query = inOrder(filteredClippings(database.db, shapes.totals), order).select('id');
  const plain = database.db.withoutPlugins();
  const { rows } = await plain.executeQuery(bindValues(query.compile(), values));
  return rows.map((row) => row.id);
}

const headers = clippingFileColumns.map(({ header }) => header);

/** Rows as they are read, with a last one that says what they add up to. */
async function* readParts(
  database: OpenDatabase,
  ids: readonly string[],
): AsyncGenerator<FileCell[][]> {
  const sums = clippingFileColumns.map(() => null as number | null);
  for (let start = 0; start < ids.length; start += rowsAtATime) {
    const rows = await gatherFileRows(database, ids.slice(start, start + rowsAtATime));
    const cells = rows.map((row) => clippingFileColumns.map(({ cell }) => cell(row)));
    for (const row of cells) {
      for (const [at, cell] of row.entries()) {
        const figure = clippingFileColumns[at]?.isAdded ? figureOf(cell) : null;
        if (figure !== null) sums[at] = (sums[at] ?? 0) + figure;
      }
    }
    yield cells;
    // On SQLite nothing else would be answered meanwhile.
    await giveWay();
  }
  yield [sums.map((sum, at) => clippingFileColumns[at]?.ofTotal ?? pesosCell(sum))];
}

async function* writeCsv(parts: AsyncIterable<FileCell[][]>): AsyncGenerator<Buffer> {
  yield Buffer.from(csvStart + csvLines([headers], ','));
  for await (const rows of parts) yield Buffer.from(csvLines(rows, ','));
}

/** What the file says of itself: whose it is, of which days and with which filters, when and by whom. */
async function readAbout({ database, actor, now, timeZone }: ActorContext, asked: ClippingExport) {
  const entity = (await readEntity(database)).name;
  const lines: (readonly [string, FileCell])[] = [
    ['Entidad', entity ?? 'sin dato'],
    ['Contenido', 'Apariciones en medios'],
    ['Desde', asked.from ? { day: asked.from } : 'la primera'],
    ['Hasta', asked.to ? { day: asked.to } : 'la última'],
    ['Filtros', (await filterInWords(database, asked)) ?? 'ninguno'],
    ['Fecha y hora del archivo', { at: localTime(now().toISOString(), timeZone) }],
    ['Hecho por', actor.name],
    [
      'Totales',
      'La última fila suma las apariciones con valor, de todos los tonos y aparte las de tono positivo y neutro; las que no cuentan no suman.',
    ],
    ['Aprobación de la tarifa', 'Dice si alguien la había aprobado cuando se valoró.'],
  ];
  return { entity, lines };
}

/** A file that is sent while it is written. */
interface SentFile {
  name: string;
  content: AsyncGenerator<Buffer>;
}

/** The appearances of a filter as a file, part by part, in memory that does not grow with their number. */
export async function exportClippings(
  context: ActorContext,
  asked: ClippingExport,
  format: 'csv' | 'xlsx',
): Promise<SentFile> {
  const { database } = context;
  const { entity, lines } = await readAbout(context, asked);
  const span = [asked.from, asked.to].filter(Boolean).join(' a ');
  const name = fileName(['apariciones', span, entity], format);
  const rows = readParts(database, await selectIds(database, asked));
  if (format === 'csv') return { name, content: writeCsv(rows) };
  const about = { name: 'Acerca de', lines };
  const parts = workbookParts({ name: 'Apariciones', headers, rows, about });
  return { name, content: zipStream(parts) };
}
