import type { Selectable } from 'kysely';
import { type Channel, channelOf, type Medium } from '../../../shared/press/channels.ts';
import type { OutletReach, ReachLine, ReachSum } from '../../../shared/press/outlet-reach.ts';
import { mostRevalued } from '../../../shared/press/revaluation.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { OutletTable } from '../../database/press-schema.ts';
import {
  type Counting,
  type PlannedPart,
  type PlannedValue,
  planRevaluation,
  type Valuer,
} from '../rates/plan-revaluation.ts';
import { type PlanSum, sumUpPlan } from '../rates/sum-up-plan.ts';
import { selectClosedMonths } from '../refuse-closed-months.ts';
import { freezeValuation, valueColumns, valuingOf } from '../value-clipping-row.ts';

type Db = OpenDatabase['db'];

/** An outlet, of which the class is looked at and what its values are made from. */
export type ReachingOutlet = Pick<
  Selectable<OutletTable>,
  'id' | 'name' | 'medium' | 'isOwnChannel' | 'contracts' | 'monthlyVisitors' | 'vatRate'
>;

/** An outlet as it was and as it is to be. */
export interface OutletChange {
  before: ReachingOutlet;
  after: ReachingOutlet;
}

const channelOfOutlet = ({ medium }: ReachingOutlet) => channelOf(medium as Medium);

/** Whether a change of an outlet could move what its appearances count. */
function couldReach({ before, after }: OutletChange): boolean {
  const staysOwn = before.isOwnChannel === after.isOwnChannel;
  return !staysOwn || channelOfOutlet(before) !== channelOfOutlet(after);
}

/**
 * Makes appearances follow their outlet in what changed of it: in its channel, and in whether it is
 * the entity's own, for which alone they are valued anew. Paid ones count nothing either way.
 */
function byOutlet({ before, after }: OutletChange, at: string): Valuer {
  const channel = channelOfOutlet(after);
  const movesChannel = channelOfOutlet(before) !== channel;
  const movesOwn = before.isOwnChannel !== after.isOwnChannel;
  return ({ rateId, standing, valueCop, valueWithVatCop, grade, ...row }, _outlet, prices) => {
    const isOwn = standing === 'not_counted';
    const isAnew = movesOwn && row.isPaid === 0 && isOwn !== (after.isOwnChannel === 1);
    const value = isAnew
      ? valueColumns(freezeValuation(valuingOf(row), after, prices, at), row.measures)
      : { rateId, standing, valueCop, valueWithVatCop, grade };
    return { channel: movesChannel ? channel : row.channel, ...value };
  };
}

async function selectClosed(db: Db, outletId: string): Promise<ReadonlySet<string>> {
  const months = await db
    .selectFrom('clipping')
    .select('month')
    .distinct()
    .where('outletId', '=', outletId)
    .execute();
  const closed = await selectClosedMonths(
    db,
    months.map(({ month }) => month),
  );
  return new Set(closed.map(({ month }) => month));
}

/** A plan without what stays, since its month is closed; that is told in passing. */
async function* ofOpenMonths(
  parts: AsyncIterable<PlannedPart>,
  closed: ReadonlySet<string>,
  seeClosed: (month: string) => void = () => undefined,
): AsyncGenerator<PlannedPart> {
  for await (const { looked, changes } of parts) {
    const open: PlannedValue[] = [];
    for (const change of changes) {
      if (closed.has(change.row.month)) seeClosed(change.row.month);
      else open.push(change);
    }
    yield { looked, changes: open };
  }
}

const always = { from: '0001-01-01', to: '9999-12-31', format: null, onlyUnvalued: false };

/** Where appearances count before and after, added up as they come. */
function addingLines() {
  const lines = new Map<string, ReachLine>();
  const none = (): ReachSum => ({ count: 0, valueCop: 0 });
  function add(side: 'before' | 'after', { channel, standing, valueCop }: Counting): void {
    const isCounted = standing !== 'not_counted';
    const key = `${channel} ${isCounted}`;
    const place = { channel: channel as Channel, isCounted };
    const line = lines.get(key) ?? { ...place, before: none(), after: none() };
    lines.set(key, line);
    line[side].count += 1;
    line[side].valueCop += valueCop ?? 0;
  }
  return {
    see({ row, after }: PlannedValue): void {
      add('before', row);
      add('after', after);
    },
    lines: () => [...lines.values()],
  };
}

/** A change of an outlet as a plan: what it comes to, and its parts, to be read again. */
export interface ReachPlan {
  reach: OutletReach;
  sum: PlanSum;
  days: { from: string; to: string };
  parts(): AsyncIterable<PlannedPart>;
}

/**
 * What a change of an outlet would do to the appearances that it has; absent where it would do
 * nothing in open months. Those that count otherwise than the outlet did are left where they are.
 */
export async function planReach(
  db: Db,
  change: OutletChange,
  at: string,
): Promise<ReachPlan | undefined> {
  if (!couldReach(change)) return undefined;
  const { id: outletId, name } = change.after;
  const closed = await selectClosed(db, outletId);
  const plan = () => planRevaluation(db, { ...always, outletId }, byOutlet(change, at));
  const closedMonths = new Set<string>();
  let closedAppearances = 0;
  const adding = addingLines();
  const days = { from: '', to: '' };
  const open = ofOpenMonths(plan(), closed, (month) => {
    closedMonths.add(month);
    closedAppearances += 1;
  });
  const sum = await sumUpPlan(open, {
    see(planned) {
      adding.see(planned);
      days.from ||= planned.row.day;
      days.to = planned.row.day;
    },
  });
  if (sum.total === 0) return undefined;
  const reach = {
    outlets: [name],
    appearances: sum.total,
    months: sum.months,
    lines: adding.lines(),
    closedMonths: [...closedMonths].sort(),
    closedAppearances,
    isTooLarge: sum.total > mostRevalued,
    seal: sum.seal,
  };
  return { reach, sum, days, parts: () => ofOpenMonths(plan(), closed) };
}
