import type { z } from 'zod';
import type { NetworkAnswer, NetworkFailure } from './network-failure.ts';

/** The part of an answer that is used, or why it cannot be. */
export type Shaped<Value> = { value: Value } | { failure: NetworkFailure };

/** Takes of an answer what a schema names; an answer of another shape says which field departs. */
export function readShape<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): Shaped<z.output<Schema>> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { value: parsed.data };
  const facts = { field: parsed.error.issues[0]?.path.join('.').slice(0, 200) ?? '' };
  return { failure: { kind: 'changed_shape', reason: 'field_malformed', facts } };
}

/** The same of an answer that may be a failure already. */
export function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  answer: NetworkAnswer,
): Shaped<z.output<Schema>> {
  return answer.ok ? readShape(schema, answer.body) : answer;
}
