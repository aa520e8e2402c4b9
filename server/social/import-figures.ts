import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { AltavozFailure } from '../../shared/failure.ts';
import type { RecordVersion } from '../../shared/records.ts';
import type { Metric } from '../../shared/social/metrics.ts';
import type { Snapshot, TypedSnapshot } from '../../shared/social/schemas.ts';
import { type ActorContext, today } from '../context.ts';
import { inParts } from '../database/many-records.ts';
import type { Tables } from '../database/schema.ts';
import { transact, type Write } from '../transaction.ts';
import { restoreSnapshots } from './restore-snapshots.ts';
import { writeSnapshots } from './store-snapshots.ts';

const source = 'import';

type Key = Pick<TypedSnapshot, 'pageId' | 'metric' | 'day'>;

const idOf = ({ metric, day, pageId }: Key) => `${metric} ${day} ${pageId}`;

function keyOf(id: string): Key {
  const [metric = '', day = '', ...page] = id.split(' ');
  return { metric: metric as Metric, day, pageId: page.join(' ') };
}

/** Readings carry no version: what they say takes its place. */
function versionOf({ value, precision }: Pick<Snapshot, 'value' | 'precision'>): number {
  const hash = createHash('sha256').update(`${value} ${precision}`).digest();
  return hash.readUInt32BE(0) >>> 1 || 1;
}

const named = (figure: TypedSnapshot): RecordVersion => ({
  id: idOf(figure),
  version: versionOf(figure),
});

/** The figures that files brought of some days, with what stands for their versions. */
export async function selectImportedFigures(
  db: Kysely<Tables>,
  from: string,
  to: string,
): Promise<(RecordVersion & { figure: TypedSnapshot })[]> {
  const rows = await db
    .selectFrom('snapshot')
    .select(['pageId', 'metric', 'day', 'value', 'precision'])
    .where('source', '=', source)
    .where('metric', 'in', ['followers', 'posts'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
  return rows.map((row) => {
    const figure = row as TypedSnapshot;
    return { ...named(figure), figure };
  });
}

async function requirePages({ db }: Write, figures: readonly TypedSnapshot[]): Promise<void> {
  const rows = await db.selectFrom('page').select('id').where('deletedAt', 'is', null).execute();
  const known = new Set(rows.map(({ id }) => id));
  const strange = figures.find(({ pageId }) => !known.has(pageId));
  if (!strange) return;
  throw new AltavozFailure({ code: 'record_not_found', record: 'page', id: strange.pageId });
}

/** Figures of one statement. */
const figuresAtATime = 250;

type Reading = Pick<Snapshot, 'value' | 'precision' | 'capturedAt'>;

/** What files say of some pages and days, by `idOf`. */
async function selectReadings(
  { db }: Write,
  ids: readonly string[],
): Promise<Map<string, Reading>> {
  const keys = ids.map(keyOf);
  const tuples = keys.map(({ pageId, metric, day }) => sql`(${pageId}, ${metric}, ${day})`);
  const rows = await db
    .selectFrom('snapshot')
    .select(['pageId', 'metric', 'day', 'value', 'precision', 'capturedAt'])
    .where('source', '=', source)
    .where(sql<boolean>`(page_id, metric, day) in (values ${sql.join(tuples)})`)
    .execute();
  return new Map(rows.map((row) => [idOf(row as Key), row as Reading]));
}

/** What a file says of a day, if nobody changed it since. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
async function readFigure(write: Write, { id, version }: RecordVersion): Promise<Reading> {
  const row = (await selectReadings(write, [id])).get(id);
  if (!row) throw new AltavozFailure({ code: 'record_not_found', record: 'snapshot', id });
  const currentVersion = versionOf(row);
  if (currentVersion === version) return row;
  const changed = { currentVersion, changedAt: row.capturedAt, changedBy: null };
  throw new AltavozFailure({ code: 'record_changed', record: 'snapshot', id, ...changed });
}

/**
 * Stores figures that a file brings of pages and days, with one audit row for all of them; what the
 * network itself says of a day goes on being shown before them.
 * @throws {AltavozFailure} `record_not_found` for a page; `invalid_input` for a day still to come.
 */
export function importFigures(
  context: ActorContext,
  figures: readonly TypedSnapshot[],
): Promise<RecordVersion[]> {
  const now = today(context);
  if (figures.some(({ day }) => day > now)) {
    const field = { path: 'day', rule: 'day_to_come', facts: {} };
    throw new AltavozFailure({ code: 'invalid_input', fields: [field] });
  }
  return transact(context, ['social'], async (write) => {
    await requirePages(write, figures);
    const own = { source, capturedAt: write.at } as const;
    await writeSnapshots(
      context,
      write,
      figures.map((figure) => ({ ...figure, ...own })),
    );
    const details = { snapshots: figures.length };
    await write.audit({ action: 'import', record: 'snapshot', recordId: 'many', details });
    return figures.map(named);
  });
}

/** Puts another figure in place of one that a file brought. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function updateImportedFigure(
  context: ActorContext,
  at: RecordVersion,
  figure: TypedSnapshot,
): Promise<RecordVersion> {
  return transact(context, ['social'], async (write) => {
    const before = await readFigure(write, at);
    const after = { ...figure, ...keyOf(at.id) };
    await writeSnapshots(context, write, [{ ...after, source, capturedAt: write.at }]);
    const details = { before, after };
    await write.audit({ action: 'update', record: 'snapshot', recordId: after.pageId, details });
    return named(after);
  });
}

/**
 * Takes away figures that a file brought, but for those that somebody changed since: of those days the
 * file says nothing again. Returns how many.
 */
export function removeImportedFigures(
  context: ActorContext,
  ats: readonly RecordVersion[],
): Promise<number> {
  return transact(context, ['social'], async (write) => {
    let removed = 0;
    for (const some of inParts(ats, figuresAtATime)) {
      const readings = await selectReadings(
        write,
        some.map(({ id }) => id),
      );
      const gone = some.flatMap(({ id, version }) => {
        const before = readings.get(id);
        return before && versionOf(before) === version ? [{ key: keyOf(id), before }] : [];
      });
      const changes = gone.map(({ key }) => ({ key: { ...key, source }, before: null }) as const);
      await restoreSnapshots(context, write, changes);
      const entry = { action: 'remove', record: 'snapshot' } as const;
      await write.audit(
        ...gone.map(({ key, before }) => ({ ...entry, recordId: key.pageId, details: { before } })),
      );
      removed += gone.length;
    }
    return removed;
  });
}
