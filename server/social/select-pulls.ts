import { AltavozFailure } from '../../shared/failure.ts';
import type { Listed, ListPage } from '../../shared/records.ts';
import type {
  PullProgress,
  PullReason,
  PullRequestStatus,
  PullRow,
} from '../../shared/social/rows.ts';
import type { House } from '../context.ts';

const asPull = (row: Omit<PullRow, 'reason'> & { reason: string }): PullRow => ({
  ...row,
  reason: row.reason as PullReason,
});

/** A page of the pulls, newest first. */
export async function selectPulls(house: House, list: ListPage): Promise<Listed<PullRow>> {
  const { db } = house.database;
  const rows = await db
    .selectFrom('pull')
    .selectAll()
    .orderBy('startedAt', 'desc')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await db
    .selectFrom('pull')
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(asPull), total };
}

/** How far a request has come, with the pull that answers it. @throws {AltavozFailure} `record_not_found`. */
export async function readPullProgress(house: House, requestId: string): Promise<PullProgress> {
  const { db } = house.database;
  const request = await db
    .selectFrom('pullRequest')
    .select(['status', 'requestedAt', 'pullId'])
    .where('id', '=', requestId)
    .executeTakeFirst();
  if (!request) {
    throw new AltavozFailure({ code: 'record_not_found', record: 'pull_request', id: requestId });
  }
  const pull =
    request.pullId === null
      ? undefined
      : await db.selectFrom('pull').selectAll().where('id', '=', request.pullId).executeTakeFirst();
  return {
    status: request.status as PullRequestStatus,
    requestedAt: request.requestedAt,
    pull: pull ? asPull(pull) : null,
  };
}
