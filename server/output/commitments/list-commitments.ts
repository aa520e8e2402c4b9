import type {
  CommitmentList,
  CommitmentRow,
  CommitmentState,
} from '../../../shared/output/commitments.ts';
import type { Listed } from '../../../shared/records.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { searchConditions } from '../../database/search.ts';

const open = ['pending', 'in_progress'];

function matching({ db }: OpenDatabase, list: CommitmentList) {
  let query = db
    .selectFrom('commitment')
    .innerJoin('outputItem as meeting', 'meeting.id', 'commitment.meetingId')
    .where('commitment.deletedAt', 'is', null)
    .where('meeting.deletedAt', 'is', null)
    .where((expression) => expression.and(searchConditions('commitment.searchText', list.search)));
  const { meetingId, departmentId, state, dueBefore } = list;
  if (meetingId !== undefined) query = query.where('commitment.meetingId', '=', meetingId);
  if (departmentId !== undefined) {
    query = query.where('commitment.departmentId', '=', departmentId);
  }
  if (state === 'open') query = query.where('commitment.state', 'in', open);
  else if (state !== undefined) query = query.where('commitment.state', '=', state);
  if (dueBefore !== undefined) {
    query = query.where('dueDay', '<', dueBefore).where('commitment.state', 'in', open);
  }
  return query;
}

/** A page of commitments: those that fall due first, then those without a day. */
export async function listCommitments(
  database: OpenDatabase,
  list: CommitmentList,
): Promise<Listed<CommitmentRow>> {
  const query = matching(database, list);
  const rows = await query
    .leftJoin('department', 'department.id', 'commitment.departmentId')
    .select(['commitment.id', 'commitment.version', 'commitment.meetingId', 'text', 'dueDay'])
    .select(['commitment.departmentId', 'commitment.state', 'commitment.notes'])
    .select(['commitment.updatedAt', 'commitment.updatedBy', 'meeting.title as meetingTitle'])
    .select(['meeting.day as meetingDay', 'department.name as departmentName'])
    .orderBy((expression) => expression.case().when('dueDay', 'is', null).then(1).else(0).end())
    .orderBy('dueDay')
    .orderBy('commitment.createdAt')
    .orderBy('commitment.id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await query
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return {
    rows: rows.map((row) => ({ ...row, state: row.state as CommitmentState })),
    total,
  };
}
