import { AltavozFailure } from '../../shared/failure.ts';
import {
  IndicatorFields,
  IndicatorYearFields,
  type Plan,
} from '../../shared/indicators/schemas.ts';
import type { SheetIndicator } from '../../shared/indicators/sheet-indicator.ts';
import { foldForSearch, type RecordVersion } from '../../shared/records.ts';
import type { ActorContext } from '../context.ts';
import { transact, type Write } from '../transaction.ts';
import { createIndicator, removeIndicator, updateIndicator } from './save-indicator.ts';
import {
  removeIndicatorFigure,
  saveIndicatorFigure,
  saveIndicatorYear,
} from './save-indicator-year.ts';
import {
  idOfYear,
  type StoredIndicator,
  selectSheetIndicators,
} from './select-sheet-indicators.ts';
import { readableMethod } from './work-out-period.ts';

const prefixes: Record<Plan, string> = { development_plan: 'PD-', action_plan: 'PA-' };

/** The next code of a plan that nobody uses: `PD-8` after `PD-7`. */
async function nextCode({ db }: Write, plan: Plan): Promise<string> {
  const rows = await db.selectFrom('indicator').select('code').execute();
  const numbers = rows
    .filter(({ code }) => code.startsWith(prefixes[plan]))
    .map(({ code }) => Number(code.slice(prefixes[plan].length)) || 0);
  return `${prefixes[plan]}${Math.max(0, ...numbers) + 1}`;
}

/** @throws {AltavozFailure} `record_not_found`; `record_changed` for another version. */
async function findStored({ db }: Write, id: string, version?: number): Promise<StoredIndicator> {
  const year = Number(id.slice(id.lastIndexOf(' ') + 1));
  const found = (await selectSheetIndicators(db, [year])).find((one) => one.id === id);
  if (!found) throw new AltavozFailure({ code: 'record_not_found', record: 'indicator', id });
  if (version === undefined || version === found.version) return found;
  const { updatedAt: changedAt, updatedBy: changedBy } = await db
    .selectFrom('indicator')
    .select(['updatedAt', 'updatedBy'])
    .where('id', '=', found.indicatorId)
    .executeTakeFirstOrThrow();
  const currentVersion = found.version;
  const changed = { currentVersion, changedAt, changedBy };
  throw new AltavozFailure({ code: 'record_changed', record: 'indicator', id, ...changed });
}

async function saveYear(
  within: ActorContext,
  { db }: Write,
  indicatorId: string,
  fields: SheetIndicator,
): Promise<void> {
  const { year } = fields;
  const known = await db
    .selectFrom('indicatorYear')
    .select(['version', 'monthly'])
    .where('indicatorId', '=', indicatorId)
    .where('year', '=', year)
    .executeTakeFirst();
  const monthly = JSON.parse(known?.monthly ?? '{}') as Record<string, string>;
  const set = IndicatorYearFields.parse({ ...fields, monthly });
  await saveIndicatorYear(within, { id: indicatorId, year }, known?.version ?? null, set);
}

async function saveFigure(
  within: ActorContext,
  { db }: Write,
  indicatorId: string,
  { year, achieved, source }: SheetIndicator,
): Promise<void> {
  const period = String(year);
  if (achieved !== null) {
    const figure = { indicatorId, period, value: achieved, source: source ?? period };
    await saveIndicatorFigure(within, figure);
    return;
  }
  const known = await db
    .selectFrom('indicatorFigure')
    .select(['id', 'version'])
    .where('indicatorId', '=', indicatorId)
    .where('period', '=', period)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (known) await removeIndicatorFigure(within, known);
}

async function makeIndicator(within: ActorContext, write: Write, fields: SheetIndicator) {
  const { name, plan, unit, year } = fields;
  const rows = await selectSheetIndicators(write.db, [year]);
  const folded = foldForSearch(name);
  const known = rows.find(
    (one) => one.fields.plan === plan && foldForSearch(one.fields.name) === folded,
  );
  // An earlier row of the sheet made it, of another year.
  if (known) return known.indicatorId;
  const code = fields.code ?? (await nextCode(write, plan));
  const method = { type: 'typed', yearly: 'last' };
  const own = IndicatorFields.parse({ code, name, plan, unit, method });
  return (await createIndicator(within, own)).id;
}

/**
 * Adds an indicator with what a row of a sheet says of a year of it.
 * @throws {AltavozFailure} `value_taken` for its code.
 */
export function importIndicator(
  context: ActorContext,
  fields: SheetIndicator,
): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    const within = { ...context, within: write };
    const indicatorId = await makeIndicator(within, write, fields);
    await saveYear(within, write, indicatorId, fields);
    if (fields.achieved !== null) await saveFigure(within, write, indicatorId, fields);
    const { id, version } = await findStored(write, idOfYear(indicatorId, fields.year));
    return { id, version };
  });
}

/** Gives an indicator the unit and the code that a row of a sheet says; it keeps its name. */
async function describeAnew(
  within: ActorContext,
  { db }: Write,
  indicatorId: string,
  { unit, code }: SheetIndicator,
): Promise<void> {
  const { version, method, ...row } = await db
    .selectFrom('indicator')
    .select(['version', 'method', 'name', 'plan', 'unit', 'code', 'direction'])
    .select(['departmentId', 'notes'])
    .where('id', '=', indicatorId)
    .executeTakeFirstOrThrow();
  const own = { ...row, unit, code: code ?? row.code };
  if (JSON.stringify(own) === JSON.stringify(row)) return;
  const fields = IndicatorFields.parse({ ...own, method: readableMethod(method) });
  await updateIndicator(within, { id: indicatorId, version }, fields);
}

/**
 * Makes an indicator and a year of it what a row of a sheet says.
 * @throws {AltavozFailure} `record_not_found`, `record_changed`, `value_taken`.
 */
export function updateImportedIndicator(
  context: ActorContext,
  at: RecordVersion,
  fields: SheetIndicator,
): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    const within = { ...context, within: write };
    const { indicatorId, fields: before } = await findStored(write, at.id, at.version);
    await describeAnew(within, write, indicatorId, fields);
    await saveYear(within, write, indicatorId, fields);
    if (fields.achieved !== before.achieved) {
      await saveFigure(within, write, indicatorId, fields);
    }
    const { id, version } = await findStored(write, at.id);
    return { id, version };
  });
}

const emptied = (fields: SheetIndicator): SheetIndicator => ({
  ...fields,
  target: null,
  budgetCop: null,
  investedCop: null,
  printedProgress: null,
  printedFinancial: null,
  source: null,
  achieved: null,
});

const ofYear = [
  'target',
  'budgetCop',
  'investedCop',
  'printedProgress',
  'printedFinancial',
  'source',
] as const;

/** Whether an indicator has a year of which anything is said. */
async function saysAnything({ db }: Write, indicatorId: string): Promise<boolean> {
  const year = await db
    .selectFrom('indicatorYear')
    .select('id')
    .where('indicatorId', '=', indicatorId)
    .where((is) =>
      is.or([...ofYear.map((column) => is(column, 'is not', null)), is('monthly', '!=', '{}')]),
    )
    .executeTakeFirst();
  const figure = await db
    .selectFrom('indicatorFigure')
    .select('id')
    .where('indicatorId', '=', indicatorId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return year !== undefined || figure !== undefined;
}

/**
 * Takes away what a row of a sheet said of a year, and its indicator once nothing is said of it.
 * @throws {AltavozFailure} `record_not_found`, `record_changed`.
 */
export function removeImportedIndicator(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    const within = { ...context, within: write };
    const { indicatorId, fields } = await findStored(write, at.id, at.version);
    const nothing = emptied(fields);
    await saveYear(within, write, indicatorId, nothing);
    await saveFigure(within, write, indicatorId, nothing);
    if (await saysAnything(write, indicatorId)) return at;
    const { version } = await write.db
      .selectFrom('indicator')
      .select('version')
      .where('id', '=', indicatorId)
      .executeTakeFirstOrThrow();
    await removeIndicator(within, { id: indicatorId, version });
    return at;
  });
}
