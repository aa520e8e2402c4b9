import type { FileCell } from '../../../shared/files/file-cell.ts';
import { writeRate } from '../../../shared/numbers/write-number.ts';
import type { RateSource } from '../../../shared/press/grading.ts';
import type {
  ClosedPrice,
  ClosedRow,
  ReviewedTally,
  ReviewTotals,
} from '../../../shared/press/review-rows.ts';
import type { Origin } from '../../../shared/press/schemas.ts';
import { fileWords, yesOrNo } from '../file-words.ts';
import { measureWords } from '../measure-words.ts';

const { approvals, mediums, channels, formats, tones, standings, origins } = fileWords;

const rateOf = ({ valuation }: ClosedRow) =>
  'id' in valuation.inputs.rate ? valuation.inputs.rate : undefined;
const sources: Record<RateSource, string> = {
  published_tariff: 'Tarifario publicado',
  quotation: 'Cotización',
  flat_policy: 'Política de valor fijo',
  unsupported: 'Sin soporte',
};
function sourceOf(row: ClosedRow): string | null {
  const rate = rateOf(row);
  return rate ? sources[rate.sourceType] : null;
}
/** What does not count has no value to add up in a spreadsheet. */
const valueToAdd = (row: ClosedRow, value: number | null) =>
  row.standing === 'valued' ? value : null;

const hashes = (files: readonly { sha256: string }[]) =>
  files.map(({ sha256 }) => sha256).join('; ');
const names = (files: readonly { name: string }[]) => files.map(({ name }) => name).join('; ');
/** What a closing before it was kept does not say. */
const ofPrice = ({ price }: ClosedRow, write: (price: ClosedPrice) => FileCell): FileCell => {
  if (price === undefined) return 'No se guardó entonces';
  return price && write(price);
};
const percentage = (rate: string) => `${writeRate(rate, 'es-CO')} %`;

interface Column {
  header: string;
  ofRow(row: ClosedRow): FileCell;
  ofTally?(tally: ReviewedTally): FileCell;
  /** What all that is above adds up to. */
  ofTotal?(totals: ReviewTotals): FileCell;
}

/** The columns of the file of a closed month, in the office's words. */
export const closedMonthColumns: readonly Column[] = [
  {
    header: 'Registro',
    ofRow: () => 'Aparición',
    ofTally: () => 'Total mensual',
    ofTotal: () => 'Total',
  },
  { header: 'Fecha', ofRow: (row) => ({ day: row.day }) },
  { header: 'Titular', ofRow: (row) => row.title, ofTally: (tally) => tally.source },
  { header: 'Medio', ofRow: (row) => row.outletName },
  { header: 'Tipo de medio', ofRow: (row) => mediums[row.medium] },
  {
    header: 'Canal',
    ofRow: (row) => channels[row.channel],
    ofTally: (tally) => channels[tally.channel],
  },
  { header: 'Formato', ofRow: (row) => formats[row.format] },
  { header: 'Sección', ofRow: (row) => row.section },
  { header: 'Página', ofRow: (row) => row.pageLabel },
  { header: 'Tono', ofRow: (row) => (row.tone ? tones[row.tone] : 'Sin clasificar') },
  { header: 'Tema', ofRow: (row) => row.topic },
  { header: 'Vocería', ofRow: (row) => row.spokesperson },
  { header: 'Origen', ofRow: (row) => (row.origin ? origins[row.origin as Origin] : null) },
  { header: 'Dependencia', ofRow: (row) => row.departmentName },
  { header: 'Evento que la causó', ofRow: (row) => row.eventTitle },
  { header: 'Mensajes clave', ofRow: (row) => row.keyMessages.join('; ') },
  { header: 'Autor', ofRow: (row) => row.author },
  { header: 'Enlace', ofRow: (row) => row.url },
  { header: 'Valoración', ofRow: (row) => standings[row.standing] },
  {
    header: 'Apariciones',
    // Paid space and own channels are told, and are none of those that the closing counts.
    ofRow: ({ standing }) => (standing === 'not_counted' ? 0 : 1),
    ofTally: (tally) => tally.count,
    ofTotal: ({ allTones }) => allTones.count,
  },
  {
    header: 'Valor publicitario equivalente (referencial), pesos sin IVA',
    ofRow: (row) => valueToAdd(row, row.valueCop),
    ofTally: (tally) => tally.valueCop,
    ofTotal: ({ allTones }) => allTones.valueCop,
  },
  {
    header: 'Con IVA, pesos',
    ofRow: (row) => valueToAdd(row, row.valueWithVatCop),
    ofTotal: ({ allTones }) => allTones.valueWithVatCop,
  },
  { header: 'Grado', ofRow: (row) => row.grade },
  { header: 'Medida', ofRow: ({ valuation }) => measureWords(valuation.inputs.measures) },
  { header: 'Medio con contrato de publicidad', ofRow: (row) => yesOrNo(row.underContract) },
  { header: 'Tarifa sin IVA, pesos', ofRow: (row) => rateOf(row)?.netPriceCop ?? null },
  {
    header: 'Tarifa como se cotizó, pesos',
    ofRow: (row) => ofPrice(row, (price) => price.priceCop),
  },
  {
    header: 'La cotización incluye IVA',
    ofRow: (row) => ofPrice(row, (price) => yesOrNo(price.vatIncluded)),
  },
  {
    header: 'IVA de la tarifa',
    ofRow: (row) => ofPrice(row, (price) => percentage(price.vatRate)),
  },
  {
    header: 'Tarifa aprobada por',
    ofRow: (row) => ofPrice(row, (price) => price.approvedBy ?? 'Sin aprobar'),
  },
  { header: 'Tarifa aprobada el', ofRow: (row) => ofPrice(row, (price) => price.approvedAt) },
  { header: 'Tipo de soporte', ofRow: (row) => sourceOf(row) },
  {
    header: 'Aprobación de la tarifa al valorar',
    ofRow: (row) => (row.rateApproval ? approvals[row.rateApproval] : null),
  },
  { header: 'Soporte de la tarifa', ofRow: (row) => rateOf(row)?.sourceReference ?? null },
  { header: 'Identificador de la tarifa', ofRow: (row) => rateOf(row)?.id ?? null },
  {
    header: 'Archivos de la tarifa',
    ofRow: (row) => ofPrice(row, (price) => names(price.evidence)),
  },
  {
    header: 'SHA-256 de los archivos de la tarifa',
    ofRow: (row) => ofPrice(row, (price) => hashes(price.evidence)),
  },
  { header: 'Versión de la fórmula', ofRow: ({ valuation }) => valuation.formula },
  { header: 'Evidencias', ofRow: (row) => names(row.evidence) },
  { header: 'SHA-256 de las evidencias', ofRow: (row) => hashes(row.evidence) },
  { header: 'Notas', ofRow: (row) => row.notes },
  { header: 'Identificador', ofRow: (row) => row.id },
];
