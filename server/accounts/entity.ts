import type { EntityFields } from '../../shared/accounts/schemas.ts';
import type { ActorContext } from '../context.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { transact } from '../transaction.ts';

const onlyRow = 1;

/** Whose office it is; the name is absent until somebody gives it. */
export async function readEntity({ db }: Pick<OpenDatabase, 'db'>): Promise<EntityFields> {
  const row = await db.selectFrom('entity').select('name').executeTakeFirst();
  return { name: row?.name ?? null };
}

/** Gives the entity its name, by which its files go out. */
export function updateEntity(context: ActorContext, { name }: EntityFields): Promise<EntityFields> {
  return transact(context, ['accounts'], async (write) => {
    const before = await readEntity(write);
    await write.db
      .insertInto('entity')
      .values({ id: onlyRow, name })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }))
      .execute();
    await write.audit({
      action: 'update',
      record: 'entity',
      recordId: 'entity',
      details: { before: before.name, after: name },
    });
    return { name };
  });
}
