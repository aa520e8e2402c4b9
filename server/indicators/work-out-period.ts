import type { Kysely, Selectable } from 'kysely';
import { type Days, yearOf } from '../../shared/indicators/period-target.ts';
import { IndicatorMethod, type Unit } from '../../shared/indicators/schemas.ts';
import { type KnownFigures, Workings } from '../../shared/indicators/work-out.ts';
import { type House, today } from '../context.ts';
import type { IndicatorTable } from '../database/indicators-schema.ts';
import type { Tables } from '../database/schema.ts';
import { type Isolating, isolate } from '../isolate.ts';
import { countRule } from './count-rule.ts';
import { type Asked, type Counted, figure, holdsMonth } from './counting/counted.ts';

/** What indicators are read with. */
export type Reads = Pick<House, 'database' | 'now' | 'timeZone'> & Isolating;

/** How an indicator is measured, from how it is kept. */
function parseMethod(method: string): IndicatorMethod {
  return IndicatorMethod.parse(JSON.parse(method));
}

/** What stands for an indicator whose method cannot be read, until somebody says it anew or removes it. */
const unreadable: IndicatorMethod = { type: 'typed', yearly: 'last' };

/** How an indicator is measured, where that can be read; otherwise what stands for it. */
export function readableMethod(method: string): IndicatorMethod {
  try {
    return parseMethod(method);
  } catch {
    return unreadable;
  }
}

type Typed = { indicatorId: string; period: string; value: string }[];

/** What was typed: of the year where that is asked for, and of the months that the period holds. */
function gatherTyped(own: Typed, asked: Asked): Counted {
  const year = yearOf(asked.days, asked.today);
  const whole = own.find(({ period }) => period === String(year));
  const months = own.filter(({ period }) => period.length === 7);
  const held = months.filter(({ period }) => holdsMonth(asked, period));
  const isCut = held.length < months.length;
  const caveats = [isCut && ('typed_left_out' as const)];
  return {
    whole: whole ? figure(whole.value, ['typed']) : null,
    months: new Map(
      held.map(({ period, value }) => [period, figure(value, ['typed'], { caveats })]),
    ),
    ...(held.length === 0 && own.length > 0 ? { missing: 'cuts_period' } : {}),
  };
}

type Kept = Pick<Selectable<IndicatorTable>, 'id' | 'code' | 'unit' | 'method'>;

async function knownOf(
  db: Kysely<Tables>,
  { id, code, unit, method: kept }: Kept,
  asked: Asked,
  typed: Typed,
): Promise<KnownFigures> {
  const method = parseMethod(kept);
  const own = { code, unit: unit as Unit, method };
  if (method.type === 'rule') return { ...own, ...(await countRule(db, method.rule, asked)) };
  const isOwn = (row: Typed[number]) => row.indicatorId === id;
  const none = { whole: null, months: new Map() };
  return { ...own, ...(method.type === 'typed' ? gatherTyped(typed.filter(isOwn), asked) : none) };
}

/** What was typed of the years and of the months that two days touch. */
function selectTyped(db: Kysely<Tables>, { from, to }: Days): Promise<Typed> {
  return db
    .selectFrom('indicatorFigure')
    .select(['indicatorId', 'period', 'value'])
    .where((is) =>
      is.or([
        is('period', 'in', [from.slice(0, 4), to.slice(0, 4)]),
        is.and([is('period', '>=', from.slice(0, 7)), is('period', '<=', to.slice(0, 7))]),
      ]),
    )
    .where('deletedAt', 'is', null)
    .orderBy('period')
    .execute();
}

/**
 * Works out every indicator of the office between two days, month by month too where that is asked;
 * one that breaks says so and stops no other.
 */
export async function workOutPeriod(
  reads: Reads,
  days: Days,
  withMonths: boolean,
): Promise<Workings> {
  const { db } = reads.database;
  const indicators = await db
    .selectFrom('indicator')
    .select(['id', 'code', 'unit', 'method'])
    .where('deletedAt', 'is', null)
    .orderBy('code')
    .execute();
  const typed = await selectTyped(db, days);
  const asked = { days, today: today(reads), withMonths };
  const known: KnownFigures[] = [];
  for (const indicator of indicators) {
    const { id, code } = indicator;
    const unit = indicator.unit as Unit;
    const nothing = { whole: null, months: new Map(), isBroken: true };
    const broken = { code, unit, method: unreadable, ...nothing };
    const read = () => knownOf(db, indicator, asked, typed);
    known.push(await isolate(reads, { indicator: id }, read, broken));
  }
  return new Workings(known);
}
