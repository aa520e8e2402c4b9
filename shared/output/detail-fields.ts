import type { z } from 'zod';
import type { DetailKnown, DetailWords } from './kind.ts';
import type { ListedKind } from './kinds.ts';

/** One field of a form drawn from a kind's schema. */
export interface DetailField {
  name: string;
  input: 'line' | 'number' | 'flag' | 'choice' | 'day';
  /** The values of a choice, in order. */
  choices: readonly string[];
  words: DetailWords;
  /** Whether it is known when the item is planned or only once it happened. */
  known: DetailKnown;
  /** Whether an item cannot do without it. */
  isRequired: boolean;
  /** What a form starts from; absent is null. */
  initial: string | number | boolean | null;
}

interface Definition {
  type: string;
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
  entries?: Record<string, string>;
}

const inputs: Record<string, DetailField['input'] | undefined> = {
  string: 'line',
  number: 'number',
  boolean: 'flag',
  enum: 'choice',
};

/** What a person types, under the defaults, absences and transformations around it. */
function innermost(schema: z.core.$ZodType): Definition {
  const definition = schema._zod.def as Definition;
  const inner = definition.innerType ?? definition.in;
  return inner ? innermost(inner) : definition;
}

/** The fields that the form asks for a kind, in the order of its words. */
export function detailFields(kind: ListedKind): DetailField[] {
  const start = kind.details.parse({});
  return Object.entries(kind.words).map(([name, { known, ...words }]) => {
    const schema = kind.details.shape[name];
    const definition = schema ? innermost(schema) : undefined;
    const input = definition && inputs[definition.type];
    if (!input) throw new Error(`no form field can be drawn for ${kind.id}.${name}`);
    return {
      name,
      input,
      choices: Object.keys(definition.entries ?? {}),
      words,
      known,
      isRequired: false,
      initial: start[name] ?? null,
    };
  });
}
