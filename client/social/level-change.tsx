import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LevelChange } from '../../shared/social/figure-rows.ts';
import { type Format, useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { Hint } from '../ui/hint.tsx';

/** A change with its share of what there was: `+120 (+0,5 %)`. */
export function writeChange({ value, basisPoints }: LevelChange, format: Format): string {
  if (basisPoints === null) return format.change(value);
  const sign = basisPoints > 0 ? '+' : '';
  return `${format.change(value)} (${sign}${format.share(basisPoints / 10_000)})`;
}

/** How a figure moved over the period, and over the one it is compared with; its days on hover and focus. */
export function LevelChangeCell({
  change,
  before,
  comparedWith,
}: {
  change: LevelChange | null;
  before: LevelChange | null;
  comparedWith: string;
}) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  if (!change) return <Absent why={t('overview.noChange')} />;
  const tip = t('overview.changeFrom', {
    before: format.number(change.from.value),
    from: format.day(change.from.day),
    after: format.number(change.to.value),
    to: format.day(change.to.day),
  });
  return (
    <Stack gap={0} align="flex-end">
      <Hint tip={tip}>{writeChange(change, format)}</Hint>
      {before && (
        <Hint isDimmed tip={t('overview.beforeWhy', { period: comparedWith })}>
          {t('overview.before', { value: format.change(before.value) })}
        </Hint>
      )}
    </Stack>
  );
}
