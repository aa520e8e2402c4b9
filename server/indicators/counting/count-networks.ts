import type { Kysely } from 'kysely';
import { addDays, type Day } from '../../../shared/calendar/day.ts';
import type { RuleMeasure } from '../../../shared/indicators/measures.ts';
import type { Days } from '../../../shared/indicators/period-target.ts';
import type { CountingRule } from '../../../shared/indicators/schemas.ts';
import type { FoundFigure } from '../../../shared/indicators/work-out.ts';
import { engagementAs, engagementFigure } from '../../../shared/social/engagement.ts';
import { lastDayOver } from '../../../shared/social/level-change.ts';
import type { EngagementFigure } from '../../../shared/social/period-figures.ts';
import type { Reading } from '../../../shared/social/rows.ts';
import type { Tables } from '../../database/schema.ts';
import { unreadDays } from '../../social/select-flows.ts';
import { type PageOf, selectLevels } from '../../social/select-levels.ts';
import { selectPostSums } from '../../social/select-post-sums.ts';
import { selectSums } from '../../social/select-sums.ts';
import { type Asked, type Counted, cutTo, figure, monthsOf, nothingCounted } from './counted.ts';

type Db = Kysely<Tables>;

const start = '0000-01-01';
type NetworkRule = CountingRule & {
  measure: Extract<
    RuleMeasure,
    'followers' | 'followers_change' | 'posts' | 'reach' | 'views' | 'engagements'
  >;
};

async function selectPages(db: Db, { network, pageIds }: CountingRule): Promise<PageOf[]> {
  let query = db
    .selectFrom('page')
    .select(['id', 'network'])
    .where('deletedAt', 'is', null)
    .orderBy('id');
  if (network !== null) query = query.where('network', '=', network);
  if (pageIds.length > 0) query = query.where('id', 'in', pageIds);
  return (await query.execute()) as PageOf[];
}

const isRounded = (readings: readonly Pick<Reading, 'precision'>[]) =>
  readings.some(({ precision }) => precision !== 'exact') && ('rounded' as const);

/** The first of the last days read of pages, where one of them was not read until the end. */
function untilOf(days: readonly Day[], period: Days, today: Day): Day | null {
  const [first = period.to] = days.toSorted();
  return first < lastDayOver(period, today) ? first : null;
}

/** A level of pages at the end of each time, or how it moved over it. */
async function countLevel(
  db: Db,
  { measure }: NetworkRule,
  { pages, parts, today }: Asking,
): Promise<Counted> {
  const levels = await selectLevels(db, pages, { metric: 'followers', periods: parts, today });
  return asCounted(parts, (name, period) => {
    const found = pages.map(({ id }) => levels(id, name));
    const changes = found.flatMap(({ change }) => change ?? []);
    const readings = found.flatMap(({ last }) => last ?? []);
    const known = measure === 'followers' ? readings : changes;
    if (known.length === 0) return null;
    const starts = changes.flatMap(({ isSince, from }) => (isSince ? from.day : []));
    const ends = measure === 'followers' ? readings : changes.map(({ to }) => to);
    return figure(add(known), ['networks'], {
      coverage: { has: known.length, of: pages.length, unit: 'pages' },
      caveats: [isRounded(known)],
      since: measure === 'followers' ? null : starts.sort()[0],
      until: untilOf(
        ends.map(({ day }) => day),
        period,
        today,
      ),
    });
  });
}

/** What happened on each day, added up over the days that were read; no sum is over a redefinition. */
async function countFlow(
  db: Db,
  metric: 'reach' | 'views',
  { pages, parts }: Asking,
): Promise<Counted> {
  const figures = new Map<string, FoundFigure>();
  let isRedefined = false;
  for (const [name, days] of parts) {
    const flows = await selectSums(db, pages, { ...days, metrics: [metric] });
    const sums = [...flows.values()].flatMap((flow) => flow[metric] ?? []);
    const values = sums.flatMap(({ value }) => (value === null ? [] : { value }));
    if (name === 'whole') isRedefined = values.length < sums.length;
    if (sums.length === 0 || values.length < sums.length) continue;
    const has = sums.reduce((sum, one) => sum + one.days, 0);
    const coverage = { has, of: unreadDays(days) * pages.length, unit: 'days' as const };
    const caveats = [metric === 'reach' && has > 1 && ('reach_repeats' as const), isRounded(sums)];
    figures.set(name, figure(add(values), ['networks'], { coverage, caveats }));
  }
  const counted = asCounted(parts, (name) => figures.get(name) ?? null);
  return isRedefined ? { ...counted, missing: 'redefined' } : counted;
}

/**
 * Engagements as the screens of the networks have them. Which of both definitions holds for a page,
 * that of its days or of its posts, the whole time says, so that its months add up to it.
 */
async function countEngagements(db: Db, { pages, parts, today }: Asking): Promise<Counted> {
  const ids = pages.map(({ id }) => id);
  const ofWhole = new Map<string, EngagementFigure>();
  const figures = new Map<string, FoundFigure>();
  let isRedefined = false;
  for (const [name, period] of parts) {
    const sums = await selectSums(db, pages, { ...period, metrics: ['engagements'] });
    const posts = await selectPostSums(db, ids, period, period);
    const found = ids.flatMap((id) => {
      const days = sums.get(id)?.engagements;
      const known = { days, posts: posts.get(id), period, today };
      const whole = ofWhole.get(id);
      const one = whole ? engagementAs(whole.of, known) : engagementFigure(known);
      if (one && name === 'whole') ofWhole.set(id, one);
      return one ?? [];
    });
    const values = found.flatMap(({ value }) => (value === null ? [] : { value }));
    if (name === 'whole') isRedefined = values.length < found.length;
    if (found.length === 0 || values.length < found.length) continue;
    figures.set(name, engagementsTogether(found, values, pages.length, unreadDays(period)));
  }
  const counted = asCounted(parts, (name) => figures.get(name) ?? null);
  return isRedefined ? { ...counted, missing: 'redefined' } : counted;
}

/** Of how many days of pages it tells where all are of days; else of how many pages. */
function engagementsTogether(
  found: readonly EngagementFigure[],
  values: readonly { value: number }[],
  pages: number,
  days: number,
): FoundFigure {
  const ofDays = found.flatMap((one) => (one.of === 'days' ? one : []));
  const has = ofDays.reduce((sum, one) => sum + one.days, 0);
  const isOfPosts = ofDays.length < found.length;
  return figure(add(values), ['networks'], {
    coverage: isOfPosts
      ? { has: found.length, of: pages, unit: 'pages' }
      : { has, of: days * pages, unit: 'days' },
    caveats: [isOfPosts && 'engagements_of_posts', isRounded(ofDays)],
  });
}

const add = (parts: readonly { value: number }[]) =>
  parts.reduce((sum, { value }) => sum + value, 0);

/** Posts that came out, of the pages whose posts are known. */
async function countPosts(db: Db, { pages, parts }: Asking): Promise<Counted> {
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

/** The pages that a rule asks for, over which days, and on which day. */
interface Asking {
  pages: readonly PageOf[];
  parts: Parts;
  today: Day;
}

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
  const asking = { pages, parts, today: asked.today };
  if (rule.measure === 'posts') return countPosts(db, asking);
  if (rule.measure === 'engagements') return countEngagements(db, asking);
  if (rule.measure === 'reach' || rule.measure === 'views') {
    return countFlow(db, rule.measure, asking);
  }
  return countLevel(db, rule, asking);
}
