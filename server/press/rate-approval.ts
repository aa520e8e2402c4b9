import { sql } from 'kysely';
import type { RateApproval } from '../../shared/press/approval.ts';

/**
 * Whether somebody had approved the price of an appearance when it was valued; absent where no
 * price made its value. Values older than that say it by their rate as it stands now. A quote
 * within a text of the JSON is escaped, so that no text is taken for the flag.
 */
export const rateApproval = sql<RateApproval | null>`case
  when clipping.standing <> 'valued' then null
  when clipping.valuation like '%"isApproved":false%' then 'unapproved'
  when clipping.valuation like '%"isApproved":true%' then 'approved'
  when clipping.rate_id is null then null
  when exists (select 1 from rate where rate.id = clipping.rate_id and rate.approved_by is null)
    then 'unapproved' else 'approved' end`;
