import { z } from 'zod';
import { ListPage, optionalText, RecordId, requiredLine } from '../../records.ts';
import { parseFormula, referencesOf } from '../formula.ts';
import { DecimalText, optionalDecimal } from '../schemas.ts';

/** What the figures of a measure are: things counted, points of a scale, or parts of a hundred. */
export const measureUnits = ['count', 'score', 'percent'] as const;
export const MeasureUnit = z.enum(measureUnits);
export type MeasureUnit = z.infer<typeof MeasureUnit>;

/** What the printed total of a measure should be of its rows. */
const TotalRule = z.enum(['none', 'sum', 'average']);
export type TotalRule = z.infer<typeof TotalRule>;

/** What the total of a measure can be: only things counted add up, points and percentages never. */
export function totalRulesOf(unit: MeasureUnit): readonly TotalRule[] {
  return unit === 'count' ? ['none', 'sum', 'average'] : ['none', 'average'];
}

const Key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'field_name' });
const keys = z.array(Key).max(12).default([]);

const MeasureFormula = requiredLine(300).refine((text) => 'tree' in parseFormula(text), {
  error: 'formula_syntax',
});

/** What tells the rows of a table apart, such as the channel or the type of a request. */
const CountDimension = z.object({ id: Key, name: requiredLine(80) });

/** One column of figures of a table, and what the table itself says that it should be. */
export const CountMeasure = z
  .object({
    id: Key,
    name: requiredLine(120),
    unit: MeasureUnit,
    /** The best score there can be. */
    outOf: optionalDecimal,
    /** Computed from other measures of the row, by their ids: `{answered} / {received} × 100`. */
    formula: MeasureFormula.nullish().transform((text) => text ?? null),
    /** The measures that this one adds up in each row. */
    sumOf: keys,
    /** The measure of which this one is each row's percentage. */
    shareOf: Key.nullish().transform((id) => id ?? null),
    total: TotalRule.default('none'),
    /** The count by which each row weighs in an average; all rows weigh the same when absent. */
    weightedBy: Key.nullish().transform((id) => id ?? null),
  })
  .refine(({ unit, total }) => totalRulesOf(unit).includes(total), {
    error: 'never_adds',
    path: ['total'],
  });
export type CountMeasure = z.infer<typeof CountMeasure>;

/** A row that should be the sum of others, by the names of their members. */
const MemberSum = z.object({
  total: requiredLine(300),
  parts: z.array(requiredLine(300)).min(1).max(50),
});

const differ = <Item>(items: readonly Item[], of: (item: Item) => string) =>
  new Set(items.map(of)).size === items.length;

/** The measures that one names. */
function measuresNamed(measure: CountMeasure): string[] {
  const parsed = measure.formula === null ? undefined : parseFormula(measure.formula);
  const inFormula = parsed && 'tree' in parsed ? referencesOf(parsed.tree) : [];
  const others = [measure.shareOf, measure.weightedBy].filter((id) => id !== null);
  return [...inFormula, ...measure.sumOf, ...others];
}

/** Formulas look only at what stands before them, so that none goes in a circle. */
function namesKnown(measures: readonly CountMeasure[]): boolean {
  return measures.every((measure, at) => {
    const known = measure.formula === null ? measures : measures.slice(0, at);
    return measuresNamed(measure).every(
      (id) => id !== measure.id && known.some((one) => one.id === id),
    );
  });
}

/** A table of counts: what its rows are told apart by, its columns, and what it says of itself. */
export const CountTableFields = z
  .object({
    /** What reports number it by; one of a kind. */
    code: requiredLine(30).regex(/^[\p{L}\p{N}._-]+$/u, { error: 'code' }),
    name: requiredLine(200),
    dimensions: z
      .array(CountDimension)
      .min(1, { error: 'required' })
      .max(2)
      .refine((all) => differ(all, ({ id }) => id), { error: 'repeated' }),
    measures: z
      .array(CountMeasure)
      .max(12)
      .refine((all) => differ(all, ({ id }) => id) && differ(all, ({ name }) => name), {
        error: 'repeated',
      })
      .refine(namesKnown, { error: 'unknown_measure' }),
    memberSums: z.array(MemberSum).max(20).default([]),
    notes: optionalText(2_000),
  })
  .refine(({ dimensions, measures }) => differ([...dimensions, ...measures], ({ id }) => id), {
    error: 'repeated',
    path: ['measures'],
  });
export type CountTableFields = z.infer<typeof CountTableFields>;

/** A year, a quarter of one (`2020-Q3`) or a month. */
const CountPeriod = z
  .string()
  .regex(/^(?:19|20|21)\d{2}(?:-(?:Q[1-4]|0[1-9]|1[0-2]))?$/, { error: 'count_period' });

/** One row of a table in a period; its figures are exact decimal text, by measure. */
export const CountRowFields = z.object({
  tableId: RecordId,
  period: CountPeriod,
  /** The name of the row in each dimension, in their order. Those of a printed total are not looked at. */
  members: z.array(requiredLine(300)).max(2).default([]),
  /** Whether it is the total as a report prints it, which is kept beside what the rows add up to. */
  isTotal: z.boolean().default(false),
  /** Where the table puts it; after the others when absent. */
  position: z
    .number()
    .int()
    .min(0)
    .max(100_000)
    .nullish()
    .transform((position) => position ?? null),
  cells: z.record(Key, DecimalText).default({}),
  source: requiredLine(300),
});
export type CountRowFields = z.infer<typeof CountRowFields>;

/** Which tables to list. */
export const CountTableList = ListPage.extend({ removed: z.boolean().default(false) });
export type CountTableList = z.infer<typeof CountTableList>;

/** A table in a period; in the last one that has rows when absent. */
export const OfCountTable = z.object({ id: RecordId, period: CountPeriod.optional() });
export type OfCountTable = z.infer<typeof OfCountTable>;
