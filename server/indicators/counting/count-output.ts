import { type Kysely, sql } from 'kysely';
import type { RuleMeasure } from '../../../shared/indicators/measures.ts';
import { type CountingRule, narrowsRecords } from '../../../shared/indicators/schemas.ts';
import { Exact } from '../../../shared/money/exact.ts';
import { outputKinds } from '../../../shared/output/kinds.ts';
import type { CountSource } from '../../../shared/output/matrix.ts';
import type { Tables } from '../../database/schema.ts';
import { searchConditions } from '../../database/search.ts';
import { type Asked, type Counted, figure, holdsMonth, monthsOf } from './counted.ts';

type Db = Kysely<Tables>;

function selectRollup(db: Db, { kinds }: CountingRule, months: readonly string[]) {
  let query = db
    .selectFrom('outputMonth')
    .select(['month', 'source'])
    .select(sql<number>`cast(sum(count) as integer)`.as('count'))
    .where('month', '>=', months[0] ?? '')
    .where('month', '<=', months.at(-1) ?? '')
    .groupBy(['month', 'source']);
  if (kinds.length > 0) query = query.where('kind', 'in', kinds);
  return query.execute();
}

/** What was done on the days asked for, that every filter of the rule lets through. */
function itemsOf(db: Db, rule: CountingRule, { days }: Asked) {
  let query = db
    .selectFrom('outputItem')
    .where('day', '>=', days.from)
    .where('day', '<=', days.to)
    .where('deletedAt', 'is', null)
    .where('state', '=', 'done');
  if (rule.kinds.length > 0) query = query.where('kind', 'in', rule.kinds);
  if (rule.departmentIds.length > 0) query = query.where('departmentId', 'in', rule.departmentIds);
  if (rule.placeIds.length > 0) query = query.where('placeId', 'in', rule.placeIds);
  if (rule.responsible !== null) query = query.where('responsible', '=', rule.responsible);
  if (rule.words !== '') {
    const { words } = rule;
    query = query.where((expression) => expression.and(searchConditions('searchText', words)));
  }
  return query;
}

async function selectItems(db: Db, rule: CountingRule, asked: Asked) {
  const rows = await itemsOf(db, rule, asked)
    .select('month')
    .select(sql<number>`cast(count(*) as integer)`.as('count'))
    .groupBy('month')
    .execute();
  return rows.map((row) => ({ ...row, source: 'records' as const }));
}

/** Items of some kinds by month; the totals of whole months where no filter asks what they cannot tell. */
export async function countItems(db: Db, rule: CountingRule, asked: Asked): Promise<Counted> {
  const months = monthsOf(asked.days);
  const rollup = await selectRollup(db, rule, months);
  const isNarrow = narrowsRecords(rule);
  const isWhole = months.every((month) => holdsMonth(asked, month));
  const records =
    isNarrow || !isWhole
      ? await selectItems(db, rule, asked)
      : rollup.filter(({ source }) => source === 'records');
  const tallies = rollup.filter(({ source }) => source === 'tally');
  const told = isNarrow ? [] : tallies.filter(({ month }) => holdsMonth(asked, month));
  const leftOut = new Set(tallies.filter((one) => !told.includes(one)).map(({ month }) => month));
  const counted = months.flatMap((month) => {
    const rows = [...records, ...told].filter((row) => row.month === month);
    if (rows.length === 0) return [];
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    const sources = rows.map(({ source }): CountSource => source);
    const caveats = [leftOut.has(month) && ('totals_left_out' as const)];
    return [[month, figure(count, sources, { caveats })] as const];
  });
  const isOnlyTotals = counted.length === 0 && leftOut.size > 0;
  return {
    whole: null,
    months: new Map(counted),
    ...(isOnlyTotals && !isNarrow ? { missing: 'cuts_period' } : {}),
  };
}

type DetailMeasure = Extract<RuleMeasure, 'attendance' | 'copies' | 'video_minutes'>;

const fieldOf: Record<DetailMeasure, string> = {
  attendance: 'attendance',
  copies: 'copies',
  video_minutes: 'seconds',
};

/**
 * What the items of a month say of themselves, added up, with how many of them say it: who came, how
 * many were printed, how long it lasts. What nobody noted is not zero.
 */
export async function countDetails(
  db: Db,
  rule: CountingRule & { measure: DetailMeasure },
  asked: Asked,
): Promise<Counted> {
  const name = fieldOf[rule.measure];
  const kinds = outputKinds.filter(({ details }) => name in details.shape).map(({ id }) => id);
  const rows = await itemsOf(db, rule, asked)
    .select(['month', 'details'])
    .where('kind', 'in', kinds)
    .execute();
  const months = new Map<string, { sum: number; has: number; of: number }>();
  for (const { month, details } of rows) {
    const known = months.get(month) ?? { sum: 0, has: 0, of: 0 };
    const said = (JSON.parse(details) as Record<string, unknown>)[name];
    const isSaid = typeof said === 'number';
    known.of += 1;
    known.has += isSaid ? 1 : 0;
    known.sum += isSaid ? said : 0;
    months.set(month, known);
  }
  const perUnit = rule.measure === 'video_minutes' ? 60 : 1;
  const written = (sum: number) => new Exact(sum).dividedBy(perUnit).toDecimalPlaces(6).toFixed();
  const figures = [...months].flatMap(([month, { sum, has, of }]) =>
    has === 0
      ? []
      : [
          [
            month,
            figure(written(sum), ['records'], { coverage: { has, of, unit: 'items' } }),
          ] as const,
        ],
  );
  const all = [...months.values()];
  const [has, of] = [all.reduce((n, one) => n + one.has, 0), all.reduce((n, one) => n + one.of, 0)];
  const sum = all.reduce((n, one) => n + one.sum, 0);
  const coverage = { has, of, unit: 'items' as const };
  return {
    whole: has === 0 ? null : figure(written(sum), ['records'], { coverage }),
    months: new Map(figures.sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

/** What was promised at the meetings that took place in each month and is kept by now; 0 where nothing of it is. */
export async function countCommitments(db: Db, { days }: Asked): Promise<Counted> {
  const rows = await db
    .selectFrom('commitment')
    .innerJoin('outputItem', 'outputItem.id', 'commitment.meetingId')
    .select('outputItem.month')
    .select(
      sql<number>`cast(sum(case when commitment.state = 'done' then 1 else 0 end) as integer)`.as(
        'kept',
      ),
    )
    .where('commitment.deletedAt', 'is', null)
    .where('outputItem.deletedAt', 'is', null)
    .where('outputItem.state', '=', 'done')
    .where('outputItem.day', '>=', days.from)
    .where('outputItem.day', '<=', days.to)
    .groupBy('outputItem.month')
    .orderBy('outputItem.month')
    .execute();
  return {
    whole: null,
    months: new Map(rows.map(({ month, kept }) => [month, figure(kept, ['records'])])),
  };
}
