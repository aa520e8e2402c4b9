import type { TableSort } from './table-column.ts';

/** The order of a table as lists are asked for it and addresses keep it, such as `day_desc`. */
type Order = `${string}_asc` | `${string}_desc`;

/** What a table is sorted by, from an order. */
export function sortOfOrder(order: Order): TableSort {
  const at = order.lastIndexOf('_');
  return { column: order.slice(0, at), descending: order.slice(at + 1) === 'desc' };
}

/** The order of what a table is sorted by; absent where it is the usual one, which addresses leave out. */
export function orderOfSort<Asked extends Order>(
  { column, descending }: TableSort,
  usual: Asked,
): Asked | undefined {
  const order = `${column}_${descending ? 'desc' : 'asc'}` as Asked;
  return order === usual ? undefined : order;
}
