import { z } from 'zod';

/** The form in which an outlet published: what a rate is asked for. */
export const formats = ['print', 'web', 'television', 'radio'] as const;
export const Format = z.enum(formats);
export type Format = z.infer<typeof Format>;

/** What a rate charges for: a whole note, the area of a page, a column-centimetre, or time on air. */
const units = ['note', 'page_area', 'column_cm', 'second'] as const;
export const Unit = z.enum(units);
export type Unit = z.infer<typeof Unit>;

/** The units in which each format is sold, the usual one first. */
export const unitsOfFormat: Record<Format, readonly [Unit, ...Unit[]]> = {
  print: ['page_area', 'column_cm', 'note'],
  web: ['note'],
  television: ['second', 'note'],
  radio: ['second', 'note'],
};

/** Whether a format is sold in a unit. */
export function fitsFormat(format: Format, unit: Unit): boolean {
  return unitsOfFormat[format].includes(unit);
}

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
]);
export type Measures = z.infer<typeof Measures>;
