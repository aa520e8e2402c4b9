import type { Fault } from './faults.ts';

type Spoil = Extract<Fault, { kind: 'spoiled' }>;
type Spoiling = Pick<Spoil, 'how' | 'field'>;

const gone = Symbol('gone');
const spoilValue: Record<Exclude<Spoil['how'], 'emptied'>, (value: unknown) => unknown> = {
  absent: () => gone,
  null: () => null,
  text: (value) => (typeof value === 'number' ? String(value) : value),
  zero: (value) => (typeof value === 'string' ? '0' : 0),
  object: (value) => ({ given: value }),
};

/** Without the name of a field every number is meant. */
function isMeant(field: string | undefined, key: string, value: unknown): boolean {
  return field === undefined ? typeof value === 'number' : key === field;
}

function spoilEntry(key: string, value: unknown, { how, field }: Spoiling): unknown {
  if (how === 'emptied' && Array.isArray(value)) return [];
  if (how !== 'emptied' && isMeant(field, key, value)) return spoilValue[how](value);
  return spoilInside(value, { how, field });
}

function spoilInside(body: unknown, spoiling: Spoiling): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const spoiled = Object.entries(body).map(
    ([key, value]) => [key, spoilEntry(key, value, spoiling)] as const,
  );
  const left = spoiled.filter(([, value]) => value !== gone);
  return Array.isArray(body) ? left.map(([, value]) => value) : Object.fromEntries(left);
}

/** A good answer as a network might give it one day: a field gone or of another form, lists empty. */
export function spoilAnswer(body: unknown, fault: Spoil): unknown {
  return fault.how === 'emptied' && Array.isArray(body) ? [] : spoilInside(body, fault);
}
