import { type AudienceDimension, audienceDimensions } from '../../shared/social/audience.ts';
import type { AudienceAnswer } from '../../shared/social/figure-rows.ts';
import type { AudienceQuery } from '../../shared/social/figure-schemas.ts';
import { type SnapshotSource, snapshotSources } from '../../shared/social/metrics.ts';
import type { House } from '../context.ts';
import { selectBounds } from './select-bounds.ts';

type Part = AudienceAnswer['dimensions'][number];

/** The newest days, at most two, of which a dimension is known until a day. */
async function selectDays(
  { database }: House,
  { pageId, day = '9999-12-31' }: AudienceQuery,
  dimension: AudienceDimension,
): Promise<string[]> {
  const rows = await database.db
    .selectFrom('audienceSlice')
    .select('day')
    .distinct()
    .where('pageId', '=', pageId)
    .where('dimension', '=', dimension)
    .where('day', '<=', day)
    .orderBy('day', 'desc')
    .limit(2)
    .execute();
  return rows.map((row) => row.day);
}

const start = '0000-01-01';

/** The followers of a page on a day, by the last reading until then. */
async function selectFollowers({ database }: House, pageId: string, day: string) {
  const wanted = { name: 'on', metric: 'followers', which: 'last', from: start, to: day } as const;
  const reading = (await selectBounds(database.db, [pageId], [wanted])).get(pageId)?.on;
  return reading ? { day: reading.day, value: reading.value } : null;
}

/** The slices of one day by the source that is believed, the largest first. */
async function selectSlices(
  { database }: House,
  pageId: string,
  dimension: AudienceDimension,
  day: string,
) {
  const rows = await database.db
    .selectFrom('audienceSlice')
    .select(['key', 'value', 'unit', 'source', 'capturedAt'])
    .where('pageId', '=', pageId)
    .where('dimension', '=', dimension)
    .where('day', '=', day)
    .execute();
  const source = snapshotSources.find((one) => rows.some((row) => row.source === one));
  return rows
    .filter((row) => row.source === source)
    .toSorted((a, b) => b.value - a.value || a.key.localeCompare(b.key));
}

async function readDimension(
  house: House,
  query: AudienceQuery,
  dimension: AudienceDimension,
): Promise<Part[]> {
  const [day, dayBefore] = await selectDays(house, query, dimension);
  if (day === undefined) return [];
  const slices = await selectSlices(house, query.pageId, dimension, day);
  const [first] = slices;
  if (!first) return [];
  const before =
    dayBefore === undefined ? [] : await selectSlices(house, query.pageId, dimension, dayBefore);
  // Shares and people do not compare.
  const isComparable = before[0]?.unit === first.unit;
  const bare = (rows: typeof slices) => rows.map(({ key, value }) => ({ key, value }));
  return [
    {
      dimension,
      day,
      source: first.source as SnapshotSource,
      capturedAt: first.capturedAt,
      unit: first.unit as Part['unit'],
      followers: first.unit === 'people' ? await selectFollowers(house, query.pageId, day) : null,
      slices: bare(slices),
      before:
        isComparable && dayBefore !== undefined ? { day: dayBefore, slices: bare(before) } : null,
    },
  ];
}

/** The first day of which any dimension of a page is known. */
async function selectFirstDay({ database }: House, pageId: string): Promise<string | null> {
  const row = await database.db
    .selectFrom('audienceSlice')
    .select((expression) => expression.fn.min('day').as('day'))
    .where('pageId', '=', pageId)
    .executeTakeFirst();
  return row?.day ?? null;
}

/** Who follows a page, as far as is known until a day; dimensions that nobody gave are left out. */
export async function readAudience(house: House, query: AudienceQuery): Promise<AudienceAnswer> {
  const dimensions: Part[] = [];
  for (const dimension of audienceDimensions) {
    dimensions.push(...(await readDimension(house, query, dimension)));
  }
  const knownFrom = dimensions.length === 0 ? await selectFirstDay(house, query.pageId) : null;
  return { knownFrom, dimensions };
}
