import { useMemo } from 'react';
import { type Answers, api } from '../app/api.ts';
import { useWholeList } from '../app/use-whole-list.ts';

export type Outlet = Answers['press']['listOutlets']['rows'][number];

/** The outlets to choose from, by name. */
export function useOutletOptions(): {
  outlets: Outlet[];
  options: { value: string; label: string }[];
} {
  const { data } = useWholeList(api.press.listOutlets.queryOptions);
  return useMemo(() => {
    const outlets = data ?? [];
    return { outlets, options: outlets.map(({ id, name }) => ({ value: id, label: name })) };
  }, [data]);
}
