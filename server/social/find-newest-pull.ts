import type { House } from '../context.ts';

/** The pull that ended last; nothing while none has. */
export async function findNewestPull({ database }: House): Promise<string | null> {
  const row = await database.db
    .selectFrom('pull')
    .select('id')
    .where('finishedAt', 'is not', null)
    .orderBy('finishedAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
