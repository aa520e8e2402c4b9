import type { OpenDatabase } from '../database/connection.ts';

/** Which reading is asked for; days are included. */
export interface LastReadingOf {
  network: string;
  handle: string;
  metric: string;
  from: string;
  to: string;
}

/** One stored value of a page and metric. */
export interface LastReading {
  value: number;
  day: string;
  source: string;
  precision: string;
}

/** The reading of a page and metric on the last day of a period that has one; of several, the network's own comes first. */
export async function findLastReading(
  { db }: OpenDatabase,
  { network, handle, metric, from, to }: LastReadingOf,
): Promise<LastReading | undefined> {
  return (
    db
      .selectFrom('page')
      .innerJoin('snapshot', 'snapshot.pageId', 'page.id')
      .select(['snapshot.value', 'snapshot.day', 'snapshot.source', 'snapshot.precision'])
      .where('page.network', '=', network)
      .where('page.handle', '=', handle)
      .where('page.deletedAt', 'is', null)
      .where('snapshot.metric', '=', metric)
      .where('snapshot.day', '>=', from)
      .where('snapshot.day', '<=', to)
      .orderBy('snapshot.day', 'desc')
      // `api` before `import` before `manual`.
      .orderBy('snapshot.source')
      .limit(1)
      .executeTakeFirst()
  );
}
