import type { z } from 'zod';
import type { SheetStanding } from '../../../shared/imports/sheets/schemas.ts';
import type { ReadSheetRow, SheetProblem } from '../../../shared/imports/sheets/target.ts';
import { type House, today } from '../../context.ts';
import type { Destination, StoredRecord } from './destination.ts';
import { mapInSteps } from './map-in-steps.ts';

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

interface Composed {
  row: ReadSheetRow;
  /** The whole record, were it new. */
  whole: Fields | null;
  problems: SheetProblem[];
}

/** Where the rows go, and the name of the file that they come from. */
interface Comparison {
  destination: Destination;
  fileName: string;
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
function ownOf({ values, line, rounded }: ReadSheetRow, { destination, fileName }: Comparison) {
  const present = Object.entries(values).filter(([, value]) => value !== null);
  return destination.compose(Object.fromEntries(present), { fileName, line, rounded });
}

function compose(row: ReadSheetRow, within: Comparison): Composed {
  const parsed = within.destination.schema.safeParse(ownOf(row, within));
  if (parsed.success) return { row, problems: row.problems, whole: parsed.data };
  const problems = [...row.problems, ...problemsOf(parsed.error, row, within.destination)];
  return { row, problems, whole: null };
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

function standBeside(
  composed: Composed,
  record: StoredRecord | undefined,
  within: Comparison,
): Omit<ComparedRow, 'known'> {
  const { destination } = within;
  const { row, whole, problems } = composed;
  const common = { line: row.line, said: row.said, problems };
  if (problems.length > 0 || !whole) {
    return { ...common, standing: 'wrong', fields: null, record: null };
  }
  if (!record) return { ...common, standing: 'new', fields: whole, record: null };
  const stored = destination.schema.safeParse(record.fields);
  const changed = destination.schema.safeParse(laidOver(record.fields, ownOf(row, within)));
  if (!changed.success) {
    const more = problemsOf(changed.error, row, destination);
    return { ...common, standing: 'wrong', problems: more, fields: null, record: null };
  }
  const standing = stored.success && isSame(stored.data, changed.data) ? 'same' : 'changed';
  return { ...common, standing, fields: changed.data, record };
}

/** Rows that say one record twice, where there can be only one, are both wrong. */
function refuseRepeated(composed: readonly Composed[], destination: Destination): Composed[] {
  if (destination.mayRepeat) return [...composed];
  const lines = new Map<string, number[]>();
  for (const { whole, row } of composed) {
    if (whole) {
      const key = destination.keyOf(whole);
      const known = lines.get(key);
      if (known) known.push(row.line);
      else lines.set(key, [row.line]);
    }
  }
  return composed.map((one) => {
    const repeated = one.whole ? (lines.get(destination.keyOf(one.whole)) ?? []) : [];
    if (repeated.length < 2) return one;
    const [column = ''] = Object.keys(one.row.said);
    const others = repeated.filter((line) => line !== one.row.line).slice(0, 5);
    const said = others.join(', ');
    return {
      ...one,
      problems: [...one.problems, { column, rule: 'repeated_line', said, index: null }],
    };
  });
}

/** Of more records of one key than these, who is whose is told by their order. */
const alikeLookedAt = 40;

/**
 * Of several records of one key, first each row takes one that it would not change; what it takes
 * waits no longer.
 */
function matchAlike(
  composed: readonly Composed[],
  waiting: ReadonlyMap<string, StoredRecord[]>,
  within: Comparison,
): Map<Composed, StoredRecord> {
  const matched = new Map<Composed, StoredRecord>();
  for (const one of composed) {
    const records = one.whole ? waiting.get(within.destination.keyOf(one.whole)) : undefined;
    if (!records || records.length < 2) continue;
    const at = records
      .slice(0, alikeLookedAt)
      .findIndex((record) => standBeside(one, record, within).standing === 'same');
    const [record] = at < 0 ? [] : records.splice(at, 1);
    if (record) matched.set(one, record);
  }
  return matched;
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
  const within = { destination, fileName };
  const composed = refuseRepeated(
    await mapInSteps(rows, (row) => compose(row, within)),
    destination,
  );
  const wholes = composed.flatMap(({ whole }): Fields[] => (whole ? [whole] : []));
  const stored = wholes.length > 0 ? await destination.selectStored(house.database.db, wholes) : [];
  const waiting = byKey(stored, destination);
  const known = new Map([...waiting].map(([key, records]) => [key, records.length]));
  const alike = matchAlike(composed, waiting, within);
  const compared = await mapInSteps(composed, (one) => {
    const key = one.whole ? destination.keyOf(one.whole) : undefined;
    // The first row of a key is of the oldest record that has it, the second of the next.
    const record = alike.get(one) ?? (key === undefined ? undefined : waiting.get(key)?.shift());
    return { ...standBeside(one, record, within), known: known.get(key ?? '') ?? 0 };
  });
  return destination.refuse ? refuseBeside(compared, stored, destination, today(house)) : compared;
}
