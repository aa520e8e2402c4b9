import type { Measures } from './measures.ts';
import type { ClosedPrice, ClosedRow } from './review-rows.ts';

type Plain = string | number | boolean | null;

/** What of an appearance two closings are compared by, in the order it is told. */
const compared = {
  day: (row) => row.day,
  title: (row) => row.title,
  outletName: (row) => row.outletName,
  medium: (row) => row.medium,
  channel: (row) => row.channel,
  format: (row) => row.format,
  section: (row) => row.section,
  pageLabel: (row) => row.pageLabel,
  tone: (row) => row.tone,
  topic: (row) => row.topic,
  spokesperson: (row) => row.spokesperson,
  origin: (row) => row.origin,
  departmentName: (row) => row.departmentName,
  eventTitle: (row) => row.eventTitle,
  author: (row) => row.author,
  url: (row) => row.url,
  keyMessages: (row) => row.keyMessages.join('; '),
  isPaid: (row) => row.isPaid,
  underContract: (row) => row.underContract,
  measures: (row) => row.valuation.inputs.measures,
  standing: (row) => row.standing,
  valueCop: (row) => row.valueCop,
  valueWithVatCop: (row) => row.valueWithVatCop,
  grade: (row) => row.grade,
  rateId: (row) => row.rateId,
  ratePrice: ({ valuation: { inputs } }) => ('id' in inputs.rate ? inputs.rate.netPriceCop : null),
  rateSource: ({ valuation: { inputs } }) =>
    'id' in inputs.rate ? (inputs.rate.sourceReference ?? null) : null,
  quotedPrice: (row) => ofPrice(row, (price) => price.priceCop),
  rateApproval: (row) => ofPrice(row, (price) => price.approvedBy),
  formula: (row) => String(row.valuation.formula),
  evidence: (row) =>
    row.evidence.map(({ name, sha256 }) => `${name} (${sha256.slice(0, 8)})`).join('; '),
  notes: (row) => row.notes,
  reviewState: (row) => row.reviewState,
} as const satisfies Record<string, (row: ClosedRow) => Plain | Measures>;

/** What a closing did not keep is as unknown as what is not there. */
function ofPrice<Kept extends Plain>(
  { price }: ClosedRow,
  read: (price: ClosedPrice) => Kept,
): Kept | null {
  return price ? read(price) : null;
}

export type ComparedField = keyof typeof compared;
const comparedFields = Object.keys(compared) as readonly ComparedField[];

/** What two closings say of one field; of the measures, the whole size. */
export interface FieldChange {
  field: ComparedField;
  before: Plain | Measures;
  after: Plain | Measures;
}

/** One appearance that both closings hold and that is not the same in both. */
export interface ChangedRow {
  id: string;
  title: string;
  outletName: string;
  changes: FieldChange[];
}

type Told = Pick<ClosedRow, 'id' | 'title' | 'outletName' | 'day' | 'valueCop'>;

/** What is different between two closings of one month. */
export interface ClosingsCompared {
  added: Told[];
  removed: Told[];
  changed: ChangedRow[];
}

function told({ id, title, outletName, day, valueCop }: ClosedRow): Told {
  return { id, title, outletName, day, valueCop };
}

/** A field of the price that one of the closings did not keep tells nothing. */
const keptLater: readonly ComparedField[] = ['quotedPrice', 'rateApproval'];

function changesOf(before: ClosedRow, after: ClosedRow): FieldChange[] {
  const isUnknown = before.price === undefined || after.price === undefined;
  return comparedFields
    .filter((field) => !(isUnknown && keptLater.includes(field)))
    .map((field) => ({ field, before: compared[field](before), after: compared[field](after) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** Tells which appearances came, went and changed from one closing to another, in the order given. */
export function compareClosings(
  before: readonly ClosedRow[],
  after: readonly ClosedRow[],
): ClosingsCompared {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const later = new Set(after.map((row) => row.id));
  return {
    added: after.filter((row) => !earlier.has(row.id)).map(told),
    removed: before.filter((row) => !later.has(row.id)).map(told),
    changed: after.flatMap((row) => {
      const was = earlier.get(row.id);
      const changes = was ? changesOf(was, row) : [];
      if (changes.length === 0) return [];
      return [{ id: row.id, title: row.title, outletName: row.outletName, changes }];
    }),
  };
}
