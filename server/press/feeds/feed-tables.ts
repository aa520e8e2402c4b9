import type { RecordKind } from '../../database/versioned-record.ts';

export const feedKind: RecordKind<'feed'> = {
  table: 'feed',
  record: 'feed',
  searchText: (row) => [row.address],
};

export const mentionWordKind: RecordKind<'mentionWord'> = {
  table: 'mentionWord',
  record: 'mention_word',
  searchText: (row) => [row.text],
};
