import type { FileCell } from '../../../shared/files/file-cell.ts';
import type { ClosedRow, ReviewedTally } from '../../../shared/press/review-rows.ts';
import type { Origin } from '../../../shared/press/schemas.ts';
import { fileWords, yesOrNo } from '../file-words.ts';

const { approvals, mediums, channels, formats, tones, standings, origins } = fileWords;

const rateOf = ({ valuation }: ClosedRow) =>
  'id' in valuation.inputs.rate ? valuation.inputs.rate : undefined;
/** What does not count has no value to add up in a spreadsheet. */
const valueToAdd = (row: ClosedRow, value: number | null) =>
  row.standing === 'valued' ? value : null;

interface Column {
  header: string;
  ofRow(row: ClosedRow): FileCell;
  ofTally?(tally: ReviewedTally): FileCell;
}

/** The columns of the file of a closed month, in the office's words. */
export const closedMonthColumns: readonly Column[] = [
  { header: 'Registro', ofRow: () => 'Aparición', ofTally: () => 'Total mensual' },
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
  { header: 'Apariciones', ofRow: () => 1, ofTally: (tally) => tally.count },
  {
    header: 'Valor publicitario equivalente (referencial), pesos sin IVA',
    ofRow: (row) => valueToAdd(row, row.valueCop),
    ofTally: (tally) => tally.valueCop,
  },
  { header: 'Con IVA, pesos', ofRow: (row) => valueToAdd(row, row.valueWithVatCop) },
  { header: 'Grado', ofRow: (row) => row.grade },
  { header: 'Medio con contrato de publicidad', ofRow: (row) => yesOrNo(row.underContract) },
  { header: 'Tarifa sin IVA, pesos', ofRow: (row) => rateOf(row)?.netPriceCop ?? null },
  {
    header: 'Aprobación de la tarifa',
    ofRow: (row) => (row.rateApproval ? approvals[row.rateApproval] : null),
  },
  { header: 'Soporte de la tarifa', ofRow: (row) => rateOf(row)?.sourceReference ?? null },
  { header: 'Identificador de la tarifa', ofRow: (row) => rateOf(row)?.id ?? null },
  { header: 'Evidencias', ofRow: (row) => row.evidence.map(({ name }) => name).join('; ') },
  { header: 'Notas', ofRow: (row) => row.notes },
  { header: 'Identificador', ofRow: (row) => row.id },
];
