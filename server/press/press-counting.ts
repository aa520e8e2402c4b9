import type { Counting } from '../both-counted.ts';

/** How months of a channel of free press are counted, from records and from monthly totals. */
export const pressCounting: Counting = {
  record: 'press_tally',
  async countRecords(db, { month, kind }) {
    const row = await db
      .selectFrom('pressMonth')
      .select('count')
      .where('month', '=', month)
      .where('channel', '=', kind)
      .where('source', '=', 'records')
      .executeTakeFirst();
    return row?.count ?? 0;
  },
  async findTotal(db, { month, kind }) {
    const row = await db
      .selectFrom('pressTally')
      .select(['count', 'besideRecords'])
      .where('month', '=', month)
      .where('channel', '=', kind)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    return row && { count: row.count, isChosen: row.besideRecords === 1 };
  },
  selectUnchosen: (db, months) =>
    db
      .selectFrom('pressTally')
      .select(['id', 'month', 'channel as kind', 'count'])
      .where('month', 'in', months)
      .where('besideRecords', '=', 0)
      .where('deletedAt', 'is', null)
      .orderBy('month')
      .orderBy('channel')
      .execute(),
  async keepChoice(db, id) {
    await db.updateTable('pressTally').set({ besideRecords: 1 }).where('id', '=', id).execute();
  },
};
