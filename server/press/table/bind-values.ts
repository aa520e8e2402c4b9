import type { CompiledQuery } from 'kysely';
import type { Values } from './list-shape.ts';

/** A query whose parameters are names of values, with those values in their places. */
export function bindValues<Row>(query: CompiledQuery<Row>, values: Values): CompiledQuery<Row> {
  const parameters = query.parameters.map((name) =>
    typeof name === 'string' ? (values[name] ?? null) : name,
  );
  return { ...query, parameters };
}
