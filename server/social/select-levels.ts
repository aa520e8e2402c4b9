import type { Kysely } from 'kysely';
import { addDays } from '../../shared/calendar/day.ts';
import type { Period } from '../../shared/social/figure-schemas.ts';
import { type LevelOf, levelChange } from '../../shared/social/level-change.ts';
import type { Metric } from '../../shared/social/metrics.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { LevelChange } from '../../shared/social/period-figures.ts';
import type { Reading } from '../../shared/social/rows.ts';
import type { Tables } from '../database/schema.ts';
import { type BoundWanted, selectBounds } from './select-bounds.ts';

/** A page as its figures are read: what it is and on which network. */
export interface PageOf {
  id: string;
  network: NetworkId;
}

/** A level over a period: the readings that bound it, and how it moved. */
export interface Level {
  before: Reading | null;
  first: Reading | null;
  last: Reading | null;
  change: LevelChange | null;
}

interface LevelsWanted<Name extends string> {
  metric: Metric;
  /** By the name under which each is found. */
  periods: ReadonlyMap<Name, Period>;
  today: string;
}

const start = '0000-01-01';
const noReadings: Level = { before: null, first: null, last: null, change: null };

function boundsOf(name: string, metric: Metric, { from, to }: Period): BoundWanted<string>[] {
  return [
    { name: `${name} before`, metric, which: 'last', from: start, to: addDays(from, -1) },
    { name: `${name} first`, metric, which: 'first', from, to },
    { name: `${name} last`, metric, which: 'last', from, to },
  ];
}

/** A level of pages over some periods; a page of which nothing is known has a level without readings. */
export async function selectLevels<Name extends string>(
  db: Kysely<Tables>,
  pages: readonly PageOf[],
  { metric, periods, today }: LevelsWanted<Name>,
): Promise<(pageId: string, name: Name) => Level> {
  const wanted = [...periods].flatMap(([name, period]) => boundsOf(name, metric, period));
  const ids = pages.map(({ id }) => id);
  const found = await selectBounds(db, ids, wanted);
  const networks = new Map(pages.map(({ id, network }) => [id, network]));
  return (pageId, name) => {
    const [network, period] = [networks.get(pageId), periods.get(name)];
    if (network === undefined || period === undefined) return noReadings;
    const readings = found.get(pageId) ?? {};
    const of = (which: string) => readings[`${name} ${which}`] ?? null;
    const bounds = { before: of('before'), first: of('first'), last: of('last') };
    const about: LevelOf = { network, metric, period, today };
    return { ...bounds, change: levelChange(bounds, about) };
  };
}
