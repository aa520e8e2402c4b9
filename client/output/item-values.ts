import type { EvidenceFile } from '../../shared/evidence/evidence-files.ts';
import type { DetailField } from '../../shared/output/detail-fields.ts';
import type { Details } from '../../shared/output/kind.ts';
import type { KindId } from '../../shared/output/kind-id.ts';
import type { OutputItemFields } from '../../shared/output/schemas.ts';
import type { OutputState } from '../../shared/output/state.ts';

/** What the form holds: a field that is empty is an empty text. */
export type ItemValues = {
  kind: KindId;
  title: string;
  day: string;
  startsAt: string;
  endsAt: string;
  departmentId: string | null;
  place: string;
  placeId: string | null;
  responsible: string;
  seriesId: string | null;
  requestId: string | null;
  evidence: EvidenceFile[];
  url: string;
  notes: string;
  details: Record<string, string | number | boolean | null>;
  /** Empty: what the day offers. */
  state: OutputState | '';
  stateReason: string;
};

/** What stands in a field of the form where nothing is said. */
const emptyOf = { flag: false, number: null, line: '', choice: '', day: '' } as const;

type KindFields = { id: KindId; fields: readonly DetailField[] };

/** The details of a kind for the form: those stored where there are any, else the kind's own beginnings. */
export function detailValues({ fields }: KindFields, stored: Details = {}): ItemValues['details'] {
  return Object.fromEntries(
    fields.map(({ name, input, initial }) => {
      const value = stored[name] ?? initial;
      return [name, value ?? emptyOf[input]];
    }),
  );
}

/** The form of a new item. */
export function emptyItem(kind: KindFields, day: string): ItemValues {
  return {
    kind: kind.id,
    title: '',
    day,
    startsAt: '',
    endsAt: '',
    departmentId: null,
    place: '',
    placeId: null,
    responsible: '',
    seriesId: null,
    requestId: null,
    evidence: [],
    url: '',
    notes: '',
    details: detailValues(kind),
    state: '',
    stateReason: '',
  };
}

/** The form with another day: what was done cannot be of a day to come, and is planned there. */
export function onDay({ state }: ItemValues, day: string, today: string): Partial<ItemValues> {
  return { day, state: state === 'done' && day > today ? 'planned' : state };
}

/** An item with the files that support it. */
type StoredItem = Omit<OutputItemFields, 'evidenceIds'> & { evidence: EvidenceFile[] };

/** The form of a stored item. */
export function itemValues(item: StoredItem, kind: KindFields): ItemValues {
  return {
    kind: item.kind,
    title: item.title,
    day: item.day,
    startsAt: item.startsAt ?? '',
    endsAt: item.endsAt ?? '',
    departmentId: item.departmentId,
    place: item.place ?? '',
    placeId: item.placeId,
    responsible: item.responsible ?? '',
    seriesId: item.seriesId,
    requestId: item.requestId,
    evidence: item.evidence,
    url: item.url ?? '',
    notes: item.notes ?? '',
    details: detailValues(kind, item.details),
    state: item.state ?? '',
    stateReason: item.stateReason ?? '',
  };
}

/** What is sent: nothing typed is absent, never zero nor an empty text. */
export function sentItem({ evidence, ...values }: ItemValues) {
  const orAbsent = (value: string) => value.trim() || null;
  return {
    ...values,
    evidenceIds: evidence.map(({ id }) => id),
    startsAt: orAbsent(values.startsAt),
    endsAt: orAbsent(values.endsAt),
    place: orAbsent(values.place),
    responsible: orAbsent(values.responsible),
    url: orAbsent(values.url),
    notes: orAbsent(values.notes),
    state: values.state || undefined,
    stateReason: values.state === 'cancelled' ? orAbsent(values.stateReason) : null,
    details: Object.fromEntries(
      Object.entries(values.details).map(([name, value]) => [name, value === '' ? null : value]),
    ),
  };
}
