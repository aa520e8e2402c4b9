import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { asChoices, type Choice, namesOf, withHeld } from '../ui/choices.ts';
import { api } from './api.ts';

const whole = { pageSize: 200 };

/** The departments by name; `named` is kept among them also when it was removed. */
export function useDepartments(named?: {
  departmentId: string | null;
  departmentName: string | null;
}): Choice[] {
  const { data } = useQuery(api.accounts.listDepartments.queryOptions(whole));
  const id = named?.departmentId;
  const name = named?.departmentName;
  return useMemo(
    () => withHeld(asChoices(data?.rows), id && name ? [id] : [], () => name ?? ''),
    [data, id, name],
  );
}

/** How each department is called, also those that were removed. */
export function useDepartmentNames(): (id: string) => string {
  const { data: listed } = useQuery(api.accounts.listDepartments.queryOptions(whole));
  const { data: removed } = useQuery(
    api.accounts.listDepartments.queryOptions({ ...whole, removed: true }),
  );
  return useMemo(() => namesOf(listed, removed), [listed, removed]);
}
