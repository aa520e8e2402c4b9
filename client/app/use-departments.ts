import { type Choice, useChoices, useNames } from '../ui/use-choices.ts';
import { api } from './api.ts';
import { useWholeList } from './use-whole-list.ts';

/** The departments by name; `named` is kept among them also when it was removed. */
export function useDepartments(named?: {
  departmentId: string | null;
  departmentName: string | null;
}): Choice[] {
  const { data } = useWholeList(api.accounts.listDepartments.queryOptions);
  return useChoices(data, { id: named?.departmentId, name: named?.departmentName });
}

/** How each department is called, also those that were removed. */
export function useDepartmentNames(): (id: string) => string {
  const { data: listed } = useWholeList(api.accounts.listDepartments.queryOptions);
  const { data: removed } = useWholeList((part) =>
    api.accounts.listDepartments.queryOptions({ ...part, removed: true }),
  );
  return useNames(listed, removed);
}
