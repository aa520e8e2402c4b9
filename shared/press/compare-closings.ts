import type { Measures } from './measures.ts';
import type { ClosedRow } from './review-rows.ts';

type Value = string | number | boolean | null;
/** Absent where a closing did not keep it. */
type Kept = Value | undefined;

const rateOf = ({ valuation: { inputs } }: ClosedRow) =>
  'id' in inputs.rate ? inputs.rate : undefined;

/** The size of an appearance without its unit, such as `12 × 8`. */
function sizeOf(measures: Measures): Value {
  switch (measures.unit) {
    case 'page_area':
      return `${measures.widthCm} × ${measures.heightCm}`;
    case 'column_cm':
      return `${measures.columns} × ${measures.heightCm}`;
    case 'second':
      return measures.seconds;
    case 'page_fraction':
      return measures.fraction;
    case 'cpm':
      return measures.views;
    case 'manual':
      return measures.amountCop;
    case 'note':
      return null;
  }
}

/** What the price said when the month was closed; a value without a price says nothing. */
function priceIn({ price }: ClosedRow, field: 'priceCop' | 'approvedBy'): Kept {
  return price === undefined ? undefined : (price?.[field] ?? null);
}

const measuresOf = ({ valuation }: ClosedRow) => valuation.inputs.measures;
const joined = (texts: readonly string[]) => [...texts].sort().join('; ') || null;

/** What a comparison of two closings looks at, in the order it is told, and where it stands in a row. */
const readings = {
  day: (row) => row.day,
  title: (row) => row.title,
  outletName: (row) => row.outletName,
  medium: (row) => row.medium,
  channel: (row) => row.channel,
  audience: (row) => row.audience,
  format: (row) => row.format,
  section: (row) => row.section,
  pageLabel: (row) => row.pageLabel,
  tone: (row) => row.tone,
  topic: (row) => row.topic,
  spokesperson: (row) => row.spokesperson,
  origin: (row) => row.origin,
  departmentName: (row) => row.departmentName,
  eventTitle: (row) => row.eventTitle,
  keyMessages: (row) => joined(row.keyMessages),
  author: (row) => row.author,
  url: (row) => row.url,
  notes: (row) => row.notes,
  isPaid: (row) => row.isPaid,
  standing: (row) => row.standing,
  valueCop: (row) => row.valueCop,
  valueWithVatCop: (row) => row.valueWithVatCop,
  grade: (row) => row.grade,
  unit: (row) => measuresOf(row).unit,
  size: (row) => sizeOf(measuresOf(row)),
  share: (row) => measuresOf(row).share,
  isEstimated: (row) => measuresOf(row).isEstimated,
  rateId: (row) => row.rateId,
  rateNetCop: (row) => rateOf(row)?.netPriceCop ?? null,
  rateUnit: (row) => rateOf(row)?.unit ?? null,
  rateSource: (row) => rateOf(row)?.sourceType ?? null,
  rateReference: (row) => rateOf(row)?.sourceReference ?? null,
  quotedCop: (row) => priceIn(row, 'priceCop'),
  rateApproval: (row) => row.rateApproval as ClosedRow['rateApproval'] | undefined,
  rateApprovedBy: (row) => priceIn(row, 'approvedBy'),
  formula: (row) => row.valuation.formula,
  underContract: (row) => row.underContract,
  reviewState: (row) => row.reviewState,
  evidence: (row) => joined(row.evidence.map(({ name }) => name)),
  evidenceHashes: (row) => joined(row.evidence.map(({ sha256 }) => sha256)),
} as const satisfies Record<string, (row: ClosedRow) => Kept>;

export type ComparedField = keyof typeof readings;
const comparedFields = Object.keys(readings) as ComparedField[];

/** One appearance that both closings hold and that is not the same in both. */
export interface ChangedRow {
  id: string;
  title: string;
  outletName: string;
  changes: { field: ComparedField; before: Value; after: Value }[];
}

type Told = Pick<ClosedRow, 'id' | 'title' | 'outletName' | 'day' | 'valueCop'>;

/** What is different between two closings of one month. */
export interface ClosingsCompared {
  added: Told[];
  removed: Told[];
  changed: ChangedRow[];
  /** What one of the two did not keep, and is not compared. */
  notKept: ComparedField[];
}

function told({ id, title, outletName, day, valueCop }: ClosedRow): Told {
  return { id, title, outletName, day, valueCop };
}

function changesOf(before: ClosedRow, after: ClosedRow): ChangedRow['changes'] {
  return comparedFields.flatMap((field) => {
    const [was, is]: Kept[] = [readings[field](before), readings[field](after)];
    if (was === undefined || is === undefined || was === is) return [];
    return [{ field, before: was, after: is }];
  });
}

/** Tells which appearances came, went and changed from one closing to another, in the order given. */
export function compareClosings(
  before: readonly ClosedRow[],
  after: readonly ClosedRow[],
): ClosingsCompared {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const later = new Set(after.map((row) => row.id));
  const lacks = (rows: readonly ClosedRow[], field: ComparedField) =>
    rows.some((row) => readings[field](row) === undefined);
  return {
    added: after.filter((row) => !earlier.has(row.id)).map(told),
    removed: before.filter((row) => !later.has(row.id)).map(told),
    changed: after.flatMap((row) => {
      const was = earlier.get(row.id);
      const changes = was ? changesOf(was, row) : [];
      if (changes.length === 0) return [];
      return [{ id: row.id, title: row.title, outletName: row.outletName, changes }];
    }),
    notKept: comparedFields.filter((field) => lacks(before, field) || lacks(after, field)),
  };
}
