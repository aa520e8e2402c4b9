import type { OutputItemRow } from '../../../shared/output/rows.ts';
import type { Inputs } from '../../app/api.ts';

type Change = Inputs['output']['editItems']['edits'][number]['change'];

/** What of many items can be changed at once. */
export const changeableParts = ['departmentId', 'placeId', 'responsible', 'day'] as const;
export type ChangeablePart = (typeof changeableParts)[number];

/** What is sent for a part and what was typed of it; nothing typed clears, but for the day. */
export function changeOf(part: ChangeablePart, value: string): Change {
  return { [part]: value.trim() || null } as Change;
}

/** Puts back what the items said of a part before they were changed. */
export function changesBack(
  rows: readonly OutputItemRow[],
  part: ChangeablePart,
  after: readonly { id: string; version: number }[],
) {
  const before = new Map(rows.map((row) => [row.id, row[part]]));
  return after.map((at) => ({ at, change: changeOf(part, before.get(at.id) ?? '') }));
}
