import { z } from 'zod';
import { Month } from '../calendar/month.ts';
import { KindId } from '../output/kind-id.ts';
import {
  ListPage,
  lineText,
  optionalId,
  optionalLine,
  optionalText,
  RecordId,
  requiredLine,
} from '../records.ts';
import { Period } from '../social/figure-schemas.ts';
import { NetworkId } from '../social/networks.ts';
import { parseFormula } from './formula.ts';
import { ruleMeasures, whatOf } from './measures.ts';

/** The plan that asks for an indicator. */
export const plans = ['development_plan', 'action_plan'] as const;
export const Plan = z.enum(plans);
export type Plan = z.infer<typeof Plan>;

/** What the figures of an indicator are: things counted, parts of a hundred, or pesos. */
export const units = ['number', 'percent', 'pesos'] as const;
export const Unit = z.enum(units);
export type Unit = z.infer<typeof Unit>;

/** Whether a larger figure is better, or a smaller one. */
export const directions = ['increase', 'decrease'] as const;
export const Direction = z.enum(directions);
export type Direction = z.infer<typeof Direction>;

/** How the figures of months make the figure of their year. */
export const yearlySums = ['sum', 'last', 'average'] as const;
export const YearlySum = z.enum(yearlySums);
export type YearlySum = z.infer<typeof YearlySum>;

/** A figure as exact decimal text: up to twelve whole digits and six decimals. */
export const DecimalText = z
  .string()
  .trim()
  .regex(/^-?\d{1,12}(?:\.\d{1,6})?$/, { error: 'decimal_figure' });

/** A figure that may be absent. */
export const optionalDecimal = DecimalText.nullish().transform((text) => text ?? null);

const few = <Item extends z.ZodType>(item: Item) => z.array(item).max(50).default([]);

interface Filters {
  kinds: readonly string[];
  departmentIds: readonly string[];
  placeIds: readonly string[];
  responsible: string | null;
  words: string;
}

/** Whether a rule asks for more than kinds, which monthly totals cannot answer. */
export function narrowsRecords(rule: Omit<Filters, 'kinds'>): boolean {
  const lists = [rule.departmentIds, rule.placeIds];
  return lists.some((ids) => ids.length > 0) || rule.responsible !== null || rule.words !== '';
}

const isFiltered = (rule: Filters) => rule.kinds.length > 0 || narrowsRecords(rule);

/** A figure of a table of counts: a row by its names, the total where none is named, in one column. */
const TableCell = z.object({
  tableId: RecordId,
  /** What the table calls the column. */
  measure: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'field_name' }),
  members: z.array(requiredLine(300)).max(2).default([]),
});

/**
 * Which records an indicator counts; a filter without choices lets everything through. Each measure
 * has the filters of what it looks at; appearances and commitments are counted all together.
 */
export const CountingRule = z
  .object({
    measure: z.enum(ruleMeasures),
    kinds: few(KindId),
    departmentIds: few(RecordId),
    placeIds: few(RecordId),
    responsible: optionalLine(120),
    /** Words that titles have to hold, accents and case aside. */
    words: lineText(200).default(''),
    /** Of networks: the pages of one, or these pages; all of the office's otherwise. */
    network: NetworkId.nullish().transform((network) => network ?? null),
    pageIds: few(RecordId),
    cell: TableCell.nullish().transform((cell) => cell ?? null),
  })
  .refine((rule) => whatOf(rule.measure) === 'output' || !isFiltered(rule), {
    error: 'filters_of_output',
    path: ['measure'],
  })
  .refine(
    ({ measure, network, pageIds }) =>
      whatOf(measure) === 'networks' || (network === null && pageIds.length === 0),
    { error: 'filters_of_networks', path: ['measure'] },
  )
  .refine(({ measure, cell }) => (whatOf(measure) === 'table') === (cell !== null), {
    error: 'cell_of_table',
    path: ['cell'],
  });
export type CountingRule = z.infer<typeof CountingRule>;

/** A formula of other indicators, which it names by their codes: `{DIF-1} + {DIF-2}`. */
const FormulaText = requiredLine(500).refine((text) => 'tree' in parseFormula(text), {
  error: 'formula_syntax',
});

/** Where the figure of an indicator comes from. */
export const IndicatorMethod = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rule'), rule: CountingRule }),
  z.object({ type: z.literal('typed'), yearly: YearlySum }),
  z.object({ type: z.literal('formula'), formula: FormulaText }),
]);
export type IndicatorMethod = z.infer<typeof IndicatorMethod>;

/** An indicator of a plan: what it measures, and where its figure comes from. */
export const IndicatorFields = z.object({
  /** What formulas call it; one of a kind. */
  code: requiredLine(30).regex(/^[\p{L}\p{N}._-]+$/u, { error: 'code' }),
  name: requiredLine(300),
  plan: Plan,
  unit: Unit,
  direction: Direction.default('increase'),
  method: IndicatorMethod,
  departmentId: optionalId,
  notes: optionalText(2_000),
});
export type IndicatorFields = z.infer<typeof IndicatorFields>;

const Year = z.number().int().min(1900).max(2199);
const Pesos = z
  .number()
  .int()
  .min(0)
  .max(1_000_000_000_000_000)
  .nullish()
  .transform((pesos) => pesos ?? null);

/** What a plan sets for a year, and what was printed of it. */
export const IndicatorYearFields = z.object({
  target: optionalDecimal,
  /** Targets of single months, by month. */
  monthly: z.record(Month, DecimalText).default({}),
  budgetCop: Pesos,
  investedCop: Pesos,
  /** The progress as a report prints it, kept beside what the figures say. */
  printedProgress: optionalLine(60),
  /** The financial progress as a report prints it. */
  printedFinancial: optionalLine(60),
  source: optionalLine(300),
});
export type IndicatorYearFields = z.infer<typeof IndicatorYearFields>;

/** A figure that somebody typed or a file brought, of a year or of a month of it. */
export const IndicatorFigureFields = z.object({
  indicatorId: RecordId,
  period: z.string().regex(/^(?:19|20|21)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/, { error: 'period' }),
  value: DecimalText,
  source: requiredLine(300),
});
export type IndicatorFigureFields = z.infer<typeof IndicatorFigureFields>;

/** Which indicators to list, with what the plan sets for a year, and their figures of it or of another period. */
export const IndicatorList = ListPage.extend({
  year: Year,
  plan: Plan.optional(),
  removed: z.boolean().default(false),
  period: Period.optional(),
});
export type IndicatorList = z.infer<typeof IndicatorList>;

export const OfIndicatorYear = z.object({ id: RecordId, year: Year });
export type OfIndicatorYear = z.infer<typeof OfIndicatorYear>;

/** The figures of a period other than the year, where one is chosen. */
export const OfIndicatorPeriod = OfIndicatorYear.extend({ period: Period.optional() });
export type OfIndicatorPeriod = z.infer<typeof OfIndicatorPeriod>;
