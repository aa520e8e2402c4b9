import type { RecordKind } from '../database/versioned-record.ts';

export const pageKind: RecordKind<'page'> = {
  table: 'page',
  record: 'page',
  searchText: (row) => [row.title, row.handle, row.network],
};
