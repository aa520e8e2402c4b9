import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Answers, api } from '../app/api.ts';

export type Outlet = Answers['press']['listOutlets']['rows'][number];

/** The outlets to choose from, by name. */
export function useOutletOptions(): {
  outlets: Outlet[];
  options: { value: string; label: string }[];
} {
  const { data } = useQuery(api.press.listOutlets.queryOptions({ pageSize: 200 }));
  return useMemo(() => {
    const outlets = data?.rows ?? [];
    return { outlets, options: outlets.map(({ id, name }) => ({ value: id, label: name })) };
  }, [data]);
}
