import type { Kysely } from 'kysely';
import { addDays, daysBetween } from '../../../shared/calendar/day.ts';
import { addMonths } from '../../../shared/calendar/month.ts';
import {
  type AlikeClipping,
  type AlikePair,
  areTitlesAlike,
  daysOfSyndication,
  type LikenessList,
  type LikenessReason,
  likenessReasons,
} from '../../../shared/press/likeness.ts';
import { foldForSearch, type Listed, searchWords } from '../../../shared/records.ts';
import type { Tables } from '../../database/schema.ts';
import {
  type IdPair,
  selectAlikeByIds,
  selectPairs,
  selectPairsElsewhere,
  selectPairsOfDay,
} from './likeness-queries.ts';

/** More than anybody goes through at once; the rest comes up as these are resolved. */
const most = 1_000;

/** Titles of one outlet and day that are compared letter by letter, the newest first. */
const mostCompared = 20_000;

/** Pairs of one outlet and day whose titles are equal but for a slip. */
async function selectNearPieces(
  db: Kysely<Tables>,
  period: { from: string; to: string },
): Promise<IdPair[]> {
  const pairs = await selectPairsOfDay(db, { ...period, most: mostCompared });
  return pairs
    .filter(({ laterTitle, earlierTitle }) => areTitlesAlike(laterTitle, earlierTitle))
    .slice(0, most);
}

async function selectFor(
  db: Kysely<Tables>,
  reason: LikenessReason,
  { from, to }: { from: string; to: string },
): Promise<IdPair[]> {
  if (reason !== 'same_text_elsewhere') {
    const pairs = await selectPairs(db, reason, { from, to, most });
    return reason === 'same_piece'
      ? [...pairs, ...(await selectNearPieces(db, { from, to }))]
      : pairs;
  }
  const earliest = addDays(from, -daysOfSyndication);
  const pairs = await selectPairsElsewhere(db, { from, earliest, to, most });
  return pairs.filter(
    ({ laterDay, earlierDay }) => daysBetween(earlierDay, laterDay) <= daysOfSyndication,
  );
}

/** The first and the last day of a period of months. */
function daysOf({ from, to }: { from: string; to: string }) {
  return { from: `${from}-01`, to: addDays(`${addMonths(to, 1)}-01`, -1) };
}

/** Every pair once, for the surest of its reasons. */
async function selectAll(db: Kysely<Tables>, list: LikenessList) {
  const period = daysOf(list);
  const pairs = new Map<string, IdPair & { reason: LikenessReason }>();
  for (const reason of list.reason ? [list.reason] : likenessReasons) {
    for (const pair of await selectFor(db, reason, period)) {
      const key = `${pair.laterId} ${pair.earlierId}`;
      if (!pairs.has(key)) pairs.set(key, { ...pair, reason });
    }
  }
  return [...pairs.values()];
}

function holdsWords(words: readonly string[], clippings: readonly AlikeClipping[]): boolean {
  const text = clippings.map(({ outletName, title }) => `${outletName} ${title}`).join(' ');
  const folded = foldForSearch(text);
  return words.every((word) => folded.includes(word));
}

/** A page of the appearances of a period that look like others and that nobody resolved. */
export async function listLikeness(
  db: Kysely<Tables>,
  list: LikenessList,
): Promise<Listed<AlikePair>> {
  const pairs = await selectAll(db, list);
  const ids = new Set(pairs.flatMap(({ laterId, earlierId }) => [laterId, earlierId]));
  const shown = await selectAlikeByIds(db, [...ids]);
  const words = searchWords(list.search);
  const found = pairs.flatMap(({ reason, laterId, earlierId }) => {
    const [later, earlier] = [shown.get(laterId), shown.get(earlierId)];
    return later && earlier && holdsWords(words, [later, earlier])
      ? [{ reason, later, earlier }]
      : [];
  });
  const start = (list.page - 1) * list.pageSize;
  return { rows: found.slice(start, start + list.pageSize), total: found.length };
}

/** The appearances of a month that are, by any sign, one that is there twice; both of each two. */
export async function findDuplicatesOf(db: Kysely<Tables>, month: string): Promise<Set<string>> {
  const period = daysOf({ from: month, to: month });
  const ids = new Set<string>();
  for (const reason of ['same_address', 'same_evidence', 'same_piece'] as const) {
    for (const { laterId, earlierId } of await selectPairs(db, reason, { ...period, most })) {
      ids.add(laterId).add(earlierId);
    }
  }
  return ids;
}
