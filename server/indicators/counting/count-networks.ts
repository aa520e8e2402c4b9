import type { Kysely } from 'kysely';
import { addDays } from '../../../shared/calendar/day.ts';
import type { RuleMeasure } from '../../../shared/indicators/measures.ts';
import type { Days } from '../../../shared/indicators/period-target.ts';
import type { CountingRule } from '../../../shared/indicators/schemas.ts';
import type { FoundFigure } from '../../../shared/indicators/work-out.ts';
import { breaksWithin } from '../../../shared/social/metric-breaks.ts';
import type { NetworkId } from '../../../shared/social/networks.ts';
import type { Reading } from '../../../shared/social/rows.ts';
import type { Tables } from '../../database/schema.ts';
import { type BoundWanted, selectBounds } from '../../social/select-bounds.ts';
import { selectFlows } from '../../social/select-flows.ts';
import { selectPostSums } from '../../social/select-post-sums.ts';
import { type Asked, type Counted, cutTo, figure, monthsOf, nothingCounted } from './counted.ts';

type Db = Kysely<Tables>;

const start = '0000-01-01';
type NetworkRule = CountingRule & {
  measure: Extract<
    RuleMeasure,
    'followers' | 'followers_change' | 'posts' | 'reach' | 'views' | 'engagements'
  >;
};

interface Page {
  id: string;
  network: NetworkId;
}

async function selectPages(db: Db, { network, pageIds }: CountingRule): Promise<Page[]> {
  let query = db
    .selectFrom('page')
    .select(['id', 'network'])
    .where('deletedAt', 'is', null)
    .orderBy('id');
  if (network !== null) query = query.where('network', '=', network);
  if (pageIds.length > 0) query = query.where('id', 'in', pageIds);
  return (await query.execute()) as Page[];
}

/** A figure of some pages: how many of them have it is said. */
const ofPages = (value: number, pages: readonly Page[], readings: readonly Reading[]) =>
  figure(value, ['networks'], {
    coverage: { has: readings.length, of: pages.length, unit: 'pages' },
    caveats: [readings.some(({ precision }) => precision !== 'exact') && 'rounded'],
  });

const lastOf = (name: string, { from, to }: Days): BoundWanted<string> => ({
  name,
  metric: 'followers',
  which: 'last',
  from,
  to,
});

/** What pages have at the end of a time: the last reading of each within it. */
async function countLevel(db: Db, pages: readonly Page[], parts: Parts): Promise<Counted> {
  const wanted = [...parts].map(([name, days]) => lastOf(name, days));
  const ids = pages.map(({ id }) => id);
  const bounds = await selectBounds(db, ids, wanted);
  return asCounted(parts, (name) => {
    const readings = pages.flatMap(({ id }) => bounds.get(id)?.[name] ?? []);
    if (readings.length === 0) return null;
    return ofPages(
      readings.reduce((sum, { value }) => sum + value, 0),
      pages,
      readings,
    );
  });
}

/** The readings between which a page's level changed; none without two of different days. */
function changeOf({ first, last, before }: Partial<Record<string, Reading>>) {
  const from = before ?? first;
  return from && last && from.day !== last.day ? { from, last, isSince: !before } : null;
}

/** How a level moved in a time: its last reading less the last one before it, or the first within. */
async function countChange(db: Db, pages: readonly Page[], parts: Parts): Promise<Counted> {
  const ids = pages.map(({ id }) => id);
  const wanted = [...parts].flatMap(([name, days]) => [
    lastOf(`${name} last`, days),
    { ...lastOf(`${name} first`, days), which: 'first' as const },
    lastOf(`${name} before`, { from: start, to: addDays(days.from, -1) }),
  ]);
  const bounds = await selectBounds(db, ids, wanted);
  return asCounted(parts, (name) => {
    const changes = pages.flatMap(({ id }) => {
      const of = (which: string) => bounds.get(id)?.[`${name} ${which}`];
      return changeOf({ first: of('first'), last: of('last'), before: of('before') }) ?? [];
    });
    if (changes.length === 0) return null;
    const value = changes.reduce((sum, { from, last }) => sum + last.value - from.value, 0);
    const since = changes.flatMap(({ isSince, from }) => (isSince ? from.day : [])).sort()[0];
    const readings = changes.flatMap(({ from, last }) => [from, last]);
    const isRounded = readings.some(({ precision }) => precision !== 'exact');
    return figure(value, ['networks'], {
      coverage: { has: changes.length, of: pages.length, unit: 'pages' },
      caveats: [isRounded && 'rounded'],
      since,
    });
  });
}

/** What happened on each day, added up over the days that were read. */
async function countFlow(
  db: Db,
  metric: 'reach' | 'views' | 'engagements',
  pages: readonly Page[],
  parts: Parts,
): Promise<Counted> {
  const figures = new Map<string, FoundFigure>();
  const ids = pages.map(({ id }) => id);
  for (const [name, days] of parts) {
    const isRedefined = pages.some(
      ({ network }) => breaksWithin(network, [metric], days).length > 0,
    );
    if (isRedefined) continue;
    const flows = await selectFlows(db, ids, { ...days, metrics: [metric] });
    const sums = [...flows.values()].flatMap((flow) => flow[metric] ?? []);
    const [first] = sums;
    if (!first) continue;
    const value = sums.reduce((sum, one) => sum + one.value, 0);
    const has = sums.reduce((sum, one) => sum + one.days, 0);
    const of = (first.days + first.missingDays) * pages.length;
    const caveats = [metric === 'reach' && has > 1 && ('reach_repeats' as const)];
    figures.set(
      name,
      figure(value, ['networks'], { coverage: { has, of, unit: 'days' }, caveats }),
    );
  }
  const whole = parts.get('whole');
  const isRedefined =
    whole && pages.some(({ network }) => breaksWithin(network, [metric], whole).length > 0);
  const counted = asCounted(parts, (name) => figures.get(name) ?? null);
  return isRedefined ? { ...counted, missing: 'redefined' } : counted;
}

/** Posts that came out, of the pages whose posts are known. */
async function countPosts(db: Db, pages: readonly Page[], parts: Parts): Promise<Counted> {
  const ids = pages.map(({ id }) => id);
  const figures = new Map<string, FoundFigure>();
  for (const [name, days] of parts) {
    const known = await selectPostSums(db, ids, days, { from: start, to: addDays(days.from, -1) });
    const sums = [...known.values()].flatMap(({ posts }) => posts ?? []);
    const posts = sums.reduce((sum, one) => sum + one, 0);
    const coverage = { has: sums.length, of: pages.length, unit: 'pages' as const };
    if (sums.length > 0) figures.set(name, figure(posts, ['networks'], { coverage }));
  }
  return asCounted(parts, (name) => figures.get(name) ?? null);
}

/** Days by name; `whole` is the whole time, the others are its months. */
type Parts = ReadonlyMap<string, Days>;

function asCounted(parts: Parts, read: (name: string, days: Days) => FoundFigure | null): Counted {
  const found = [...parts].flatMap(([name, days]) => {
    const one = read(name, days);
    return one ? [[name, one] as const] : [];
  });
  const figures = new Map(found);
  const whole = figures.get('whole') ?? null;
  figures.delete('whole');
  return { whole, months: figures, ...(whole ? {} : { missing: 'nothing_counted' as const }) };
}

/**
 * What the networks say of pages: levels by their last reading, changes between readings, flows over
 * the days that were read. What nobody read is absent; what tells of less than all says so.
 */
export async function countNetworks(db: Db, rule: NetworkRule, asked: Asked): Promise<Counted> {
  const { from } = asked.days;
  const to = asked.days.to < asked.today ? asked.days.to : asked.today;
  const pages = await selectPages(db, rule);
  if (pages.length === 0 || from > to) return nothingCounted;
  const whole = { from, to };
  const months = asked.withMonths ? monthsOf(whole) : [];
  const parts: Parts = new Map([
    ['whole', whole] as const,
    ...months.map((month) => [month, cutTo(whole, month)] as const),
  ]);
  if (rule.measure === 'followers') return countLevel(db, pages, parts);
  if (rule.measure === 'followers_change') return countChange(db, pages, parts);
  if (rule.measure === 'posts') return countPosts(db, pages, parts);
  return countFlow(db, rule.measure, pages, parts);
}
