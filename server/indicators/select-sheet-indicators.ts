import type { Kysely } from 'kysely';
import { IndicatorYearFields, type Plan, type Unit } from '../../shared/indicators/schemas.ts';
import type { SheetIndicator } from '../../shared/indicators/sheet-indicator.ts';
import type { RecordVersion } from '../../shared/records.ts';
import type { Tables } from '../database/schema.ts';
import { readableMethod } from './work-out-period.ts';

/** An indicator and a year of it as a row of a sheet says them. */
export interface StoredIndicator extends RecordVersion {
  indicatorId: string;
  fields: SheetIndicator;
  /** Whether its figure is typed, and not counted or worked out. */
  isTyped: boolean;
}

/** What names an indicator and a year of it. */
export const idOfYear = (indicatorId: string, year: number) => `${indicatorId} ${year}`;

const nothingSet = IndicatorYearFields.omit({ monthly: true }).parse({});

const pesos = (value: number | string | null) => (value === null ? null : Number(value));

async function selectYears(db: Kysely<Tables>, years: readonly number[]) {
  const rows = await db
    .selectFrom('indicatorYear')
    .select(['indicatorId', 'year', 'version', 'target', 'budgetCop', 'investedCop'])
    .select(['printedProgress', 'printedFinancial', 'source'])
    .where('year', 'in', [...years])
    .execute();
  return new Map(
    rows.map(({ indicatorId, year, version, ...set }) => [
      idOfYear(indicatorId, year),
      {
        version,
        set: { ...set, budgetCop: pesos(set.budgetCop), investedCop: pesos(set.investedCop) },
      },
    ]),
  );
}

/** The typed figures of whole years; those that were taken away count among the versions. */
async function selectFigures(db: Kysely<Tables>, years: readonly number[]) {
  const rows = await db
    .selectFrom('indicatorFigure')
    .select(['indicatorId', 'period', 'version', 'value', 'deletedAt'])
    .where('period', 'in', years.map(String))
    .execute();
  const figures = new Map<string, { versions: number; value: string | null }>();
  for (const { indicatorId, period, version, value, deletedAt } of rows) {
    const id = idOfYear(indicatorId, Number(period));
    const known = figures.get(id) ?? { versions: 0, value: null };
    figures.set(id, {
      versions: known.versions + version,
      value: deletedAt === null ? value : known.value,
    });
  }
  return figures;
}

/** Every indicator with what is set and typed of some years, nothing included. */
export async function selectSheetIndicators(
  db: Kysely<Tables>,
  years: readonly number[],
): Promise<StoredIndicator[]> {
  if (years.length === 0) return [];
  const indicators = await db
    .selectFrom('indicator')
    .select(['id', 'version', 'code', 'name', 'plan', 'unit', 'method'])
    .where('deletedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const set = await selectYears(db, years);
  const figures = await selectFigures(db, years);
  return indicators.flatMap(({ id: indicatorId, version, method, plan, unit, ...own }) =>
    years.map((year): StoredIndicator => {
      const id = idOfYear(indicatorId, year);
      const [ofYear, figure] = [set.get(id), figures.get(id)];
      return {
        id,
        // Each of the three only ever grows, so their sum tells any change.
        version: version + (ofYear?.version ?? 0) + (figure?.versions ?? 0),
        indicatorId,
        isTyped: readableMethod(method).type === 'typed',
        fields: {
          ...own,
          plan: plan as Plan,
          unit: unit as Unit,
          year,
          ...(ofYear?.set ?? nothingSet),
          achieved: figure?.value ?? null,
        },
      };
    }),
  );
}
