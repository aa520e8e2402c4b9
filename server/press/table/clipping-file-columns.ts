import { type FileCell, pesosCell } from '../../../shared/files/file-cell.ts';
import type { RateApproval } from '../../../shared/press/approval.ts';
import { isHeadline } from '../../../shared/press/headline.ts';
import type { ClippingRow, FrozenValuation } from '../../../shared/press/rows.ts';
import { fileWords, yesOrNo } from '../file-words.ts';
import { measureColumns } from '../measure-columns.ts';

/** An appearance as a file holds it, with everything that was captured of it. */
export interface FileRow extends ClippingRow {
  eventTitle: string | null;
  pageLabel: string | null;
  notes: string | null;
  valuation: FrozenValuation;
  /** Whether somebody had approved the rate that valued it; absent where no rate did. */
  rateApproval: RateApproval | null;
  keyMessages: string[];
  evidence: string[];
}

interface Column {
  header: string;
  cell(row: FileRow): FileCell;
  /** Whether the totals add it up. */
  isAdded?: boolean;
  /** What the row of totals says of itself. */
  ofTotal?: string;
}

const { approvals, channels, formats, tones, standings, origins, entries } = fileWords;
const { rateUnits, rateSources } = fileWords;
const reviews = { sent_back: 'Devuelta', approved: 'Aprobada' };

/** What does not count has no value to add up in a spreadsheet. */
const valueToAdd = (row: FileRow, value: number | null) =>
  pesosCell(row.standing === 'valued' ? value : null);

const headlineToAdd = (row: FileRow, value: number | null) =>
  isHeadline(row) ? valueToAdd(row, value) : null;

const rateOf = ({ valuation: { inputs } }: FileRow) => ('id' in inputs.rate ? inputs.rate : null);

/** The columns of a file of appearances, in the office's words; what imports read is called as they call it. */
export const clippingFileColumns: readonly Column[] = [
  { header: 'Fecha', cell: (row) => ({ day: row.day }), ofTotal: 'Total' },
  { header: 'Titular', cell: (row) => row.title, ofTotal: 'Todos los tonos' },
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
  { header: 'Mensajes clave', cell: (row) => row.keyMessages.join('; ') || null },
  { header: 'Enlace', cell: (row) => row.url },
  { header: 'Espacio pagado', cell: (row) => yesOrNo(row.isPaid) },
  { header: 'Valoración', cell: (row) => standings[row.standing] },
  {
    header: 'Valor publicitario equivalente (referencial), pesos sin IVA',
    cell: (row) => valueToAdd(row, row.valueCop),
    isAdded: true,
  },
  {
    header: 'Con IVA, pesos',
    cell: (row) => valueToAdd(row, row.valueWithVatCop),
    isAdded: true,
  },
  {
    header: 'De ello, positivo y neutro, pesos sin IVA',
    cell: (row) => headlineToAdd(row, row.valueCop),
    isAdded: true,
  },
  {
    header: 'De ello, positivo y neutro con IVA, pesos',
    cell: (row) => headlineToAdd(row, row.valueWithVatCop),
    isAdded: true,
  },
  { header: 'Grado', cell: (row) => row.grade },
  ...measureColumns,
  {
    header: 'Tarifa',
    cell: (row) => {
      const rate = rateOf(row);
      return rate && [rateUnits[rate.unit], rate.section].filter(Boolean).join(', ');
    },
  },
  { header: 'Tarifa sin IVA, pesos', cell: (row) => pesosCell(rateOf(row)?.netPriceCop) },
  {
    header: 'IVA de la tarifa (%)',
    cell: (row) => {
      const rate = rateOf(row);
      return rate && { share: Number(rate.vatRate) };
    },
  },
  {
    header: 'Tipo de soporte de la tarifa',
    cell: (row) => {
      const rate = rateOf(row);
      return rate && rateSources[rate.sourceType];
    },
  },
  { header: 'Soporte de la tarifa', cell: (row) => rateOf(row)?.sourceReference || null },
  {
    header: 'Aprobación de la tarifa',
    cell: ({ rateApproval }) => rateApproval && approvals[rateApproval],
  },
  { header: 'Identificador de la tarifa', cell: (row) => rateOf(row)?.id ?? null },
  { header: 'Medio con contrato de publicidad', cell: (row) => yesOrNo(row.underContract) },
  { header: 'Con evidencia', cell: (row) => yesOrNo(row.hasEvidence) },
  { header: 'Evidencias', cell: (row) => row.evidence.join('; ') || null },
  { header: 'Revisión', cell: (row) => (row.reviewState ? reviews[row.reviewState] : null) },
  { header: 'Ingreso', cell: (row) => entries[row.entry] },
  { header: 'Notas', cell: (row) => row.notes },
  { header: 'Identificador', cell: (row) => row.id },
];
