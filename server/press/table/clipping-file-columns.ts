import type { ClippingRow } from '../../../shared/press/rows.ts';
import type { FileCell } from '../../files/file-cells.ts';
import { fileWords, yesOrNo } from '../file-words.ts';

/** An appearance as a file holds it. */
export interface FileRow extends ClippingRow {
  eventTitle: string | null;
  pageLabel: string | null;
  notes: string | null;
}

const { channels, formats, tones, standings, origins, entries } = fileWords;
const reviews = { sent_back: 'Devuelta', approved: 'Aprobada' };

/** What does not count has no value to add up in a spreadsheet. */
const valueToAdd = (row: FileRow, value: number | null) =>
  row.standing === 'valued' ? value : null;

/** The columns of a file of appearances, in the office's words. */
export const clippingFileColumns: readonly { header: string; cell(row: FileRow): FileCell }[] = [
  { header: 'Fecha', cell: (row) => ({ day: row.day }) },
  { header: 'Titular', cell: (row) => row.title },
  { header: 'Medio', cell: (row) => row.outletName },
  { header: 'Canal', cell: (row) => channels[row.channel] },
  { header: 'Formato', cell: (row) => formats[row.format] },
  { header: 'Sección', cell: (row) => row.section || null },
  { header: 'Página', cell: (row) => row.pageLabel },
  { header: 'Autor', cell: (row) => row.author },
  { header: 'Tono', cell: (row) => (row.tone ? tones[row.tone] : 'Sin clasificar') },
  { header: 'Tema', cell: (row) => row.topic },
  { header: 'Vocería', cell: (row) => row.spokesperson },
  { header: 'Origen', cell: (row) => (row.origin ? origins[row.origin] : null) },
  { header: 'Dependencia', cell: (row) => row.departmentName },
  { header: 'Evento que la causó', cell: (row) => row.eventTitle },
  { header: 'Enlace', cell: (row) => row.url },
  { header: 'Valoración', cell: (row) => standings[row.standing] },
  {
    header: 'Valor publicitario equivalente (referencial), pesos sin IVA',
    cell: (row) => valueToAdd(row, row.valueCop),
  },
  { header: 'Con IVA, pesos', cell: (row) => valueToAdd(row, row.valueWithVatCop) },
  { header: 'Grado', cell: (row) => row.grade },
  { header: 'Medio con contrato de publicidad', cell: (row) => yesOrNo(row.underContract) },
  { header: 'Con evidencia', cell: (row) => yesOrNo(row.hasEvidence) },
  { header: 'Revisión', cell: (row) => (row.reviewState ? reviews[row.reviewState] : null) },
  { header: 'Ingreso', cell: (row) => entries[row.entry] },
  { header: 'Notas', cell: (row) => row.notes },
  { header: 'Identificador', cell: (row) => row.id },
];
