import { QueryClientProvider, queryOptions } from '@tanstack/react-query';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { queryClient } from '../../../client/app/api.ts';
import type { Part } from '../../../client/app/use-paged-list.ts';
import { useWholeList } from '../../../client/app/use-whole-list.ts';

const outlets = Array.from({ length: 450 }, (_, at) => `Medio ${at}`);

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);

afterEach(() => {
  cleanup();
  queryClient.clear();
});

test('a field offers every row of its list, asked for part by part and once', async () => {
  const asked: Part[] = [];
  const optionsOf = ({ page, pageSize }: Part) =>
    queryOptions({
      queryKey: ['outlets', page, pageSize],
      queryFn: () => {
        asked.push({ page, pageSize });
        const from = (page - 1) * pageSize;
        return { rows: outlets.slice(from, from + pageSize), total: outlets.length };
      },
    });
  const both = () => [useWholeList(optionsOf), useWholeList(optionsOf)];
  const { result } = renderHook(both, { wrapper });
  await waitFor(() => expect(result.current.map(({ data }) => data)).toEqual([outlets, outlets]));
  expect(asked).toEqual([1, 2, 3].map((page) => ({ page, pageSize: 200 })));
});
