import { rememberPeople } from '../accounts/known-people.ts';
import type { Write } from '../transaction.ts';

/** Writes those who made something as they are known; whoever is now known better is renamed in every item. */
export async function settlePeople<Item extends { responsible: string | null }>(
  write: Write,
  items: readonly Item[],
): Promise<Item[]> {
  const named = items.map(({ responsible }) => responsible);
  const { known, renamed } = await rememberPeople(write, named);
  for (const { from, to } of renamed) {
    await write.db
      .updateTable('outputItem')
      .set({ responsible: to })
      .where('responsible', '=', from)
      .execute();
    for (const table of ['outputMonthBy', 'outputMonthState'] as const) {
      await write.db
        .updateTable(table as 'outputMonthBy')
        .set({ value: to })
        .where('dimension', '=', 'responsible')
        .where('value', '=', from)
        .execute();
    }
    await write.audit({
      action: 'rename',
      record: 'output_item',
      recordId: to.slice(0, 64),
      details: { responsible: { from, to } },
    });
  }
  return items.map((item) => {
    const responsible = item.responsible === null ? null : known(item.responsible);
    return responsible === item.responsible ? item : { ...item, responsible };
  });
}
