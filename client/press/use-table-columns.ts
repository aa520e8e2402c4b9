import { useLocalStorage } from '@mantine/hooks';
import { useMemo } from 'react';
import { type TableColumnName, tableColumns } from '../../shared/press/clipping-columns.ts';
import { usualColumns } from './clipping-columns.tsx';
import { usePressSearch } from './use-press-search.ts';

/** The columns of a text such as `day,outlet`, in the order of the table. */
function columnsOf(text: string): TableColumnName[] {
  const names = text.split(',');
  return tableColumns.filter((column) => names.includes(column));
}

/** The columns that are seen: those of the address, else those last chosen on this computer. */
export function useTableColumns(): [
  chosen: readonly TableColumnName[],
  choose: (columns: readonly TableColumnName[]) => void,
] {
  const [{ columns }, change] = usePressSearch();
  const [last, setLast] = useLocalStorage({
    key: 'altavoz-press-columns',
    defaultValue: usualColumns.join(','),
    getInitialValueInEffect: false,
  });
  const text = columns ?? last;
  const chosen = useMemo(() => columnsOf(text), [text]);
  return [
    chosen,
    (next) => {
      setLast(next.join(','));
      change({ columns: undefined }, { replace: true });
    },
  ];
}
