import { sql } from 'kysely';

/** The outlets of closed months that were of another medium then than they are today: nearly always none. */
const moved = sql`select closing.month, kept.record_id, kept.medium
  from month_close_name kept
  join month_close closing on closing.id = kept.month_close_id
  join outlet on outlet.id = kept.record_id
  where kept.kind = 'outlet' and kept.medium <> outlet.medium
    and closing.revision = (
      select max(revision) from month_close last where last.month = closing.month)`;

/** Whether an appearance is of a medium: in closed months by what its outlet was then. */
export function isOfMedium(medium: string) {
  return sql<boolean>`(
    (outlet_id in (select id from outlet where medium = ${medium})
      and (month, outlet_id) not in (select month, record_id from (${moved}) moved))
    or (month, outlet_id) in (
      select month, record_id from (${moved}) moved where medium = ${medium}))`;
}
