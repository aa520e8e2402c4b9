import { AltavozFailure } from '../../shared/failure.ts';
import { parseFormula, referencesOf } from '../../shared/indicators/formula.ts';
import type { IndicatorFields } from '../../shared/indicators/schemas.ts';
import { foldForSearch, type RecordVersion } from '../../shared/records.ts';
import { requireDepartment } from '../accounts/require-department.ts';
import type { ActorContext } from '../context.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { indicatorKind } from './tables.ts';
import { readableMethod } from './work-out-period.ts';

const columnsOf = ({ method, ...fields }: IndicatorFields) => ({
  ...fields,
  method: JSON.stringify(method),
});

/** Formulas name an indicator by its code, which is of one only. */
async function refuseTakenCode(write: Write, code: string, exceptId?: string): Promise<void> {
  const rows = await write.db
    .selectFrom('indicator')
    .select(['id', 'code'])
    .where('deletedAt', 'is', null)
    .execute();
  const folded = foldForSearch(code);
  if (rows.some((row) => row.id !== exceptId && foldForSearch(row.code) === folded)) {
    throw new AltavozFailure({
      code: 'value_taken',
      record: 'indicator',
      field: 'code',
      value: code,
    });
  }
}

function refuseFormula(rule: string, code: string): AltavozFailure {
  const field = { path: 'method.formula', rule, facts: { code } };
  return new AltavozFailure({ code: 'invalid_input', fields: [field] });
}

function codesOf(method: IndicatorFields['method']): string[] {
  if (method.type !== 'formula') return [];
  const parsed = parseFormula(method.formula);
  return 'tree' in parsed ? referencesOf(parsed.tree) : [];
}

/**
 * A formula names indicators that exist, and never itself by way of others.
 * @throws {AltavozFailure} `invalid_input` naming the code.
 */
async function checkFormula(write: Write, { code, method }: IndicatorFields): Promise<void> {
  if (method.type !== 'formula') return;
  const rows = await write.db
    .selectFrom('indicator')
    .select(['code', 'method'])
    .where('deletedAt', 'is', null)
    .execute();
  const named = new Map(rows.map((row) => [row.code, codesOf(readableMethod(row.method))]));
  named.set(code, codesOf(method));
  const seen = new Set<string>();
  const waiting = codesOf(method);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === code) throw refuseFormula('formula_circle', code);
    const further = named.get(next);
    if (!further) throw refuseFormula('formula_unknown', next);
    if (!seen.has(next)) waiting.push(...further);
    seen.add(next);
  }
}

/** Adds an indicator. @throws {AltavozFailure} `value_taken` for its code; `invalid_input` for its formula. */
export function createIndicator(
  context: ActorContext,
  fields: IndicatorFields,
): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    await refuseTakenCode(write, fields.code);
    await requireDepartment(write, fields.departmentId);
    await checkFormula(write, fields);
    const { id, version } = await insertRecord(write, indicatorKind, columnsOf(fields));
    return { id, version };
  });
}

/** Changes an indicator. @throws {AltavozFailure} `value_taken`, `invalid_input`, `record_changed`, `record_not_found`. */
export function updateIndicator(
  context: ActorContext,
  at: RecordVersion,
  fields: IndicatorFields,
): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    const before = await readForChange(write, indicatorKind, at);
    await refuseTakenCode(write, fields.code, at.id);
    await requireDepartment(write, fields.departmentId);
    await checkFormula(write, fields);
    const { id, version } = await updateRecord(write, indicatorKind, before, columnsOf(fields));
    return { id, version };
  });
}

/** Removes an indicator so that it can be brought back; formulas that name it have no figure meanwhile. */
export function removeIndicator(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    const { id, version } = await removeRecord(write, indicatorKind, at);
    return { id, version };
  });
}

/** Brings back a removed indicator. @throws {AltavozFailure} `value_taken` when its code was given away. */
export function restoreIndicator(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    const { code } = await readForChange(write, indicatorKind, at);
    await refuseTakenCode(write, code, at.id);
    const { id, version } = await restoreRecord(write, indicatorKind, at);
    return { id, version };
  });
}
