import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ValueSum } from '../../shared/press/rows.ts';
import { useFormat } from '../format/use-format.ts';

/** Says of how many appearances a sum has the value, where some have none; nothing where it is whole. */
export function usePartialValue() {
  const { t } = useTranslation('press');
  const format = useFormat();
  return useCallback(
    ({ count, unvalued }: Pick<ValueSum, 'count' | 'unvalued'>): string | undefined => {
      const facts = { has: format.number(count - unvalued), total: format.number(count) };
      return unvalued === 0 ? undefined : t('summary.partial', facts);
    },
    [t, format],
  );
}
