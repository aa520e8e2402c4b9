import { z } from 'zod';

/** The form in which an outlet published: what a rate is asked for. */
export const formats = ['print', 'web', 'television', 'radio'] as const;
export const Format = z.enum(formats);
export type Format = z.infer<typeof Format>;

/** The parts of a page that are sold by name. */
export const fractions = ['1', '1/2', '1/3', '1/4', '1/8', '1/16'] as const;
export type Fraction = (typeof fractions)[number];

/** How the size of an appearance is measured. */
const units = [
  'page_area',
  'page_fraction',
  'column_cm',
  'second',
  'note',
  'cpm',
  'manual',
] as const;
export const Unit = z.enum(units);
export type Unit = z.infer<typeof Unit>;

/** The units in which the size of each format is measured, the usual one first. */
export const unitsOfFormat: Record<Format, readonly [Unit, ...Unit[]]> = {
  print: ['page_area', 'page_fraction', 'column_cm', 'note', 'manual'],
  web: ['note', 'cpm', 'manual'],
  television: ['second', 'note', 'manual'],
  radio: ['second', 'note', 'manual'],
};

/** Whether the size of a format is measured in a unit. */
export function fitsFormat(format: Format, unit: Unit): boolean {
  return unitsOfFormat[format].includes(unit);
}

/** The unit of the price of a part of a page, where the outlet lists one. */
const listedFractions = {
  '1': 'page_1',
  '1/2': 'page_1_2',
  '1/3': 'page_1_3',
  '1/4': 'page_1_4',
  '1/8': 'page_1_8',
  '1/16': 'page_1_16',
} as const satisfies Record<Fraction, string>;

/** What a rate charges for; `flat` is the outlet's price of any appearance that nothing else prices. */
const rateUnits = [
  'page_area',
  'page_1',
  'page_1_2',
  'page_1_3',
  'page_1_4',
  'page_1_8',
  'page_1_16',
  'column_cm',
  'second',
  'note',
  'cpm',
  'flat',
] as const;
export const RateUnit = z.enum(rateUnits);
export type RateUnit = z.infer<typeof RateUnit>;

/** The units in which each format is sold, the usual one first. */
export const rateUnitsOfFormat: Record<Format, readonly [RateUnit, ...RateUnit[]]> = {
  print: ['page_area', ...Object.values(listedFractions), 'column_cm', 'note', 'flat'],
  web: ['note', 'cpm', 'flat'],
  television: ['second', 'note', 'flat'],
  radio: ['second', 'note', 'flat'],
};

// A text that is no number breaks one rule, not each of those on its size: comparing it is never true.

/** A positive decimal as text with a point, such as `12.5`: it never becomes a binary fraction. */
export const positiveDecimal = (wholeDigits: number, decimals: number) =>
  z
    .string()
    .trim()
    .regex(new RegExp(`^\\d{1,${wholeDigits}}(\\.\\d{1,${decimals}})?$`), { error: 'decimal' })
    .refine((text) => !/^[0.]+$/.test(text), { error: 'positive' });

/** The part of the piece that is about the entity, as decimal text: more than 0 and at most 1. */
const MunicipalShare = positiveDecimal(1, 6).refine((text) => /^(0(\.\d+)?|1(\.0+)?)$/.test(text), {
  error: 'share',
});

const common = {
  share: MunicipalShare.default('1'),
  /** The size was judged by eye instead of measured. */
  isEstimated: z.boolean().default(false),
};
/** Whole views as text. */
const WholeViews = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,10}$/, { error: 'whole' });

/** Whole pesos that somebody judged, up to ten thousand million. */
const JudgedCop = z.number().int().min(0).max(10_000_000_000);

const Centimetres = positiveDecimal(3, 2).refine((text) => !(Number(text) > 200), {
  error: 'centimetres',
});

/** How much of the outlet's space or time the appearance took, by the unit it is valued in. */
export const Measures = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('note'), ...common }),
  z.object({
    unit: z.literal('page_area'),
    widthCm: Centimetres,
    heightCm: Centimetres,
    ...common,
  }),
  z.object({
    unit: z.literal('column_cm'),
    columns: positiveDecimal(2, 2),
    heightCm: Centimetres,
    ...common,
  }),
  z.object({
    unit: z.literal('second'),
    seconds: positiveDecimal(5, 2).refine((text) => !(Number(text) > 86_400), { error: 'seconds' }),
    ...common,
  }),
  z.object({ unit: z.literal('page_fraction'), fraction: z.enum(fractions), ...common }),
  z.object({
    unit: z.literal('cpm'),
    /** Views of the note; absent when nobody knows, and then judged by the site's visits. */
    views: WholeViews.nullish().transform((views) => views ?? null),
    ...common,
  }),
  z.object({
    unit: z.literal('manual'),
    amountCop: JudgedCop,
    reason: z.string().trim().min(1, { error: 'required' }).max(1_000),
    ...common,
  }),
]);
export type Measures = z.infer<typeof Measures>;

/**
 * The units of the rates that price a size, the best first: the listed price of a part of a page
 * comes before that of the page. Nothing prices what somebody judged.
 */
export function rateUnitsFor(measures: Measures): readonly RateUnit[] {
  switch (measures.unit) {
    case 'manual':
      return [];
    case 'page_fraction':
      return [...new Set<RateUnit>([listedFractions[measures.fraction], 'page_1', 'page_area'])];
    default:
      return [measures.unit];
  }
}
