import { AltavozFailure } from '../../shared/failure.ts';
import {
  type Days,
  monthsAgainstYear,
  periodTarget,
} from '../../shared/indicators/period-target.ts';
import { financialProgress, lightOf, progressOf } from '../../shared/indicators/progress.ts';
import type { IndicatorDetail, IndicatorRow, TypedFigure } from '../../shared/indicators/rows.ts';
import type {
  Direction,
  IndicatorList,
  OfIndicatorPeriod,
  Plan,
  Unit,
} from '../../shared/indicators/schemas.ts';
import type { Workings } from '../../shared/indicators/work-out.ts';
import type { Listed } from '../../shared/records.ts';
import { today } from '../context.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { searchConditions } from '../database/search.ts';
import { monthsOf } from './counting/counted.ts';
import { type Reads, readableMethod, workOutPeriod } from './work-out-period.ts';

type Db = OpenDatabase['db'];

function baseQuery(db: Db, year: number) {
  return db
    .selectFrom('indicator')
    .leftJoin('department', 'department.id', 'indicator.departmentId')
    .leftJoin('indicatorYear', (join) =>
      join
        .onRef('indicatorYear.indicatorId', '=', 'indicator.id')
        .on('indicatorYear.year', '=', year),
    )
    .select(['indicator.id', 'indicator.version', 'code', 'indicator.name', 'plan', 'unit'])
    .select(['direction', 'method', 'indicator.departmentId', 'indicator.notes'])
    .select(['indicator.updatedAt', 'indicator.updatedBy', 'indicator.deletedAt'])
    .select(['department.name as departmentName', 'indicatorYear.id as yearId'])
    .select(['indicatorYear.version as yearVersion', 'target', 'monthly', 'budgetCop'])
    .select(['investedCop', 'printedProgress', 'printedFinancial', 'indicatorYear.source']);
}

const monthlyOf = (kept: string | null) => JSON.parse(kept ?? '{}') as Record<string, string>;

type Kept = Awaited<ReturnType<ReturnType<typeof baseQuery>['executeTakeFirstOrThrow']>>;

const pesos = (value: number | string | null) => (value === null ? null : Number(value));

type Monthly = Record<string, string>;

/** What is worked out once for all rows. */
interface Shown {
  year: number;
  days: Days;
  today: string;
  workings: Workings;
  /** The targets of months of the years that the period touches, by indicator. */
  targets: ReadonlyMap<string, Monthly>;
}

function show(kept: Kept, { year, days, today: day, workings, targets }: Shown): IndicatorRow {
  const { yearId, yearVersion, target, printedProgress, printedFinancial, source } = kept;
  const budgetCop = pesos(kept.budgetCop);
  const investedCop = pesos(kept.investedCop);
  const direction = kept.direction as Direction;
  const achieved = workings.figureOf(kept.code, null);
  const how = workings.howAdds(kept.code);
  const monthly = monthlyOf(kept.monthly);
  const set = { year: target, monthly: targets.get(kept.id) ?? {} };
  const asked = periodTarget(days, day, set, how);
  return {
    id: kept.id,
    version: kept.version,
    code: kept.code,
    name: kept.name,
    plan: kept.plan as Plan,
    unit: kept.unit as Unit,
    direction,
    method: readableMethod(kept.method),
    departmentId: kept.departmentId,
    departmentName: kept.departmentName,
    notes: kept.notes,
    updatedAt: kept.updatedAt,
    updatedBy: kept.updatedBy,
    isRemoved: kept.deletedAt !== null,
    year: {
      id: yearId,
      version: yearVersion,
      target,
      monthly,
      budgetCop,
      investedCop,
      printedProgress,
      printedFinancial,
      source,
    },
    achieved,
    asked,
    // Targets of some months are no target to date of all of them.
    light: asked.months === null ? lightOf(asked.toDate, achieved.value, direction) : null,
    monthsSay: monthsAgainstYear(year, target, monthly, how),
    progress: progressOf(asked.value, achieved.value, direction),
    financial: financialProgress(budgetCop, investedCop),
  };
}

/** Whether anything was set or reached in the year. */
const saysSomething = ({ year, achieved }: IndicatorRow) =>
  year.id !== null || achieved.value !== null;

/** The targets of the months of the years that two days touch. */
async function selectTargets(db: Db, { from, to }: Days): Promise<ReadonlyMap<string, Monthly>> {
  const rows = await db
    .selectFrom('indicatorYear')
    .select(['indicatorId', 'monthly'])
    .where('year', '>=', Number(from.slice(0, 4)))
    .where('year', '<=', Number(to.slice(0, 4)))
    .execute();
  const targets = new Map<string, Monthly>();
  for (const { indicatorId, monthly } of rows) {
    targets.set(indicatorId, { ...targets.get(indicatorId), ...monthlyOf(monthly) });
  }
  return targets;
}

async function readShown(
  reads: Reads,
  { year, period }: { year: number; period?: Days },
  withMonths: boolean,
): Promise<Shown> {
  const days = period ?? { from: `${year}-01-01`, to: `${year}-12-31` };
  return {
    year,
    days,
    today: today(reads),
    workings: await workOutPeriod(reads, days, withMonths),
    targets: await selectTargets(reads.database.db, days),
  };
}

/**
 * A page of the indicators by plan and code, with their figures of a period of a year, or of all of
 * it; those of which it says nothing come last.
 */
export async function selectIndicators(
  reads: Reads,
  list: IndicatorList,
): Promise<Listed<IndicatorRow>> {
  let matching = baseQuery(reads.database.db, list.year)
    .where('indicator.deletedAt', list.removed ? 'is not' : 'is', null)
    .where((expression) => expression.and(searchConditions('indicator.searchText', list.search)));
  if (list.plan !== undefined) matching = matching.where('plan', '=', list.plan);
  const all = await matching
    .orderBy('plan', 'desc')
    .orderBy('code')
    .orderBy('indicator.id')
    .execute();
  const shown = await readShown(reads, list, false);
  const rows = all.map((kept) => show(kept, shown));
  const ordered = [...rows.filter(saysSomething), ...rows.filter((row) => !saysSomething(row))];
  const start = (list.page - 1) * list.pageSize;
  return { rows: ordered.slice(start, start + list.pageSize), total: all.length };
}

function selectTyped(db: Db, { id, year }: OfIndicatorPeriod): Promise<TypedFigure[]> {
  return db
    .selectFrom('indicatorFigure')
    .select(['id', 'version', 'period', 'value', 'source', 'updatedAt', 'updatedBy'])
    .where('indicatorId', '=', id)
    .where('period', '>=', String(year))
    .where('period', '<', String(year + 1))
    .where('deletedAt', 'is', null)
    .orderBy('period')
    .execute();
}

/** One indicator in a period of a year, or in all of it, month by month, also when removed. @throws {AltavozFailure} `record_not_found`. */
export async function selectIndicator(
  reads: Reads,
  of: OfIndicatorPeriod,
): Promise<IndicatorDetail> {
  const { db } = reads.database;
  const kept = await baseQuery(db, of.year).where('indicator.id', '=', of.id).executeTakeFirst();
  if (!kept) {
    throw new AltavozFailure({ code: 'record_not_found', record: 'indicator', id: of.id });
  }
  const shown = await readShown(reads, of, true);
  const targets = shown.targets.get(kept.id);
  return {
    ...show(kept, shown),
    months: monthsOf(shown.days).map((month) => ({
      month,
      target: targets?.[month] ?? null,
      achieved: shown.workings.figureOf(kept.code, month),
    })),
    typed: await selectTyped(db, of),
  };
}
