import { addDays } from '../../../shared/calendar/day.ts';
import type { Snapshot } from '../../../shared/social/schemas.ts';
import { firstDay, type Size } from '../sizes.ts';
import { seededRandom } from './seeded-random.ts';

function ofPage(pageId: string, days: readonly string[], seed: number): Snapshot[] {
  const random = seededRandom(seed);
  let value = random.whole(200, 40_000);
  const snapshots: Snapshot[] = [];
  for (const day of days) {
    value += random.whole(-3, 12);
    const capturedAt = `${day}T11:00:00.000Z`;
    const common = { metric: 'followers', source: 'api', precision: 'exact' } as const;
    snapshots.push({ pageId, day, value, capturedAt, ...common });
  }
  return snapshots;
}

/** Followers of each page on each day, some pages at a time. */
export function* makeSnapshots(
  size: Size,
  pageIds: readonly string[],
  pagesPerBatch = 4,
): Generator<Snapshot[]> {
  const days = Array.from({ length: size.days }, (_, index) => addDays(firstDay, index));
  for (let start = 0; start < pageIds.length; start += pagesPerBatch) {
    const some = pageIds.slice(start, start + pagesPerBatch);
    yield some.flatMap((pageId, index) => ofPage(pageId, days, 1_000 + start + index));
  }
}
