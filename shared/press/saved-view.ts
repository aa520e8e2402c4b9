import { z } from 'zod';
import { RecordVersion, requiredLine } from '../records.ts';
import { tableColumns } from './clipping-columns.ts';
import { ClippingFilter, ClippingOrder } from './clipping-list.ts';

const TableColumnName = z.enum(tableColumns);

/** A way of looking at the table of appearances: what is shown, in which order, with which columns. */
export const SavedViewFields = z.object({
  name: requiredLine(80),
  isShared: z.boolean().default(false),
  filter: ClippingFilter,
  order: ClippingOrder.default('day_desc'),
  columns: z.array(TableColumnName).max(tableColumns.length),
});
export type SavedViewFields = z.infer<typeof SavedViewFields>;

export const SavedViewChange = z.object({ at: RecordVersion, fields: SavedViewFields });
export type SavedViewChange = z.infer<typeof SavedViewChange>;

/** A view as its list shows it. */
export interface SavedViewRow extends SavedViewFields {
  id: string;
  version: number;
  ownerName: string;
  /** Only its owner changes a view. */
  isOwn: boolean;
}
