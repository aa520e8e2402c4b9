import { Stack } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { LevelChange } from '../../shared/social/period-figures.ts';
import { type Format, useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { precisionMark } from '../ui/chart-series.ts';
import { Hint } from '../ui/hint.tsx';

/** A change with its share of what there was: `+120 (+0,5 %)`, and how exact it is. */
export function writeChange(change: LevelChange, format: Format): string {
  const { value, basisPoints, precision } = change;
  const written = `${precisionMark(precision)}${format.change(value)}`;
  if (basisPoints === null) return written;
  const sign = basisPoints > 0 ? '+' : '';
  return `${written} (${sign}${format.share(basisPoints / 10_000)})`;
}

/** Between which days a change is, where those are not the edges of its period; nothing otherwise. */
export function useChangeDays(): (change: LevelChange) => string | undefined {
  const { t } = useTranslation('pages');
  const format = useFormat();
  return useCallback(
    ({ isWhole, isSince, from, to }) => {
      if (isWhole) return undefined;
      const days = { from: format.day(from.day), to: format.day(to.day) };
      return t(isSince ? 'overview.changeSince' : 'overview.changeBetween', days);
    },
    [t, format],
  );
}

/** How a figure moved over the period, and over the one it is compared with; its days on hover and focus. */
export function LevelChangeCell({
  change,
  before,
  comparedWith,
}: {
  change: LevelChange | null;
  before?: LevelChange | null;
  comparedWith: string;
}) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const inDays = useChangeDays();
  if (!change) return <Absent why={t('overview.noChange')} />;
  const from = t('overview.changeFrom', {
    before: format.number(change.from.value),
    from: format.day(change.from.day),
    after: format.number(change.to.value),
    to: format.day(change.to.day),
  });
  const part = inDays(change);
  const beforePart = before ? inDays(before) : undefined;
  const beforeWhy = t('overview.beforeWhy', { period: comparedWith });
  return (
    <Stack gap={0} align="flex-end">
      <Hint tip={[from, part].filter(Boolean).join('. ')}>
        {writeChange(change, format)}
        {part && '*'}
      </Hint>
      {before && (
        <Hint isDimmed tip={[beforeWhy, beforePart].filter(Boolean).join('. ')}>
          {t('overview.before', {
            value: `${precisionMark(before.precision)}${format.change(before.value)}${beforePart ? '*' : ''}`,
          })}
        </Hint>
      )}
    </Stack>
  );
}
