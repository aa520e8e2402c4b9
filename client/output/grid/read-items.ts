import type { FieldFailure } from '../../../shared/failure.ts';
import { foldHeading } from '../../../shared/files/table.ts';
import type { KindRow } from '../../../shared/output/rows.ts';
import { OutputItemFields } from '../../../shared/output/schemas.ts';
import { type GridRow, isBlankRow } from '../../grid/grid-rows.ts';
import { type GridColumn, type ReadGridRow, readGridRow } from '../../grid/read-grid-row.ts';
import { detailPrefix } from './item-columns.ts';

/** A row of the grid in which something is typed: the item that it is, or what is wrong with it by column. */
export interface ReadItem {
  /** The row of the grid, from 0. */
  row: number;
  /** Absent while a cell is wrong. */
  item: OutputItemFields | undefined;
  broken: Record<string, FieldFailure>;
}

/** What a row says, wherever it stands. */
type ReadRow = Omit<ReadItem, 'row'>;

/** How rows are read as items. */
export interface ItemReading {
  columns: readonly GridColumn[];
  kinds: readonly KindRow[];
  places: readonly { value: string; label: string }[];
}

function fault(path: string, rule: string, facts: FieldFailure['facts'] = {}): FieldFailure {
  return { path, rule, facts };
}

/** A place of the office's list by its name; any other is kept as written. */
function placeOf(said: unknown, placeIds: ReadonlyMap<string, string>) {
  const placeId = typeof said === 'string' ? placeIds.get(foldHeading(said)) : undefined;
  return placeId === undefined ? { place: said ?? null } : { place: null, placeId };
}

function kindOf({ values }: ReadGridRow, { columns, kinds }: ItemReading): KindRow | undefined {
  const asks = columns.some(({ id }) => id === 'kind');
  return asks ? kinds.find(({ id }) => id === values.kind) : kinds[0];
}

/** The details of an item; what is typed under a field that its kind does not have is a fault. */
function detailsOf({ values }: ReadGridRow, kind: KindRow, broken: ReadItem['broken']) {
  const details: Record<string, string | number | boolean> = {};
  for (const [id, value] of Object.entries(values)) {
    if (!id.startsWith(detailPrefix) || value === null) continue;
    const name = id.slice(detailPrefix.length);
    if (kind.fields.some((field) => field.name === name)) details[name] = value;
    else broken[id] = fault(id, 'not_of_kind');
  }
  for (const { name, isRequired, input } of kind.fields) {
    const id = detailPrefix + name;
    if (isRequired && input !== 'flag' && !(name in details)) broken[id] ??= fault(id, 'required');
  }
  return details;
}

type Issue = NonNullable<ReturnType<typeof OutputItemFields.safeParse>['error']>['issues'][number];

function faultOf(issue: Issue): FieldFailure {
  const path = issue.path.join('.');
  const rule = /^[a-z_]+$/.test(issue.message) ? issue.message : issue.code;
  const facts: FieldFailure['facts'] = {};
  if ('maximum' in issue) facts.maximum = Number(issue.maximum);
  if ('origin' in issue) facts.origin = String(issue.origin);
  return fault(path, rule, facts);
}

function readItem(typed: GridRow, reading: ItemReading, placeIds: Map<string, string>): ReadRow {
  const read = readGridRow(typed, reading.columns);
  const broken: ReadItem['broken'] = Object.fromEntries(
    Object.entries(read.broken).map(([id, rule]) => [id, fault(id, rule)]),
  );
  const kind = kindOf(read, reading);
  if (!kind) return { item: undefined, broken };
  const details = detailsOf(read, kind, broken);
  const own = Object.entries(read.values).filter(([id]) => !id.startsWith(detailPrefix));
  const said = { ...Object.fromEntries(own), kind: kind.id, details };
  const parsed = OutputItemFields.safeParse({ ...said, ...placeOf(read.values.place, placeIds) });
  for (const issue of parsed.error?.issues ?? []) {
    const found = faultOf(issue);
    broken[found.path] ??= found;
  }
  const isWhole = parsed.success && Object.keys(broken).length === 0;
  return { item: isWhole ? parsed.data : undefined, broken };
}

/** Rows that were read before as now; a row that did not change is read once. */
export type ReadBefore = WeakMap<GridRow, ReadRow>;

/** Reads every row in which something is typed. */
export function readItems(
  rows: readonly GridRow[],
  reading: ItemReading,
  before: ReadBefore = new WeakMap(),
): ReadItem[] {
  const placeIds = new Map(
    reading.places.map(({ value, label }) => [foldHeading(label), value] as const),
  );
  const shown = new Set(reading.columns.map(({ id }) => id));
  return rows.flatMap((row, index): ReadItem[] => {
    const known = before.get(row);
    if (known) return [{ row: index, ...known }];
    const typed = Object.fromEntries(Object.entries(row).filter(([id]) => shown.has(id)));
    if (isBlankRow(typed)) return [];
    const read = readItem(typed, reading, placeIds);
    before.set(row, read);
    return [{ row: index, ...read }];
  });
}
