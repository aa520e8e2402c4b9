import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../app/api.ts';

/** A department as a field offers it. */
export interface DepartmentChoice {
  value: string;
  label: string;
}

/** The departments by name; `named` is kept among them also when it was removed. */
export function useDepartments(named?: {
  departmentId: string | null;
  departmentName: string | null;
}): DepartmentChoice[] {
  const { data } = useQuery(api.accounts.listDepartments.queryOptions({ pageSize: 200 }));
  const id = named?.departmentId;
  const name = named?.departmentName;
  return useMemo(() => {
    const listed = (data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }));
    if (!id || !name || listed.some(({ value }) => value === id)) return listed;
    return [...listed, { value: id, label: name }];
  }, [data, id, name]);
}
