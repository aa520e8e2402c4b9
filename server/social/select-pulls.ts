import { AltavozFailure } from '../../shared/failure.ts';
import type { Listed, ListPage } from '../../shared/records.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { PullPart } from '../../shared/social/pull.ts';
import type { PullEnding, PullKind, PullRow, PullStepRow } from '../../shared/social/pull-rows.ts';
import type {
  PageFailure,
  PullOutcome,
  PullProgress,
  PullReason,
  PullRequestStatus,
} from '../../shared/social/rows.ts';
import type { PullStepList } from '../../shared/social/schemas.ts';
import type { House } from '../context.ts';
import { searchConditions } from '../database/search.ts';

type StoredPull = Omit<PullRow, 'reason' | 'kind' | 'ended'> & {
  reason: string;
  kind: string;
  ended: string | null;
};

const asPull = (row: StoredPull): PullRow => ({
  ...row,
  kind: row.kind as PullKind,
  reason: row.reason as PullReason,
  ended: row.ended as PullEnding | null,
});

function selectAll(house: House) {
  return house.database.db
    .selectFrom('pull')
    .select(['id', 'kind', 'reason', 'day', 'startedAt', 'finishedAt', 'ended'])
    .select(['cancelAskedAt', 'cancelAskedBy', 'pages', 'pagesDone', 'pagesFailed'])
    .select(['steps', 'stepsDone', 'calls', 'readings', 'postsRead']);
}

/** A page of the pulls, newest first. */
export async function selectPulls(house: House, list: ListPage): Promise<Listed<PullRow>> {
  const rows = await selectAll(house)
    .orderBy('startedAt', 'desc')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await house.database.db
    .selectFrom('pull')
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(asPull), total };
}

/** One pull. @throws {AltavozFailure} `record_not_found`. */
export async function readPull(house: House, pullId: string): Promise<PullRow> {
  const row = await selectAll(house).where('id', '=', pullId).executeTakeFirst();
  if (row) return asPull(row);
  throw new AltavozFailure({ code: 'record_not_found', record: 'pull', id: pullId });
}

/** What a pull made of each part of each page, those that failed first. */
export async function searchPullSteps(
  { database }: House,
  list: PullStepList,
): Promise<Listed<PullStepRow>> {
  let matching = database.db
    .selectFrom('pullStep')
    .innerJoin('page', 'page.id', 'pullStep.pageId')
    .where('pullStep.pullId', '=', list.pullId)
    .where((expression) => expression.and(searchConditions('page.searchText', list.search)));
  if (list.failedOnly) matching = matching.where('pullStep.outcome', '<>', 'ok');
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .select(['pullStep.pageId', 'page.title as pageTitle', 'page.network', 'page.handle'])
    .select(['part', 'at', 'outcome', 'details', 'calls', 'readings', 'postsRead'])
    .orderBy((by) => by.case().when('outcome', '=', 'ok').then(1).else(0).end())
    .orderBy('page.title')
    .orderBy('pullStep.pageId')
    .orderBy('part')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const asStep = ({ details, ...row }: (typeof rows)[number]): PullStepRow => ({
    ...row,
    network: row.network as NetworkId,
    part: row.part as PullPart,
    outcome: row.outcome as PullOutcome,
    failures: JSON.parse(details) as PageFailure[],
  });
  return { rows: rows.map(asStep), total };
}

/** How far a request has come, with the pull that answers it. @throws {AltavozFailure} `record_not_found`. */
export async function readPullProgress(house: House, requestId: string): Promise<PullProgress> {
  const request = await house.database.db
    .selectFrom('pullRequest')
    .select(['status', 'requestedAt', 'pullId'])
    .where('id', '=', requestId)
    .executeTakeFirst();
  if (!request) {
    throw new AltavozFailure({ code: 'record_not_found', record: 'pull_request', id: requestId });
  }
  return {
    status: request.status as PullRequestStatus,
    requestedAt: request.requestedAt,
    pull: request.pullId === null ? null : await readPull(house, request.pullId),
  };
}
