import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PeriodSum } from '../../shared/social/figure-rows.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { Hint } from '../ui/hint.tsx';

/** Of how many days a sum is, and how many are missing, in words. */
export function useSumWords(): (sum: PeriodSum) => string {
  const { t } = useTranslation('pages');
  const format = useFormat();
  return ({ days, missingDays }) => {
    const read = t('overview.daysRead', { count: days, days: format.number(days) });
    if (missingDays === 0) return read;
    const facts = { count: missingDays, days: format.number(missingDays) };
    return `${read} ${t('overview.missing', facts)}`;
  };
}

/** The sum of a period's days; with a mark when some were not read, which it says on hover and focus. */
export function PeriodSumCell({
  sum,
  before,
  comparedWith = '',
}: {
  sum: PeriodSum | null;
  before?: PeriodSum | null;
  comparedWith?: string;
}) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const inWords = useSumWords();
  if (!sum) return <Absent />;
  return (
    <Stack gap={0} align="flex-end">
      <Hint tip={inWords(sum)}>
        {format.number(sum.value)}
        {sum.missingDays > 0 && '*'}
      </Hint>
      {before && (
        <Hint isDimmed tip={t('overview.beforeWhy', { period: comparedWith })}>
          {t('overview.before', { value: format.number(before.value) })}
        </Hint>
      )}
    </Stack>
  );
}
