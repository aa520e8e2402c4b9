import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { optionalLine, requiredLine } from '../records.ts';
import type { DetailField } from './detail-fields.ts';
import { type DetailKnown, type Details, detailKnown } from './kind.ts';
import type { OutputState } from './state.ts';

/** How a field of a kind of the office's own is filled in. */
export const ownInputs = ['line', 'number', 'flag', 'choice', 'day'] as const;

/** What is taken for known where the office did not say: figures, marks and days are of what happened. */
export const knownByInput: Record<(typeof ownInputs)[number], DetailKnown> = {
  line: 'planned',
  choice: 'planned',
  number: 'happened',
  flag: 'happened',
  day: 'happened',
};

/** A field that the office asks for in a kind of its own. */
export const OwnField = z
  .object({
    /** What the stored value is called; never changes once values are stored under it. */
    name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'field_name' }),
    label: requiredLine(80),
    input: z.enum(ownInputs),
    /** The values of a choice, in order. */
    choices: z.array(requiredLine(80)).max(60).default([]),
    isRequired: z.boolean().default(false),
    /** When it is known; only a number can be a serial. */
    known: z.enum(detailKnown).optional(),
  })
  .transform((field) => ({ ...field, known: field.known ?? knownByInput[field.input] }))
  .refine(({ input, known }) => known !== 'serial' || input === 'number', {
    error: 'serial_number',
    path: ['known'],
  })
  .refine(({ input, choices }) => input !== 'choice' || new Set(choices).size >= 2, {
    error: 'two_choices',
    path: ['choices'],
  });
export type OwnField = z.infer<typeof OwnField>;

const differs = (fields: OwnField[], by: 'name' | 'label') =>
  new Set(fields.map((field) => field[by])).size === fields.length;

/** A kind of output that the office makes for itself: its names, and what it asks for. */
export const OwnKindFields = z.object({
  labelOne: requiredLine(60),
  labelMany: requiredLine(60),
  fields: z
    .array(OwnField)
    .max(20)
    .refine((fields) => differs(fields, 'name') && differs(fields, 'label'), { error: 'repeated' }),
  /** Where lists put it, among the kinds of the office's own. */
  position: z.number().int().min(0).max(1_000).default(0),
  /** Whether new items of it can be logged. */
  isActive: z.boolean().default(true),
});
export type OwnKindFields = z.infer<typeof OwnKindFields>;

const absent = (value: unknown) => value === undefined || value === null || value === '';

function valueSchema({
  input,
  choices,
  isRequired,
}: Omit<OwnField, 'known'>): z.ZodType<Details[string]> {
  switch (input) {
    case 'flag':
      return z.boolean().default(false);
    case 'number': {
      const number = z.number({ error: 'required' }).min(0).max(1_000_000_000_000);
      return isRequired ? number : number.nullable();
    }
    case 'day':
      return isRequired ? Day : Day.nullable();
    case 'choice': {
      const choice = z.string({ error: 'required' }).refine((text) => choices.includes(text), {
        error: 'choice',
      });
      return isRequired ? choice : choice.nullable();
    }
    case 'line':
      return isRequired
        ? z.string({ error: 'required' }).pipe(requiredLine(300))
        : optionalLine(300);
  }
}

/**
 * What the details of an item of a kind of the office's own have to be; absent is null. What is known
 * only once it happened is required of what is done alone.
 */
export function ownDetails(
  given: readonly OwnField[],
  state: OutputState = 'done',
): z.ZodType<Details, unknown> {
  const fields = given.map(({ known, ...field }) => ({
    ...field,
    isRequired: field.isRequired && (state === 'done' || known !== 'happened'),
  }));
  const shape = Object.fromEntries(
    fields.map((field) => [
      field.name,
      z.preprocess(
        (value) => (absent(value) ? (field.input === 'flag' ? undefined : null) : value),
        valueSchema(field),
      ),
    ]),
  );
  return z.object(shape) as unknown as z.ZodType<Details, unknown>;
}

/** The fields of a kind of the office's own as a form draws them; both languages say the office's words. */
export function ownDetailFields(fields: readonly OwnField[]): DetailField[] {
  return fields.map(({ name, input, choices, label, isRequired, known }) => ({
    name,
    input,
    choices,
    isRequired,
    known,
    initial: input === 'flag' ? false : null,
    words: {
      label: { es: label, en: label },
      choices: Object.fromEntries(choices.map((choice) => [choice, { es: choice, en: choice }])),
    },
  }));
}
