import type { z } from 'zod';
import type { SheetStanding } from '../../../shared/imports/sheets/schemas.ts';
import type { ReadSheetRow, SheetProblem } from '../../../shared/imports/sheets/target.ts';
import { type House, today } from '../../context.ts';
import { mapInSteps } from '../../map-in-steps.ts';
import type { Destination, StoredRecord } from './destination.ts';
import { type KnownNames, selectNames } from './select-names.ts';

type Fields = Record<string, unknown>;

/** What one row of a sheet would do to what is stored. */
export interface ComparedRow {
  line: number;
  standing: SheetStanding;
  said: Record<string, string>;
  problems: SheetProblem[];
  /** What is to be written; absent where the row is wrong. */
  fields: Fields | null;
  record: StoredRecord | null;
  /** How many stored records have its key. */
  known: number;
}

/** Where the rows go, and the name of the file that they come from. */
interface Comparison {
  destination: Destination;
  fileName: string;
  names: KnownNames;
}

/** The rows that are compared, what becomes of each, and the whole record of each were it new. */
interface Comparing {
  rows: readonly ReadSheetRow[];
  made: readonly ComparedRow[];
  wholes: readonly (Fields | null)[];
}

function problemsOf(error: z.ZodError, row: ReadSheetRow, destination: Destination) {
  const known = new Set(row.problems.map(({ column }) => column));
  return error.issues.flatMap(({ path, message, code }): SheetProblem[] => {
    const joined = path.join('.');
    const column = destination.columnOf?.(joined) ?? joined;
    if (known.has(column)) return [];
    known.add(column);
    const rule = /^[a-z_]+$/.test(message) ? message : code;
    return [{ column, rule, said: row.said[column] ?? '', index: null }];
  });
}

/** What the cells of a row say, the rest left out. Made again where it is needed: a large sheet is not to be held twice. */
function ownOf(
  { values, line, rounded }: ReadSheetRow,
  { destination, fileName, names }: Comparison,
) {
  const present = Object.entries(values).filter(([, value]) => value !== null);
  return destination.compose(Object.fromEntries(present), { fileName, line, rounded, names });
}

/** What a row says, as far as it itself tells, and the whole record were it new. */
function compose(
  row: ReadSheetRow,
  within: Comparison,
): { made: ComparedRow; whole: Fields | null } {
  const { line, said, problems } = row;
  const made: ComparedRow = {
    line,
    standing: 'new',
    said,
    problems,
    fields: null,
    record: null,
    known: 0,
  };
  const parsed = within.destination.schema.safeParse(ownOf(row, within));
  if (parsed.success) made.fields = parsed.data;
  else made.problems = [...problems, ...problemsOf(parsed.error, row, within.destination)];
  if (made.problems.length > 0) makeWrong(made, made.problems);
  return { made, whole: parsed.success ? parsed.data : null };
}

function makeWrong(made: ComparedRow, problems: SheetProblem[]): void {
  Object.assign(made, { standing: 'wrong', problems, fields: null, record: null });
}

/** A record in the form in which two of them are compared: keys in their order, absent as null. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([key, inner]) => [key, canonical(inner)]);
}

const isSame = (one: Fields, other: Fields) =>
  JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));

/** What the cells say over what is stored; details that the sheet does not have stay. */
function laidOver(stored: Fields, own: Fields): Fields {
  const details = { ...(stored.details as Fields | undefined), ...(own.details as Fields) };
  return own.details || stored.details ? { ...stored, ...own, details } : { ...stored, ...own };
}

/** How a row stands beside the stored record that it is of. */
function standBeside(
  made: ComparedRow,
  row: ReadSheetRow,
  record: StoredRecord,
  within: Comparison,
): void {
  if (made.standing === 'wrong') return;
  const { schema } = within.destination;
  const stored = schema.safeParse(record.fields);
  const changed = schema.safeParse(laidOver(record.fields, ownOf(row, within)));
  if (!changed.success) {
    makeWrong(made, problemsOf(changed.error, row, within.destination));
    return;
  }
  made.standing = stored.success && isSame(stored.data, changed.data) ? 'same' : 'changed';
  made.fields = changed.data;
  made.record = record;
}

/** Rows that say one record twice, where there can be only one, are both wrong. */
function refuseRepeated({ made, wholes }: Comparing, destination: Destination): void {
  const rowsOf = new Map<string, number[]>();
  for (const [at, whole] of wholes.entries()) {
    if (!whole) continue;
    const key = destination.keyOf(whole);
    const known = rowsOf.get(key);
    if (known) known.push(at);
    else rowsOf.set(key, [at]);
  }
  for (const places of rowsOf.values()) {
    if (places.length < 2) continue;
    for (const at of places) {
      const row = made[at];
      if (!row) continue;
      const [column = ''] = Object.keys(row.said);
      const others = places.filter((other) => other !== at).slice(0, 5);
      const said = others.map((other) => made[other]?.line).join(', ');
      makeWrong(row, [...row.problems, { column, rule: 'repeated_line', said, index: null }]);
    }
  }
}

/** Of more records of one key than these, who is whose is told by their order. */
const alikeLookedAt = 40;

/** The place of a record that a row would not change, among several of its key; -1 where there is none. */
function findSame(
  row: ReadSheetRow,
  made: ComparedRow,
  records: readonly StoredRecord[],
  within: Comparison,
): number {
  return records.slice(0, alikeLookedAt).findIndex((record) => {
    const tried = { ...made };
    standBeside(tried, row, record, within);
    return tried.standing === 'same';
  });
}

/**
 * Gives each row the stored record that it is of. Of several of one key, first each row takes one that
 * it would not change; then the first row is of the oldest that is left, the second of the next.
 */
async function matchStored(
  { rows, made, wholes }: Comparing,
  stored: readonly StoredRecord[],
  within: Comparison,
): Promise<void> {
  const waiting = byKey(stored, within.destination);
  const known = new Map([...waiting].map(([key, records]) => [key, records.length]));
  const keys = wholes.map((whole) => (whole ? within.destination.keyOf(whole) : ''));
  const alike = await mapInSteps(made, (one, at): StoredRecord | undefined => {
    const records = waiting.get(keys[at] ?? '');
    const row = rows[at];
    if (!row || !records || records.length < 2) return undefined;
    const place = findSame(row, one, records, within);
    return place < 0 ? undefined : records.splice(place, 1)[0];
  });
  await mapInSteps(made, (one, at) => {
    const key = keys[at] ?? '';
    const [row, record] = [rows[at], alike[at] ?? waiting.get(key)?.shift()];
    one.known = known.get(key) ?? 0;
    if (row && record) standBeside(one, row, record, within);
  });
}

/** The rows that the verbs would refuse beside what is stored and the rows before them, told apart. */
function refuseBeside(
  rows: readonly ComparedRow[],
  stored: readonly StoredRecord[],
  destination: Destination,
  today: string,
): ComparedRow[] {
  const others = [...stored];
  return rows.map((row) => {
    const { fields, record, standing } = row;
    if (!fields || standing === 'same') return row;
    const refusal = destination.refuse?.(fields, { today, id: record?.id ?? null, others });
    if (!refusal) {
      others.push({ id: `line ${row.line}`, version: 0, fields });
      return row;
    }
    const { column, rule } = refusal;
    const said = refusal.said ?? row.said[column] ?? '';
    const problem = { column, rule, said, index: null };
    return { ...row, standing: 'wrong', problems: [problem], fields: null, record: null };
  });
}

function byKey(stored: readonly StoredRecord[], destination: Destination) {
  const waiting = new Map<string, StoredRecord[]>();
  for (const record of stored) {
    const key = destination.keyOf(record.fields);
    const known = waiting.get(key);
    if (known) known.push(record);
    else waiting.set(key, [record]);
  }
  return waiting;
}

/** What each row of a sheet would do, beside what is stored at this moment. */
export async function compareRows(
  house: House,
  destination: Destination,
  rows: readonly ReadSheetRow[],
  fileName: string,
): Promise<ComparedRow[]> {
  const names = await selectNames(house.database.db);
  const within = { destination, fileName, names };
  const wholes: (Fields | null)[] = [];
  const made = await mapInSteps(rows, (row) => {
    const composed = compose(row, within);
    wholes.push(composed.whole);
    return composed.made;
  });
  const comparing = { rows, made, wholes };
  if (!destination.mayRepeat) refuseRepeated(comparing, destination);
  const asked = wholes.filter((whole) => whole !== null);
  const stored = asked.length > 0 ? await destination.selectStored(house.database.db, asked) : [];
  if (stored.length > 0) await matchStored(comparing, stored, within);
  return destination.refuse ? refuseBeside(made, stored, destination, today(house)) : made;
}
