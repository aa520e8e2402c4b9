import { readStoredJson, store } from '../ui/browser-storage.ts';
import type { ClippingValues } from './clipping-values.ts';

/** What one appearance often has in common with the next. */
const repeated = [
  'outletId',
  'format',
  'section',
  'departmentId',
  'topic',
  'spokesperson',
  'origin',
  'eventId',
] as const;

const keyOf = (personId: string) => `altavoz.last-clipping.${personId}`;

/** Keeps in this browser what the next appearance may repeat. */
export function keepLast(personId: string, values: ClippingValues): void {
  const some = Object.fromEntries(repeated.map((name) => [name, values[name]]));
  store(keyOf(personId), JSON.stringify({ ...some, unit: values.measures.unit }));
}

/** What the last appearance that this person logged here had; nothing where there is none. */
export function readLast(
  personId: string,
): (Partial<ClippingValues> & { unit: ClippingValues['measures']['unit'] }) | undefined {
  const kept = readStoredJson(keyOf(personId));
  const isKept = typeof kept === 'object' && kept !== null && 'unit' in kept;
  return isKept ? (kept as ReturnType<typeof readLast>) : undefined;
}
