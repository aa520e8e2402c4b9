import type { Counting } from '../both-counted.ts';

/** How months of a kind of output are counted, from records and from monthly totals. */
export const outputCounting: Counting = {
  record: 'output_tally',
  async countRecords(db, { month, kind }) {
    const row = await db
      .selectFrom('outputMonth')
      .select('count')
      .where('month', '=', month)
      .where('kind', '=', kind)
      .where('source', '=', 'records')
      .executeTakeFirst();
    return row?.count ?? 0;
  },
  async findTotal(db, { month, kind }) {
    const row = await db
      .selectFrom('outputTally')
      .select(['count', 'besideRecords'])
      .where('month', '=', month)
      .where('kind', '=', kind)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    return row && { count: row.count, isChosen: row.besideRecords === 1 };
  },
  selectUnchosen: (db, months) =>
    db
      .selectFrom('outputTally')
      .select(['id', 'month', 'kind', 'count'])
      .where('month', 'in', months)
      .where('besideRecords', '=', 0)
      .where('deletedAt', 'is', null)
      .orderBy('month')
      .orderBy('kind')
      .execute(),
  async keepChoice(db, id) {
    await db.updateTable('outputTally').set({ besideRecords: 1 }).where('id', '=', id).execute();
  },
};
