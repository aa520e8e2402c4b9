import type { Kysely } from 'kysely';
import { compareFigure, comparePost } from '../../shared/imports/compare.ts';
import type { PlacedItem } from '../../shared/imports/place-items.ts';
import type { Standing } from '../../shared/imports/schemas.ts';
import type { Metric, SnapshotSource } from '../../shared/social/metrics.ts';
import type { NetworkPost } from '../../shared/social/post-metrics.ts';
import type { Snapshot } from '../../shared/social/schemas.ts';
import type { Tables } from '../database/schema.ts';
import {
  type StoredPostReading,
  selectStoredPostReadings,
  selectStoredReadings,
} from '../social/select-stored-readings.ts';

/** What one figure, post or row of a file changes, in the columns of `import_change`. */
export interface PlannedChange {
  line: number;
  standing: Standing;
  makes: 'figure' | 'post' | 'row';
  pageId: string | null;
  subject: string | null;
  day: string | null;
  reason: string | null;
  said: string | null;
  before: string | null;
  after: string | null;
  others: string | null;
}

type Figure = Extract<PlacedItem, { makes: 'figure' }>;
type Post = Extract<PlacedItem, { makes: 'post' }>;
type BySource<Reading> = Partial<Record<SnapshotSource, Reading>>;

const json = (value: unknown) =>
  value === undefined || value === null ? null : JSON.stringify(value);

async function readFigures(db: Kysely<Tables>, figures: readonly Figure[]) {
  const days = figures.map(({ day }) => day).sort();
  const found = new Map<string, BySource<Snapshot>>();
  const [from] = days;
  const to = days.at(-1);
  if (from === undefined || to === undefined) return found;
  const rows = await selectStoredReadings(db, {
    pageIds: [...new Set(figures.map(({ at }) => at.id))],
    metrics: [...new Set(figures.map(({ metric }) => metric))],
    from,
    to,
  });
  for (const row of rows) {
    const key = `${row.pageId} ${row.metric} ${row.day}`;
    const known = found.get(key) ?? {};
    known[row.source] = row;
    found.set(key, known);
  }
  return found;
}

async function readPosts(db: Kysely<Tables>, posts: readonly Post[]) {
  const found = new Map<string, BySource<StoredPostReading>>();
  const pageIds = [...new Set(posts.map(({ at }) => at.id))];
  for (const row of await selectStoredPostReadings(db, pageIds)) {
    const key = `${row.pageId} ${row.externalId}`;
    const known = found.get(key) ?? {};
    known[row.source] = row;
    found.set(key, known);
  }
  return found;
}

function planFigure(item: Figure, stored: BySource<Snapshot> = {}): PlannedChange {
  const values = Object.fromEntries(
    Object.entries(stored).map(([source, reading]) => [source, reading.value]),
  );
  const { standing, others } = compareFigure(item.value, values);
  const { value, precision, capturedAt } = stored.import ?? {};
  return {
    line: item.line,
    standing,
    makes: 'figure',
    pageId: item.at.id,
    subject: item.metric,
    day: item.day,
    reason: null,
    said: null,
    before: stored.import ? json({ value, precision, capturedAt }) : null,
    after: json({ value: item.value }),
    others: others.length > 0 ? json(others) : null,
  };
}

function planPost(item: Post, stored: BySource<StoredPostReading> = {}): PlannedChange {
  const said = Object.fromEntries(
    Object.entries(stored).map(([source, reading]) => [source, reading.counts]),
  );
  const { standing, others } = comparePost(item.post.counts, said);
  const { capturedAt, counts } = stored.import ?? {};
  return {
    line: item.line,
    standing,
    makes: 'post',
    pageId: item.at.id,
    subject: item.post.externalId,
    day: item.post.publishedAt.slice(0, 10),
    reason: null,
    said: null,
    before: stored.import ? json({ capturedAt, counts }) : null,
    after: json(item.post),
    others: others.length > 0 ? json(others) : null,
  };
}

const nothing = { pageId: null, subject: null, day: null, before: null, after: null, others: null };

/** What each item of a file would change of what is stored at this moment. */
export async function planChanges(
  db: Kysely<Tables>,
  items: readonly PlacedItem[],
): Promise<PlannedChange[]> {
  const figures = await readFigures(
    db,
    items.filter((item) => item.makes === 'figure'),
  );
  const posts = await readPosts(
    db,
    items.filter((item) => item.makes === 'post'),
  );
  return items.map((item): PlannedChange => {
    if (item.makes === 'figure') {
      return planFigure(item, figures.get(`${item.at.id} ${item.metric} ${item.day}`));
    }
    if (item.makes === 'post') {
      return planPost(item, posts.get(`${item.at.id} ${item.post.externalId}`));
    }
    const { line, reason, said } = item;
    return { ...nothing, line, standing: 'refused', makes: 'row', reason, said };
  });
}

/** The item that a stored change was planned from, to plan it again. */
export function itemOf(change: PlannedChange, page: Figure['at']): PlacedItem | undefined {
  if (change.after === null || change.makes === 'row') return undefined;
  const facts: unknown = JSON.parse(change.after);
  const common = { line: change.line, page: null, at: page };
  if (change.makes === 'post') return { ...common, makes: 'post', post: facts as NetworkPost };
  const { value } = facts as { value: number };
  const [metric, day] = [change.subject as Metric, change.day ?? ''];
  return { ...common, makes: 'figure', metric, day, value };
}
