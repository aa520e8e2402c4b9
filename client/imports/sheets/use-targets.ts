import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  countColumnId,
  countTargetId,
  tableOfTarget,
} from '../../../shared/imports/sheets/targets/count-table.ts';
import {
  type FixedTargetId,
  fixedTargetIds,
  pressTargetIds,
  type TargetId,
} from '../../../shared/imports/sheets/targets/list-targets.ts';
import { api } from '../../app/api.ts';
import { useMayDo } from '../../app/self.tsx';
import { useWholeList } from '../../app/use-whole-list.ts';

/** What sheets can become: the names of the targets, and of the columns of the tables of counts. */
export function useTargets() {
  const { t } = useTranslation('sheets');
  const isOfOffice = useMayDo('admin', 'coordinator');
  const { data } = useWholeList(api.indicators.listTables.queryOptions);
  return useMemo(() => {
    const tables = data ?? [];
    const names = new Map<string, string>(
      tables.map(({ id, code, name }) => [id, t('countTable', { code, name })]),
    );
    const columns = new Map(
      tables.flatMap(({ id, dimensions, measures }) =>
        [...dimensions, ...measures].map(
          (column) => [countColumnId(id, column.id), column.name] as const,
        ),
      ),
    );
    const nameOf = (target: TargetId) => {
      const table = tableOfTarget(target);
      if (table !== undefined) return names.get(table) ?? t('removedTable');
      return t(`targets.${target as FixedTargetId}`);
    };
    const all: TargetId[] = [...fixedTargetIds, ...tables.map(({ id }) => countTargetId(id))];
    const ids = isOfOffice ? all : pressTargetIds;
    return { nameOf, columns, choices: ids.map((value) => ({ value, label: nameOf(value) })) };
  }, [data, isOfOffice, t]);
}
