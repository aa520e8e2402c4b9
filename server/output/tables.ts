import type { RecordKind } from '../database/versioned-record.ts';

/** What search finds an item by. */
export const itemWords = (item: { title: string; place: string | null }) => [
  item.title,
  item.place,
];

export const outputItemKind: RecordKind<'outputItem'> = {
  table: 'outputItem',
  record: 'output_item',
  searchText: itemWords,
};

export const outputTallyKind: RecordKind<'outputTally'> = {
  table: 'outputTally',
  record: 'output_tally',
  searchText: (row) => [row.month, row.source, row.notes],
};
