import type { ClosedRow } from './review-rows.ts';

/** What a comparison of two closings looks at, in the order it is told. */
export const comparedFields = [
  'day',
  'title',
  'outletName',
  'format',
  'section',
  'tone',
  'standing',
  'valueCop',
  'valueWithVatCop',
  'grade',
  'rateId',
  'underContract',
] as const;
export type ComparedField = (typeof comparedFields)[number];

type Value = string | number | boolean | null;

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
}

function told({ id, title, outletName, day, valueCop }: ClosedRow): Told {
  return { id, title, outletName, day, valueCop };
}

function changesOf(before: ClosedRow, after: ClosedRow): ChangedRow['changes'] {
  return comparedFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
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
