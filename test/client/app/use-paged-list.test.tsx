import { QueryClientProvider, queryOptions } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { queryClient } from '../../../client/app/api.ts';
import { usePagedList } from '../../../client/app/use-paged-list.ts';
import { gatherRows } from '../../../client/ui/gather-rows.ts';

const letters = [...'abcdefg'];

function optionsOf({ page, pageSize }: { page: number; pageSize: number }) {
  return queryOptions({
    queryKey: ['letters', page, pageSize],
    queryFn: () => ({
      rows: letters.slice((page - 1) * pageSize, page * pageSize),
      total: letters.length,
    }),
  });
}

function open(from: number, steps: { page: number; replaces: boolean }[] = []) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  const list = () => {
    const [page, setPage] = useState(from);
    const onPage = (next: number, how?: { replace: boolean }) => {
      steps.push({ page: next, replaces: how?.replace ?? false });
      setPage(next);
    };
    return usePagedList({ optionsOf, page, pageSize: 3, onPage });
  };
  return renderHook(list, { wrapper }).result;
}

describe('a list that is read a page at a time', () => {
  afterEach(() => {
    cleanup();
    queryClient.clear();
  });

  test('turns its pages and keeps the one before while another comes', async () => {
    const list = open(1);
    await waitFor(() => expect(list.current.rows).toEqual(['a', 'b', 'c']));
    expect(list.current.paging).toMatchObject({ page: 1, pageSize: 3, total: 7 });
    act(() => list.current.paging.onPage(2));
    await waitFor(() => expect(list.current.paging.page).toBe(2));
    expect(list.current.rows).toBeDefined();
    await waitFor(() => expect(list.current.rows).toEqual(['d', 'e', 'f']));
  });

  test('past its end shows the last page, with no step to go back to', async () => {
    const steps: { page: number; replaces: boolean }[] = [];
    const list = open(9, steps);
    await waitFor(() => expect(list.current.rows).toEqual(['g']));
    expect(list.current.paging.page).toBe(3);
    expect(steps).toEqual([{ page: 3, replaces: true }]);
  });

  test('is taken away whole', async () => {
    const list = open(1);
    expect(await gatherRows(list.current.readPart)).toEqual(letters);
  });
});
