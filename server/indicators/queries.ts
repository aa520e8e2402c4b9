import { listMonths, yearPeriod } from '../../shared/calendar/month.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import { financialProgress, progressOf } from '../../shared/indicators/progress.ts';
import type { IndicatorDetail, IndicatorRow, TypedFigure } from '../../shared/indicators/rows.ts';
import type {
  Direction,
  IndicatorList,
  OfIndicatorYear,
  Plan,
  Unit,
} from '../../shared/indicators/schemas.ts';
import type { Workings } from '../../shared/indicators/work-out.ts';
import type { Listed } from '../../shared/records.ts';
import type { House } from '../context.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { searchConditions } from '../database/search.ts';
import type { Isolating } from '../isolate.ts';
import { readableMethod, workOutYear } from './work-out-year.ts';

type Db = OpenDatabase['db'];

/** What indicators are read with. */
type Reads = Pick<House, 'database'> & Isolating;

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

type Kept = Awaited<ReturnType<ReturnType<typeof baseQuery>['executeTakeFirstOrThrow']>>;

const pesos = (value: number | string | null) => (value === null ? null : Number(value));

function show(kept: Kept, workings: Workings): IndicatorRow {
  const { yearId, yearVersion, target, monthly, printedProgress, printedFinancial, source } = kept;
  const budgetCop = pesos(kept.budgetCop);
  const investedCop = pesos(kept.investedCop);
  const direction = kept.direction as Direction;
  const achieved = workings.figureOf(kept.code, null);
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
      monthly: monthly === null ? {} : (JSON.parse(monthly) as Record<string, string>),
      budgetCop,
      investedCop,
      printedProgress,
      printedFinancial,
      source,
    },
    achieved,
    progress: progressOf(target, achieved.value, direction),
    financial: financialProgress(budgetCop, investedCop),
  };
}

/** Whether anything was set or reached in the year. */
const saysSomething = ({ year, achieved }: IndicatorRow) =>
  year.id !== null || achieved.value !== null;

/**
 * A page of the indicators by plan and code, with their figures of a year; those of which the year says
 * nothing come last.
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
  const workings = await workOutYear(reads, list.year);
  const rows = all.map((kept) => show(kept, workings));
  const ordered = [...rows.filter(saysSomething), ...rows.filter((row) => !saysSomething(row))];
  const start = (list.page - 1) * list.pageSize;
  return { rows: ordered.slice(start, start + list.pageSize), total: all.length };
}

function selectTyped(db: Db, { id, year }: OfIndicatorYear): Promise<TypedFigure[]> {
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

/** One indicator in a year, month by month, also when removed. @throws {AltavozFailure} `record_not_found`. */
export async function selectIndicator(reads: Reads, of: OfIndicatorYear): Promise<IndicatorDetail> {
  const { db } = reads.database;
  const kept = await baseQuery(db, of.year).where('indicator.id', '=', of.id).executeTakeFirst();
  if (!kept) {
    throw new AltavozFailure({ code: 'record_not_found', record: 'indicator', id: of.id });
  }
  const workings = await workOutYear(reads, of.year);
  const row = show(kept, workings);
  const { from, to } = yearPeriod(of.year);
  return {
    ...row,
    months: listMonths(from, to).map((month) => ({
      month,
      target: row.year.monthly[month] ?? null,
      achieved: workings.figureOf(kept.code, month),
    })),
    typed: await selectTyped(db, of),
  };
}
