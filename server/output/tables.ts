import type { RecordKind } from '../database/versioned-record.ts';

/** What search finds an item by. */
export const itemWords = (item: {
  title: string;
  place: string | null;
  responsible: string | null;
}) => [item.title, item.place, item.responsible];

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

export const outputKindKind: RecordKind<'outputKind'> = {
  table: 'outputKind',
  record: 'output_kind',
  searchText: (row) => [row.labelOne, row.labelMany],
};

export const placeKind: RecordKind<'place'> = {
  table: 'place',
  record: 'place',
  searchText: (row) => [row.name],
};
