import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PageRow } from '../../shared/social/rows.ts';
import { api } from '../app/api.ts';

/** The departments by name; the page's own is kept among them also when it was removed. */
export function useDepartments(page?: PageRow): { value: string; label: string }[] {
  const { data } = useQuery(api.accounts.listDepartments.queryOptions({ pageSize: 200 }));
  const { departmentId: id, department: name } = page ?? {};
  return useMemo(() => {
    const listed = (data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }));
    if (!id || !name || listed.some(({ value }) => value === id)) return listed;
    return [...listed, { value: id, label: name }];
  }, [data, id, name]);
}
