import type { OpenDatabase } from '../database/connection.ts';
import { findPage } from './find-page.ts';

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
  database: OpenDatabase,
  { metric, from, to, ...where }: LastReadingOf,
): Promise<LastReading | undefined> {
  const page = await findPage(database, where);
  if (!page) return undefined;
  return (
    database.db
      .selectFrom('snapshot')
      .select(['value', 'day', 'source', 'precision'])
      .where('pageId', '=', page.id)
      .where('metric', '=', metric)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day', 'desc')
      // `api` before `import` before `manual`.
      .orderBy('source')
      .limit(1)
      .executeTakeFirst()
  );
}
