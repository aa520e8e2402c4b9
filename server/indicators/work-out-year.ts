import type { Kysely, Selectable } from 'kysely';
import type { IndicatorFigure } from '../../shared/indicators/rows.ts';
import { IndicatorMethod } from '../../shared/indicators/schemas.ts';
import { type KnownFigures, Workings } from '../../shared/indicators/work-out.ts';
import type { House } from '../context.ts';
import type { IndicatorTable } from '../database/indicators-schema.ts';
import type { Tables } from '../database/schema.ts';
import { type Isolating, isolate } from '../isolate.ts';
import { type CountedMonth, countRule } from './count-rule.ts';

/** How an indicator is measured, from how it is kept. */
export function parseMethod(method: string): IndicatorMethod {
  return IndicatorMethod.parse(JSON.parse(method));
}

/** What stands for an indicator whose method cannot be read, until somebody says it anew or removes it. */
export const unreadable: IndicatorMethod = { type: 'typed', yearly: 'last' };

/** How an indicator is measured, where that can be read; otherwise what stands for it. */
export function readableMethod(method: string): IndicatorMethod {
  try {
    return parseMethod(method);
  } catch {
    return unreadable;
  }
}

type MonthEntry = [month: string, { value: string; sources: IndicatorFigure['sources'] }];

const typedMonth = ({ period, value }: { period: string; value: string }): MonthEntry => [
  period,
  { value, sources: ['typed'] },
];

const countedMonth = ({ month, count, sources }: CountedMonth): MonthEntry => [
  month,
  { value: String(count), sources },
];

type Kept = Pick<Selectable<IndicatorTable>, 'id' | 'code' | 'method'>;

async function knownOf(
  db: Kysely<Tables>,
  { id, code, method: kept }: Kept,
  year: number,
  typed: readonly { indicatorId: string; period: string; value: string }[],
): Promise<KnownFigures> {
  const method = parseMethod(kept);
  const own = method.type === 'typed' ? typed.filter((row) => row.indicatorId === id) : [];
  const counted = method.type === 'rule' ? await countRule(db, method.rule, year) : [];
  return {
    code,
    method,
    year: own.find(({ period }) => period.length === 4)?.value ?? null,
    months: new Map([
      ...own.filter(({ period }) => period.length === 7).map(typedMonth),
      ...counted.map(countedMonth),
    ]),
  };
}

/** Works out every indicator of the office in a year; one that breaks says so and stops no other. */
export async function workOutYear(
  house: Pick<House, 'database'> & Isolating,
  year: number,
): Promise<Workings> {
  const { db } = house.database;
  const indicators = await db
    .selectFrom('indicator')
    .select(['id', 'code', 'method'])
    .where('deletedAt', 'is', null)
    .orderBy('code')
    .execute();
  const typed = await db
    .selectFrom('indicatorFigure')
    .select(['indicatorId', 'period', 'value'])
    .where('period', '>=', String(year))
    .where('period', '<', String(year + 1))
    .where('deletedAt', 'is', null)
    .execute();
  const known: KnownFigures[] = [];
  for (const indicator of indicators) {
    const { id, code } = indicator;
    const broken = { code, method: unreadable, year: null, months: new Map(), isBroken: true };
    const read = () => knownOf(db, indicator, year, typed);
    known.push(await isolate(house, { indicator: id }, read, broken));
  }
  return new Workings(known);
}
