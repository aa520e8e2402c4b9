import { dayCell, type FileCell, pesosCell } from '../../../shared/files/file-cell.ts';
import type { ClosedRow, ReviewedTally, ReviewSum } from '../../../shared/press/review-rows.ts';
import type { Origin } from '../../../shared/press/schemas.ts';
import { fileWords, yesOrNo } from '../file-words.ts';
import { measureColumns } from '../measure-columns.ts';

const { approvals, mediums, channels, formats, tones, standings, origins } = fileWords;
const { rateUnits, rateSources } = fileWords;

const rateOf = ({ valuation }: ClosedRow) =>
  'id' in valuation.inputs.rate ? valuation.inputs.rate : undefined;
/** The price as quoted when the value was made; of older values as it stands, where its net is the same. */
const quotedOf = (row: ClosedRow) => {
  const rate = rateOf(row);
  if (rate?.quoted) return rate.quoted;
  return row.price && row.price.netPriceCop === rate?.netPriceCop ? row.price : undefined;
};
const counts = ({ standing }: ClosedRow) => standing !== 'not_counted';
/** What does not count has no value to add up in a spreadsheet. */
const valueToAdd = (row: ClosedRow, value: number | null) =>
  pesosCell(row.standing === 'valued' ? value : null);
const hashes = (files: readonly { sha256: string }[] | undefined) =>
  files?.map(({ sha256 }) => sha256).join('; ') || null;

interface Column {
  header: string;
  ofRow(row: ClosedRow): FileCell;
  ofTally?(tally: ReviewedTally): FileCell;
  ofTotal?(sum: ReviewSum): FileCell;
}

/** The columns of the file of a closed month, in the office's words. */
export const closedMonthColumns: readonly Column[] = [
  {
    header: 'Registro',
    ofRow: (row) => (counts(row) ? 'Aparición' : 'Aparición que no cuenta'),
    ofTally: () => 'Total mensual',
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
    ofRow: (row) => (counts(row) ? 1 : 0),
    ofTally: (tally) => tally.count,
    ofTotal: (sum) => sum.count,
  },
  {
    header: 'Valor publicitario equivalente (referencial), pesos sin IVA',
    ofRow: (row) => valueToAdd(row, row.valueCop),
    ofTally: (tally) => pesosCell(tally.valueCop),
    ofTotal: (sum) => pesosCell(sum.valueCop),
  },
  {
    header: 'Con IVA, pesos',
    ofRow: (row) => valueToAdd(row, row.valueWithVatCop),
    ofTotal: (sum) => pesosCell(sum.valueWithVatCop),
  },
  { header: 'Grado', ofRow: (row) => row.grade },
  { header: 'Medio con contrato de publicidad', ofRow: (row) => yesOrNo(row.underContract) },
  { header: 'Tarifa sin IVA, pesos', ofRow: (row) => pesosCell(rateOf(row)?.netPriceCop) },
  {
    header: 'Aprobación de la tarifa',
    ofRow: (row) => (row.rateApproval ? approvals[row.rateApproval] : null),
  },
  { header: 'Soporte de la tarifa', ofRow: (row) => rateOf(row)?.sourceReference ?? null },
  { header: 'Identificador de la tarifa', ofRow: (row) => rateOf(row)?.id ?? null },
  {
    header: 'Tipo de soporte de la tarifa',
    ofRow: (row) => {
      const rate = rateOf(row);
      return rate ? rateSources[rate.sourceType] : null;
    },
  },
  { header: 'Tarifa aprobada por', ofRow: (row) => row.price?.approvedBy ?? null },
  { header: 'Tarifa aprobada el', ofRow: (row) => dayCell(row.price?.approvedAt?.slice(0, 10)) },
  { header: 'SHA-256 del soporte de la tarifa', ofRow: (row) => hashes(row.price?.evidence) },
  {
    header: 'Unidad de la tarifa',
    ofRow: (row) => {
      const rate = rateOf(row);
      return rate ? [rateUnits[rate.unit], rate.section].filter(Boolean).join(', ') : null;
    },
  },
  {
    header: 'Cantidad de la unidad',
    ofRow: (row) => {
      const rate = rateOf(row);
      return rate ? Number(rate.unitQuantity) : null;
    },
  },
  { header: 'Precio cotizado, pesos', ofRow: (row) => pesosCell(quotedOf(row)?.priceCop) },
  {
    header: 'Precio cotizado con IVA incluido',
    ofRow: (row) => {
      const quoted = quotedOf(row);
      return quoted ? yesOrNo(quoted.vatIncluded) : null;
    },
  },
  {
    header: 'IVA de la tarifa (%)',
    ofRow: (row) => {
      const vatRate = quotedOf(row)?.vatRate ?? rateOf(row)?.vatRate;
      return vatRate === undefined ? null : { share: Number(vatRate) };
    },
  },
  ...measureColumns.map(({ header, cell }) => ({ header, ofRow: cell })),
  { header: 'Versión de la fórmula', ofRow: (row) => row.valuation.formula },
  { header: 'SHA-256 de las evidencias', ofRow: (row) => hashes(row.evidence) },
  { header: 'Evidencias', ofRow: (row) => row.evidence.map(({ name }) => name).join('; ') },
  { header: 'Notas', ofRow: (row) => row.notes },
  { header: 'Identificador', ofRow: (row) => row.id },
];
