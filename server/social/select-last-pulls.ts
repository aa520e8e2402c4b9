import type { Kysely } from 'kysely';
import type { PageFailure, PagePull, PullOutcome } from '../../shared/social/rows.ts';
import type { Tables } from '../database/schema.ts';

const idsPerQuery = 500;

/** What the last pull made of each page; pages that none tried are missing. */
export async function selectLastPulls(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, PagePull>> {
  const found = new Map<string, PagePull>();
  for (let start = 0; start < ids.length; start += idsPerQuery) {
    const rows = await db
      .selectFrom('pullOutcome')
      .select(['pageId', 'at', 'outcome', 'details'])
      .where('pageId', 'in', ids.slice(start, start + idsPerQuery))
      .where('at', '=', (newest) =>
        newest
          .selectFrom('pullOutcome as last')
          .select((select) => select.fn.max('last.at').as('at'))
          .whereRef('last.pageId', '=', 'pullOutcome.pageId'),
      )
      .execute();
    for (const { pageId, at, outcome, details } of rows) {
      const failures = JSON.parse(details) as PageFailure[];
      found.set(pageId, { at, outcome: outcome as PullOutcome, failures });
    }
  }
  return found;
}
