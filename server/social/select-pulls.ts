import type { SelectQueryBuilder } from 'kysely';
import { AltavozFailure } from '../../shared/failure.ts';
import type { Listed } from '../../shared/records.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { PullPart } from '../../shared/social/pull.ts';
import type {
  PullEnding,
  PullKind,
  PullRow,
  PullState,
  PullStepRow,
} from '../../shared/social/pull-rows.ts';
import type {
  PageFailure,
  PullOutcome,
  PullProgress,
  PullReason,
  PullRequestStatus,
} from '../../shared/social/rows.ts';
import type { PullList, PullStepList } from '../../shared/social/schemas.ts';
import type { House } from '../context.ts';
import type { Tables } from '../database/schema.ts';
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

type Pulls = SelectQueryBuilder<Tables, 'pull', object>;

async function selectRows(pulls: Pulls): Promise<PullRow[]> {
  const rows = await pulls
    .leftJoin('pullRequest', 'pullRequest.pullId', 'pull.id')
    .leftJoin('page', 'page.id', 'pullRequest.pageId')
    .select(['pull.id', 'pull.kind', 'reason', 'day', 'startedAt', 'finishedAt', 'ended'])
    .select(['cancelAskedAt', 'cancelAskedBy', 'pages', 'pagesDone', 'pagesFailed'])
    .select(['steps', 'stepsDone', 'calls', 'readings', 'postsRead'])
    .select(['requestedBy', 'page.title as askedPage'])
    .orderBy('startedAt', 'desc')
    .orderBy('pull.id')
    .execute();
  return rows.map(asPull);
}

function inState(pulls: Pulls, state: PullState): Pulls {
  if (state === 'running') return pulls.where('ended', 'is', null);
  if (state === 'failed') return pulls.where('pagesFailed', '>', 0);
  return pulls.where('ended', '=', state);
}

/** A page of the pulls, newest first. */
export async function selectPulls({ database }: House, list: PullList): Promise<Listed<PullRow>> {
  let matching = database.db.selectFrom('pull');
  if (list.kind) matching = matching.where('pull.kind', '=', list.kind);
  if (list.state) matching = inState(matching, list.state);
  const words = searchConditions('page.searchText', list.search);
  if (words.length > 0) {
    const pages = database.db
      .selectFrom('page')
      .where((expression) => expression.and(words))
      .select('page.id');
    matching = matching.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('pullStep')
          .whereRef('pullStep.pullId', '=', 'pull.id')
          .where('pullStep.pageId', 'in', pages)
          .select('pullStep.pageId'),
      ),
    );
  }
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const shown = matching.limit(list.pageSize).offset((list.page - 1) * list.pageSize);
  return { rows: await selectRows(shown), total };
}

/** One pull. @throws {AltavozFailure} `record_not_found`. */
export async function readPull({ database }: House, pullId: string): Promise<PullRow> {
  const [row] = await selectRows(database.db.selectFrom('pull').where('pull.id', '=', pullId));
  if (row) return row;
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
