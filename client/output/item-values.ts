import { detailFields } from '../../shared/output/detail-fields.ts';
import type { Details } from '../../shared/output/kind.ts';
import { type OutputKindId, outputKind } from '../../shared/output/kinds.ts';
import type { OutputItemFields } from '../../shared/output/schemas.ts';

/** What the form holds: a field that is empty is an empty text. */
export type ItemValues = {
  kind: OutputKindId;
  title: string;
  day: string;
  departmentId: string | null;
  place: string;
  url: string;
  notes: string;
  details: Record<string, string | number | boolean>;
};

/** The details of a kind for the form: those stored where there are any, else the kind's own beginnings. */
export function detailValues(id: OutputKindId, stored: Details = {}): ItemValues['details'] {
  const kind = outputKind(id);
  const start = kind.details.parse({});
  return Object.fromEntries(
    detailFields(kind).map(({ name, input }) => {
      const value = stored[name] ?? start[name] ?? null;
      return [name, value ?? (input === 'flag' ? false : '')];
    }),
  );
}

/** The form of a new item. */
export function emptyItem(kind: OutputKindId, day: string): ItemValues {
  const common = { title: '', departmentId: null, place: '', url: '', notes: '' };
  return { kind, day, ...common, details: detailValues(kind) };
}

/** The form of a stored item. */
export function itemValues(item: OutputItemFields): ItemValues {
  return {
    kind: item.kind,
    title: item.title,
    day: item.day,
    departmentId: item.departmentId,
    place: item.place ?? '',
    url: item.url ?? '',
    notes: item.notes ?? '',
    details: detailValues(item.kind, item.details),
  };
}

/** What is sent: nothing typed is absent, never zero nor an empty text. */
export function sentItem(values: ItemValues) {
  const orAbsent = (value: string) => value.trim() || null;
  return {
    ...values,
    place: orAbsent(values.place),
    url: orAbsent(values.url),
    notes: orAbsent(values.notes),
    details: Object.fromEntries(
      Object.entries(values.details).map(([name, value]) => [name, value === '' ? null : value]),
    ),
  };
}
