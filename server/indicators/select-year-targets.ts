import { monthsAgainstYear } from '../../shared/indicators/period-target.ts';
import type { YearTarget } from '../../shared/indicators/rows.ts';
import type { Unit } from '../../shared/indicators/schemas.ts';
import { Workings } from '../../shared/indicators/work-out.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { readableMethod } from './work-out-period.ts';

/** What the plans ask of a year beside what they ask of its months, by code. */
export async function selectYearTargets({ db }: OpenDatabase, year: number): Promise<YearTarget[]> {
  const indicators = await db
    .selectFrom('indicator')
    .select(['id', 'code', 'name', 'unit', 'method'])
    .where('deletedAt', 'is', null)
    .orderBy('code')
    .execute();
  const set = await db
    .selectFrom('indicatorYear')
    .select(['indicatorId', 'target', 'monthly'])
    .where('year', '=', year)
    .execute();
  const workings = new Workings(
    indicators.map(({ code, unit, method }) => ({
      code,
      unit: unit as Unit,
      method: readableMethod(method),
      whole: null,
      months: new Map(),
    })),
  );
  return indicators.flatMap(({ id, code, name, unit }): YearTarget[] => {
    const own = set.find(({ indicatorId }) => indicatorId === id);
    if (!own || own.target === null) return [];
    const how = workings.howAdds(code);
    const monthly = JSON.parse(own.monthly) as Record<string, string>;
    const monthsSay = monthsAgainstYear(year, own.target, monthly, how);
    return [{ id, code, name, unit: unit as Unit, year, target: own.target, how, monthsSay }];
  });
}

/** The years of which a plan asks something month by month, in order. */
export async function selectTargetYears({ db }: OpenDatabase): Promise<number[]> {
  const rows = await db
    .selectFrom('indicatorYear')
    .select('year')
    .distinct()
    .where('target', 'is not', null)
    .where('monthly', '!=', '{}')
    .orderBy('year')
    .execute();
  return rows.map(({ year }) => year);
}
