import { sql } from 'kysely';
import type { CausedByEvent } from '../../../shared/press/coverage.ts';
import type { Standing } from '../../../shared/press/grading.ts';
import type { Tone } from '../../../shared/press/schemas.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { nameThen } from '../closed-names.ts';

/** An appearance that an event caused; the value is absent where it has none. */
export interface CausedClipping {
  id: string;
  day: string;
  title: string;
  outletName: string;
  tone: Tone | null;
  standing: Standing;
  valueCop: number | null;
}

/** The appearances that an event or campaign caused, the newest first, with the sum of their values and how many have none. */
export async function listCaused(
  { db }: OpenDatabase,
  { eventId, page, pageSize }: CausedByEvent,
): Promise<{ rows: CausedClipping[]; total: number; valueCop: number | null; unvalued: number }> {
  const matching = db
    .selectFrom('clipping')
    .where('clipping.eventId', '=', eventId)
    .where('clipping.deletedAt', 'is', null);
  const rows = await matching
    .select(['clipping.id', 'clipping.day', 'clipping.title'])
    .select(nameThen('outlet').as('outletName'))
    .select(['clipping.tone', 'clipping.standing', 'clipping.valueCop'])
    .orderBy('clipping.day', 'desc')
    .orderBy('clipping.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const sums = await matching
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number | null>`sum(case when ${sql.ref('clipping.standing')} = 'valued'
        then ${sql.ref('clipping.valueCop')} end)`.as('valueCop'),
      sql<number>`coalesce(sum(case when ${sql.ref('clipping.standing')} = 'unvalued'
        then 1 end), 0)`.as('unvalued'),
    ])
    .executeTakeFirstOrThrow();
  const shown = rows.map((row) => ({
    ...row,
    tone: row.tone as Tone | null,
    standing: row.standing as Standing,
  }));
  return { rows: shown, ...sums };
}
