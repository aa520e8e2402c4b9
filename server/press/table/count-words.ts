import { sql } from 'kysely';
import { monthOf } from '../../../shared/calendar/day.ts';
import type { ClippingFilter } from '../../../shared/press/clipping-list.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { hotQuery } from '../../database/hot-query.ts';

interface Count {
  count: number;
}

const selectBeginnings = hotQuery<Count, [from: string, to: string]>((db) =>
  sql<Count>`select coalesce(sum(doc), 0) as count from clipping_word
    where term >= ${'from'} and term < ${'to'}`.compile(db),
);

/** How common the words last searched for are: counting one that most rows hold takes milliseconds. */
const counted = new WeakMap<OpenDatabase['db'], Map<string, { count: number; of: number }>>();

const keptWords = 500;

/**
 * About how many appearances hold a word that begins so, on SQLite; counted anew when all of
 * them have become more or fewer by a tenth.
 */
export async function countBeginnings(
  database: OpenDatabase,
  term: string,
  all: number,
): Promise<number> {
  const known = counted.get(database.db) ?? new Map<string, { count: number; of: number }>();
  counted.set(database.db, known);
  const before = known.get(term);
  if (before && Math.abs(before.of - all) * 10 <= before.of) return before.count;
  const [row] = await selectBeginnings(database, term, `${term}\u{10ffff}`);
  if (known.size >= keptWords) known.clear();
  const count = row?.count ?? 0;
  known.set(term, { count, of: all });
  return count;
}

const selectOfMonths = hotQuery<
  { all: number; candidates: number },
  [from: string, to: string, channel: string, either: string]
>((db) =>
  sql<{ all: number; candidates: number }>`select coalesce(sum(count), 0) as "all",
      coalesce(sum(case when month between ${'from'} and ${'to'}
        and (channel = ${'channel'} or ${'either'} = '') then count end), 0) as candidates
    from press_month where source = 'records'`.compile(db),
);

const selectOfOutlet = hotQuery<Count, [outletId: string, from: string, to: string]>((db) =>
  sql<Count>`select count(*) as count from clipping
    where outlet_id = ${'outletId'} and day between ${'from'} and ${'to'}`.compile(db),
);

const [firstDay, lastDay] = ['0000-01-01', '9999-12-31'];

/** About how many appearances there are, and how many a walk over those of a filter meets. */
export async function countAppearances(
  database: OpenDatabase,
  { from = firstDay, to = lastDay, channel, outletId }: ClippingFilter,
): Promise<{ all: number; candidates: number }> {
  const asked = channel ?? '';
  const [counts] = await selectOfMonths(database, monthOf(from), monthOf(to), asked, asked);
  const { all, candidates } = counts ?? { all: 0, candidates: 0 };
  if (outletId === undefined) return { all, candidates };
  const [row] = await selectOfOutlet(database, outletId, from, to);
  return { all, candidates: row?.count ?? 0 };
}
