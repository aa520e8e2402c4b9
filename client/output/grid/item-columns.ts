import { foldHeading } from '../../../shared/files/table.ts';
import type { DetailField } from '../../../shared/output/detail-fields.ts';
import type { Words } from '../../../shared/output/kind.ts';
import type { KindRow } from '../../../shared/output/rows.ts';
import { type OutputState, stateWords } from '../../../shared/output/state.ts';
import type { GridColumn } from '../../grid/read-grid-row.ts';

/** A record of the office that a cell names. */
interface Named {
  value: string;
  label: string;
}

/** What the columns of items are made of. */
export interface ItemColumnParts {
  /** The kinds that are typed in, at least one. */
  kinds: readonly KindRow[];
  departments: readonly Named[];
  places: readonly Named[];
  say(words: Words): string;
  /** The states by their names on screen. */
  states: readonly { value: OutputState; label: string }[];
  /** The names of the columns that every item has, and of yes and no. */
  names: Record<
    | 'kind'
    | 'title'
    | 'day'
    | 'startsAt'
    | 'endsAt'
    | 'departmentId'
    | 'place'
    | 'responsible'
    | 'url'
    | 'notes'
    | 'state'
    | 'yes'
    | 'no',
    string
  >;
}

/** The start of the name of a column that a kind adds. */
export const detailPrefix = 'details.';

const types = {
  line: 'text',
  number: 'count',
  flag: 'flag',
  choice: 'choice',
  day: 'day',
} as const;
const widths = { text: 160, count: 110, flag: 90, choice: 140, day: 120 } as const;

function text(id: string, label: string, width: number, isRequired = false): GridColumn {
  return { id, label, width, type: 'text', isRequired, options: [] };
}

/** A column whose cells name one of the office's records. */
function named(id: string, label: string, records: readonly Named[]): GridColumn {
  const choices = Object.fromEntries(
    records.map((record) => [record.value, [foldHeading(record.label)]]),
  );
  const options = records.map((record) => record.label);
  return { id, label, width: 180, type: 'choice', isRequired: false, choices, options };
}

function detail(field: DetailField, { say, names, kinds }: ItemColumnParts): GridColumn {
  const type = types[field.input];
  const words = field.choices.map((choice) => field.words.choices?.[choice]);
  const choices = Object.fromEntries(
    field.choices.map((choice, index) => {
      const both = words[index];
      return [choice, both ? [foldHeading(both.es), foldHeading(both.en)] : []];
    }),
  );
  const offered = words.flatMap((both) => (both ? [say(both)] : []));
  return {
    id: detailPrefix + field.name,
    label: say(field.words.label),
    type,
    width: widths[type],
    // Where kinds are mixed, the form of each says what it cannot do without.
    isRequired: field.isRequired && kinds.length === 1,
    choices,
    options: field.input === 'flag' ? [names.yes, names.no] : offered,
  };
}

function withKind({ kinds, say, names }: ItemColumnParts): GridColumn[] {
  if (kinds.length === 1) return [];
  const choices = Object.fromEntries(
    kinds.map(({ id, label }) => {
      const words = [label.one.es, label.one.en, label.many.es, label.many.en];
      return [id, words.map(foldHeading)];
    }),
  );
  const options = kinds.map(({ label }) => say(label.one));
  const [id, label, width] = ['kind', names.kind, 170];
  return [{ id, label, width, type: 'choice', isRequired: true, choices, options }];
}

/** The columns of items of some kinds: what every item has, and once by name what each kind asks for. */
export function itemGridColumns(parts: ItemColumnParts): GridColumn[] {
  const { kinds, departments, places, names, states } = parts;
  const details = new Map<string, GridColumn>();
  for (const field of kinds.flatMap((kind) => kind.fields)) {
    const column = detail(field, parts);
    if (!details.has(column.id)) details.set(column.id, column);
  }
  const hour = (id: 'startsAt' | 'endsAt'): GridColumn => ({
    ...text(id, names[id], 90),
    type: 'hour',
  });
  return [
    ...withKind(parts),
    text('title', names.title, 280, true),
    { ...text('day', names.day, 120, true), type: 'day' },
    ...details.values(),
    { ...text('place', names.place, 180), options: places.map(({ label }) => label) },
    named('departmentId', names.departmentId, departments),
    text('responsible', names.responsible, 160),
    hour('startsAt'),
    hour('endsAt'),
    { ...named('state', names.state, states), width: 120, choices: stateWords },
    text('url', names.url, 220),
    { ...text('notes', names.notes, 220), hasLines: true },
  ];
}
