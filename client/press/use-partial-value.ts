import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthlyValueRow } from '../../shared/press/rows.ts';
import { useFormat } from '../format/use-format.ts';

/** How many appearances there are, and how many of them have no value. */
type Counted = Pick<MonthlyValueRow, 'count' | 'unvalued'>;

/** How many appearances some months and channels have together, and how many have no value. */
export function countedOf(rows: readonly Counted[]): Counted {
  const sum = (of: keyof Counted) => rows.reduce((total, row) => total + row[of], 0);
  return { count: sum('count'), unvalued: sum('unvalued') };
}

/** Says of how many appearances a sum has the value, where some have none; nothing where it is whole. */
export function usePartialValue() {
  const { t } = useTranslation('press');
  const format = useFormat();
  return useCallback(
    ({ count, unvalued }: Counted): string | undefined => {
      const facts = { has: format.number(count - unvalued), total: format.number(count) };
      return unvalued === 0 ? undefined : t('summary.partial', facts);
    },
    [t, format],
  );
}
