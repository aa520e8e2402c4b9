import { sql } from 'kysely';
import type { SortColumn } from '../../../shared/press/clipping-columns.ts';
import type { ClippingOrder } from '../../../shared/press/clipping-list.ts';
import type { Clippings } from './filter-clippings.ts';

/** What each column that may be absent is sorted by; a text by its letters, whatever their case. */
const expressionOf: Partial<Record<SortColumn, string>> = {
  section: "nullif(lower(section), '')",
  author: 'lower(author)',
  tone: 'tone',
  topic: 'lower(topic)',
  spokesperson: 'lower(spokesperson)',
  department: '(select search_text from department where department.id = department_id)',
  origin: 'origin',
  grade: 'grade',
  review: 'review_state',
};

/** What each column that is never absent is sorted by. */
const columnOf: Partial<Record<SortColumn, string>> = {
  title: 'title_key',
  outlet: '(select search_text from outlet where outlet.id = outlet_id)',
  channel: 'channel',
  format: 'format',
  standing: 'standing',
  entry: 'entry',
  updated: 'updated_at',
};

/** Puts appearances in an order that no two share: those that lack what is sorted by come last either way. */
export function inOrder(query: Clippings, order: ClippingOrder): Clippings {
  const [column, direction] = order.split('_') as [SortColumn, 'asc' | 'desc'];
  if (column === 'day') return query.orderBy('day', direction).orderBy('id', direction);
  if (column === 'value') {
    const last = direction === 'desc' ? '-1' : '9000000000000000';
    const value = sql`coalesce(value_cop, ${sql.raw(last)})`;
    return query.orderBy(value, direction).orderBy('id', direction);
  }
  const known = columnOf[column];
  if (known) {
    return query.orderBy(sql.raw(known), direction).orderBy('day', 'desc').orderBy('id', direction);
  }
  const expression = sql.raw(expressionOf[column] ?? column);
  return query
    .orderBy(sql`case when ${expression} is null then 1 else 0 end`)
    .orderBy(expression, direction)
    .orderBy('day', 'desc')
    .orderBy('id', direction);
}
