import { setImmediate as giveWay } from 'node:timers/promises';
import { sql } from 'kysely';
import papaparse from 'papaparse';
import type { ClippingExport } from '../../../shared/press/clipping-list.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { plainTables } from '../../database/plain-tables.ts';
import { csvCell, type FileCell } from '../../files/file-cells.ts';
import { workbookStream } from '../../files/workbook-stream.ts';
import { bindValues } from './bind-values.ts';
import { clippingFileColumns, type FileRow } from './clipping-file-columns.ts';
import { filteredClippings } from './filter-clippings.ts';
import { listedRow, type StoredRow, selectListed } from './listed-columns.ts';
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

const eventTitle = sql<
  string | null
>`(select title from output_item where output_item.id = clipping.event_id)`;

type StoredFileRow = StoredRow & Pick<FileRow, 'notes' | 'pageLabel' | 'eventTitle'>;

async function selectRows({ db }: OpenDatabase, ids: readonly string[]): Promise<FileRow[]> {
  const rows = await selectListed(plainTables(db).selectFrom('clipping'))
    .select(['notes', 'page_label as pageLabel'])
    .select(eventTitle.as('eventTitle'))
    .where('id', 'in', ids)
    .$castTo<StoredFileRow>()
    .execute();
  const found = new Map(rows.map((row) => [row.id, listedRow(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function* readParts(
  database: OpenDatabase,
  ids: readonly string[],
): AsyncGenerator<FileCell[][]> {
  for (let start = 0; start < ids.length; start += rowsAtATime) {
    const rows = await selectRows(database, ids.slice(start, start + rowsAtATime));
    yield rows.map((row) => clippingFileColumns.map(({ cell }) => cell(row)));
    // On SQLite nothing else would be answered meanwhile.
    await giveWay();
  }
}

const headers = clippingFileColumns.map(({ header }) => header);

/** UTF-8 that spreadsheets recognise, with `;` where the comma writes decimals. */
async function* writeCsv(parts: AsyncIterable<FileCell[][]>): AsyncGenerator<Buffer> {
  const lines = (rows: string[][]) =>
    Buffer.from(`${papaparse.unparse(rows, { delimiter: ';' })}\r\n`);
  yield Buffer.concat([Buffer.from('\ufeff'), lines([headers])]);
  for await (const rows of parts) yield lines(rows.map((row) => row.map(csvCell)));
}

/** The appearances of a filter as a file, part by part, in memory that does not grow with their number. */
export async function exportClippings(
  database: OpenDatabase,
  asked: ClippingExport,
  format: 'csv' | 'xlsx',
): Promise<AsyncGenerator<Buffer>> {
  const parts = readParts(database, await selectIds(database, asked));
  return format === 'csv' ? writeCsv(parts) : workbookStream('Apariciones', headers, parts);
}
