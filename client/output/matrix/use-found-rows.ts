import { useState } from 'react';
import { holdsSearch } from '../../../shared/records.ts';

/** Rows that are all here already: those whose text holds what is sought, a page at a time. */
export function useFoundRows<Row>(
  rows: readonly Row[],
  textOf: (row: Row) => string,
  pageSize: number,
) {
  const [search, setSearch] = useState('');
  const [asked, setPage] = useState(1);
  const found = rows.filter((row) => holdsSearch(textOf(row), search));
  const page = Math.min(asked, Math.max(1, Math.ceil(found.length / pageSize)));
  const part = (from: number, size: number) => found.slice((from - 1) * size, from * size);
  return {
    search,
    setSearch,
    shown: part(page, pageSize),
    paging: { page, pageSize, total: found.length, onPage: setPage },
    readPart: async (from: number, size: number) => ({
      rows: part(from, size),
      total: found.length,
    }),
  };
}
