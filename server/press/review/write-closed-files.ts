import { createHash } from 'node:crypto';
import { csvLines, csvStart, type FileCell } from '../../../shared/files/file-cell.ts';
import { workbookParts } from '../../../shared/files/workbook-parts.ts';
import type { ReviewSum } from '../../../shared/press/review-rows.ts';
import { zipStream } from '../../files/zip-stream.ts';
import { closedMonthColumns } from './closed-month-columns.ts';
import { type FrozenMonth, hashMonth } from './review-month.ts';

interface ClosedFile {
  format: 'csv' | 'xlsx';
  sha256: string;
  bytes: Buffer;
}

/** Which closing it is that a file is of; `at` by the office's clock, such as `2026-11-22T10:05`. */
export interface ClosingSaid {
  month: string;
  revision: number;
  by: string;
  at: string;
  /** Why the month was open again; absent of a first closing. */
  reason: string | null;
}

const headers = closedMonthColumns.map(({ header }) => header);

function totalCells(kind: string, name: string, sum: ReviewSum): FileCell[] {
  const said: Record<string, string> = { Registro: kind, Titular: name };
  return closedMonthColumns.map(({ header, ofTotal }) => said[header] ?? ofTotal?.(sum) ?? null);
}

/** The rows of the file, the parts of its total below them, and the total last of all. */
function cellsOf({ rows, tallies, summary: { totals } }: FrozenMonth) {
  const parts = [
    totalCells('Subtotal', 'Positivo y neutro', totals.headline),
    totalCells('Subtotal', 'Negativo', totals.negative),
    totalCells('Subtotal', 'Sin clasificar', totals.unclassified),
    totalCells('Subtotal', 'Totales mensuales sin detalle', totals.tallies),
  ];
  return {
    rows: [
      ...rows.map((row) => closedMonthColumns.map(({ ofRow }) => ofRow(row))),
      ...tallies.map((tally) => closedMonthColumns.map(({ ofTally }) => ofTally?.(tally) ?? null)),
      ...parts,
    ],
    total: totalCells('Total', 'Todos los tonos', totals.allTones),
  };
}

/** What the file says of itself: whose it is, of which closing, and by which hash its content is known. */
function aboutLines(closing: ClosingSaid, month: FrozenMonth): (readonly [string, FileCell])[] {
  const { notCounted } = month.summary.totals;
  return [
    ['Entidad', month.entity ?? 'sin dato'],
    ['Contenido', 'Cierre del mes de apariciones en medios'],
    ['Mes', { month: closing.month }],
    ['Revisión', closing.revision],
    ['Cerrado y aprobado por', closing.by],
    ['Fecha y hora del cierre', { at: closing.at }],
    ['Motivo de la reapertura anterior', closing.reason ?? 'ninguna'],
    [
      'Totales',
      'El total suma las apariciones y los totales mensuales; los subtotales son sus partes.',
    ],
    ['Apariciones que no cuentan', notCounted],
    ['No cuentan', 'La pauta y los canales propios figuran con 0 apariciones y sin valor.'],
    [
      'Con IVA',
      'Los totales mensuales no tienen IVA conocido: el total que los incluye queda sin ese dato.',
    ],
    ['SHA-256 del contenido aprobado', hashMonth(month)],
    ['SHA-256 de este archivo', 'En Altavoz, Revisiones del mes.'],
  ];
}

type Cells = ReturnType<typeof cellsOf>;
type Lines = ReturnType<typeof aboutLines>;

function writeCsv({ rows, total }: Cells, about: Lines): Buffer {
  const foot: FileCell[][] = [[], ...about.map(([label, said]) => [label, said])];
  return Buffer.from(csvStart + csvLines([headers, ...rows, total, ...foot], ','));
}

async function writeXlsx(name: string, { rows, total }: Cells, lines: Lines): Promise<Buffer> {
  async function* atOnce() {
    yield rows;
  }
  const widths = headers.map((header) => Math.min(40, Math.max(12, header.length)));
  const about = { name: 'Acerca de', lines };
  const content = { name, headers, rows: atOnce(), totals: total, widths, about };
  const chunks: Buffer[] = [];
  for await (const chunk of zipStream(workbookParts(content))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The files of a month as it is closed: CSV that no spreadsheet runs, and a workbook of real numbers and days. */
export async function writeClosedFiles(
  closing: ClosingSaid,
  month: FrozenMonth,
): Promise<ClosedFile[]> {
  const [cells, about] = [cellsOf(month), aboutLines(closing, month)];
  const xlsx = await writeXlsx(closing.month, cells, about);
  const written = { csv: writeCsv(cells, about), xlsx };
  return (['csv', 'xlsx'] as const).map((format) => {
    const bytes = written[format];
    return { format, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
}
