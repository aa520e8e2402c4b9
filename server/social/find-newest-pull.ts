import type { House } from '../context.ts';

/**
 * The pull that ended last; nothing while none has. One that ended at a time to come, before the clock
 * was set back, is not newer than those that end from now on.
 */
export async function findNewestPull({ database, now }: House): Promise<string | null> {
  const row = await database.db
    .selectFrom('pull')
    .select('id')
    .where('finishedAt', '<=', now().toISOString())
    .orderBy('finishedAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
