import { z } from 'zod';
import { optionalLine } from '../records.ts';

/** A name in the languages of the screens. */
export interface Words {
  es: string;
  en: string;
}

/**
 * When a detail is known: `planned` with the item itself, `happened` only once it happened. Repeating
 * copies what is planned; a `serial` is planned too, and goes on by one from each to the next.
 */
export const detailKnown = ['planned', 'happened', 'serial'] as const;
export type DetailKnown = (typeof detailKnown)[number];

/** How one field of a kind's details is called on screen; `choices` names the values of an enum. */
export interface DetailWords {
  label: Words;
  choices?: Record<string, Words>;
}

/** What a kind says of one of its details. */
export interface DetailDefinition extends DetailWords {
  known: DetailKnown;
}

/** What is stored of the details of an item; absent is null. */
export type Details = Record<string, string | number | boolean | null>;

/** A kind of output: its names, and what is kept of it besides what every item has. */
export interface OutputKind<
  Id extends string = string,
  Shape extends z.ZodRawShape = z.ZodRawShape,
> {
  id: Id;
  label: { one: Words; many: Words };
  details: z.ZodObject<Shape>;
  /** Every field of `details`, in the order in which the form asks for them. */
  words: Record<keyof Shape & string, DetailDefinition>;
}

/** Defines a kind; the compiler asks for the words of each of its fields. */
export function defineKind<const Id extends string, Shape extends z.ZodRawShape>(
  kind: OutputKind<Id, Shape>,
): OutputKind<Id, Shape> {
  return kind;
}

/** A whole number of people, seconds, copies: absent when nobody counted. */
export const optionalCount = z
  .number()
  .int()
  .min(0)
  .max(10_000_000)
  .nullish()
  .transform((count) => count ?? null);

/** How many people came; a count, never who they were. */
export const attendance = {
  field: optionalCount,
  words: { known: 'happened', label: { es: 'Asistentes', en: 'Attendance' } },
} as const;

/** The programme that an item belongs to, in the office's own words. */
export const programme = {
  field: optionalLine(120),
  words: { known: 'planned', label: { es: 'Programa', en: 'Programme' } },
} as const;
