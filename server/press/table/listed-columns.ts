import { sql } from 'kysely';
import type { ClippingRow } from '../../../shared/press/rows.ts';
import type { Flag } from '../../database/record-columns.ts';
import { nameThen } from '../closed-names.ts';
import { type Clippings, hasEvidence } from './filter-clippings.ts';

/** An appearance of a list as the database gives it. */
export interface StoredRow extends Omit<ClippingRow, 'isPaid' | 'underContract' | 'hasEvidence'> {
  isPaid: Flag;
  underContract: Flag;
  hasEvidence: Flag;
}

const evidenceFlag = sql<Flag>`case when ${hasEvidence} then 1 else 0 end`;

/** What a list shows of each appearance; names by subqueries, so that only the rows of a page look them up. */
export function selectListed(query: Clippings) {
  return query
    .select(['id', 'version', 'day', 'title', 'channel', 'format', 'section', 'tone', 'url'])
    .select(['standing', 'grade', 'outlet_id as outletId', 'is_paid as isPaid'])
    .select(['value_cop as valueCop', 'value_with_vat_cop as valueWithVatCop'])
    .select(['updated_at as updatedAt', 'updated_by as updatedBy'])
    .select(['author', 'topic', 'spokesperson', 'origin', 'entry'])
    .select(['department_id as departmentId', 'under_contract as underContract'])
    .select('review_state as reviewState')
    .select(nameThen('outlet').as('outletName'))
    .select(nameThen('department').as('departmentName'))
    .select(evidenceFlag.as('hasEvidence'));
}

/** A row as people get it. */
export function listedRow<Row extends StoredRow>(row: Row) {
  return {
    ...row,
    isPaid: row.isPaid === 1,
    underContract: row.underContract === 1,
    hasEvidence: row.hasEvidence === 1,
  };
}
