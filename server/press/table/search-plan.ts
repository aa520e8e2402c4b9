import type { ClippingFilter, ClippingOrder } from '../../../shared/press/clipping-list.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { countAppearances, countBeginnings } from './count-words.ts';
import type { FilterShape } from './list-shape.ts';

/**
 * How the words of a search are found.
 * - `look_up`: the index of words says which, and each is read (few match);
 * - `probe`: the list is walked beside what the index of words says (many match);
 * - `walk`: the list is read in its order and each row tried (most match);
 * - `server`: PostgreSQL chooses by its own statistics.
 */
export type SearchPlan = 'none' | 'nothing' | 'look_up' | 'probe' | 'walk' | 'server';

/** How to find the rows of a page, and the totals of all. */
export interface SearchPlans {
  page: SearchPlan;
  totals: SearchPlan;
}

/** Microseconds that each step takes on SQLite, as measured over 200.000 appearances. */
const cost = { enumerate: 0.1, gather: 0.15, probe: 0.2, read: 1.2 };

interface Estimate {
  /** Rows that hold each of the words. */
  found: readonly number[];
  all: number;
  /** Rows that the other filters leave to walk over. */
  candidates: number;
}

function cheapest(costs: Record<'look_up' | 'probe' | 'walk', number>): SearchPlan {
  const { look_up, probe, walk } = costs;
  if (look_up <= probe && look_up <= walk) return 'look_up';
  return probe <= walk ? 'probe' : 'walk';
}

/** The cheapest way to the rows that match among so many to walk over. */
function planFor({ found }: Estimate, walked: number): SearchPlan {
  const enumerating = cost.enumerate * found.reduce((sum, count) => sum + count, 0);
  const rarest = Math.min(...found);
  return cheapest({
    look_up: enumerating + cost.read * rarest,
    probe: enumerating + cost.gather * rarest + cost.probe * walked,
    walk: cost.read * walked,
  });
}

/** Which rows of a list are read, and in which order. */
export interface PageAsked {
  order: ClippingOrder;
  /** The last row that is read, from 1. */
  upTo: number;
}

/** How many rows are walked over until a page is full, where the walk is in the order of the list. */
function rowsToWalk(
  { found, all, candidates }: Estimate,
  { order, upTo }: PageAsked,
  shape: FilterShape,
): number {
  if (!order.startsWith('day_')) return candidates;
  // What an index of the day or the outlet does not know may leave few rows, however common the words.
  const unknown = [
    ...shape.equal.filter((column) => column !== 'outlet_id'),
    ...shape.given.filter((name) => name !== 'from' && name !== 'to'),
    ...shape.empty,
  ];
  const isSelective = unknown.length > 0 || shape.hasEvidence !== null;
  const share = found.reduce((part, count) => part * (count / all), isSelective ? 0.05 : 1);
  return Math.min(candidates, upTo / share);
}

/** Chooses how to search by how common the words are; `terms` as search looks for them. */
export async function planSearch(
  database: OpenDatabase,
  filter: ClippingFilter,
  shape: FilterShape,
  terms: readonly string[],
  page: PageAsked,
): Promise<SearchPlans> {
  const same = (plan: SearchPlan) => ({ page: plan, totals: plan });
  if (filter.search === '') return same('none');
  if (terms.length === 0) return same('nothing');
  if (database.dialect !== 'sqlite') return same('server');
  if (filter.removed) return same('look_up');
  const { all, candidates } = await countAppearances(database, filter);
  const found: number[] = [];
  for (const term of terms) found.push(await countBeginnings(database, term, all));
  const estimate = { found, all: Math.max(all, ...found, 1), candidates };
  return {
    page: planFor(estimate, rowsToWalk(estimate, page, shape)),
    totals: planFor(estimate, candidates),
  };
}
