import type { RecordKind } from '../../database/versioned-record.ts';

export const requestKind: RecordKind<'outputRequest'> = {
  table: 'outputRequest',
  record: 'output_request',
  searchText: (row) => [row.title, row.requestedBy, row.details],
};
