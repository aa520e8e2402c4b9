import type { Kysely } from 'kysely';
import type { MonthPeriod } from '../../../shared/calendar/month.ts';
import type { MonthState, MonthStateRow } from '../../../shared/press/review-rows.ts';
import type { MonthCloseTable } from '../../database/press-schema.ts';
import type { Tables } from '../../database/schema.ts';
import { knownValue } from '../read-monthly-value.ts';
import { selectLastRevisions, selectMonthsWithin } from './review-queries.ts';

type Revision = Pick<MonthCloseTable, 'revision' | 'action' | 'at' | 'actorName' | 'reason'>;

/** Whether a month is closed, by its newest revision; a month without any is open. */
export function stateOf(last: Revision | undefined): MonthState {
  if (!last) return { state: 'open' };
  const { revision, at, actorName: by, reason } = last;
  return last.action === 'close'
    ? { state: 'closed', revision, at, by }
    : { state: 'reopened', revision, at, by, reason: reason ?? '' };
}

/** The months of a period that have anything on record or were closed, the newest first. */
export async function listMonthStates(
  db: Kysely<Tables>,
  period: MonthPeriod,
): Promise<MonthStateRow[]> {
  const sums = await selectMonthsWithin(db, period);
  const last = new Map(
    (await selectLastRevisions(db, period)).map((revision) => [revision.month, revision]),
  );
  const months = new Set([...sums.keys(), ...last.keys()]);
  return [...months]
    .sort()
    .reverse()
    .map((month) => {
      const sum = sums.get(month) ?? { count: 0, value: 0, unvalued: 0 };
      return {
        month,
        count: sum.count,
        valueCop: sum.count === 0 ? null : knownValue(sum),
        unvalued: sum.unvalued,
        ...stateOf(last.get(month)),
      };
    });
}
