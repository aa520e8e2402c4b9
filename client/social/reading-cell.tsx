import { Text, Tooltip } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { lastDayOver } from '../../shared/social/level-change.ts';
import type { Reading } from '../../shared/social/rows.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { usePrecisionMark } from '../ui/figure.tsx';
import { Hint } from '../ui/hint.tsx';

/** Where a reading comes from and when it was captured, in words. */
export function useReadingWords(): (reading: Pick<Reading, 'source' | 'capturedAt'>) => string {
  const { t } = useTranslation(['social', 'ui']);
  const { timeZone } = useToday();
  const format = useFormat();
  return useCallback(
    ({ source, capturedAt }) =>
      t('reading.seen', {
        source: t(`ui:sources.${source}`),
        at: format.instant(capturedAt, timeZone),
      }),
    [t, format, timeZone],
  );
}

/** What the network said last, beside the figure that it gave first that day and that stands for the day. */
export function NowWords({ reading }: { reading: Reading | null }) {
  const { t } = useTranslation('social');
  const { timeZone } = useToday();
  const format = useFormat();
  const { mark } = usePrecisionMark(reading?.precision);
  if (!reading) return null;
  return (
    <Hint isDimmed tip={t('reading.nowWhy', { day: format.day(reading.day) })}>
      {t('reading.now', {
        value: `${mark ?? ''}${format.number(reading.value)}`,
        at: format.instant(reading.capturedAt, timeZone),
      })}
    </Hint>
  );
}

/** Whether a level was read on the last day of a period that is over, or since; of one that goes on, yesterday. */
export function useIsAtEnd(): (day: string, period: { from: string; to: string }) => boolean {
  const { day: today } = useToday();
  return useCallback((day, period) => day >= lastDayOver(period, today), [today]);
}

/**
 * A figure of a page; its day, source and precision on hover and focus. Of a period: marked where it
 * was not read at its end.
 */
export function ReadingCell({
  reading,
  period,
}: {
  reading: Reading | null;
  period?: { from: string; to: string } | undefined;
}) {
  const { t } = useTranslation('social');
  const format = useFormat();
  const seenInWords = useReadingWords();
  const isAtEnd = useIsAtEnd();
  const { mark, words, style } = usePrecisionMark(reading?.precision);
  if (!reading) return <Absent />;
  const isEarly = period !== undefined && !isAtEnd(reading.day, period);
  const day = t('reading.ofDay', { day: format.day(reading.day) });
  const early = isEarly && t('reading.early');
  const tip = [day, early, seenInWords(reading), words].filter(Boolean).join('. ');
  return (
    <Tooltip label={tip} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <Text span size="sm" tabIndex={0} style={style}>
        {mark}
        {format.number(reading.value)}
        {isEarly && '*'}
      </Text>
    </Tooltip>
  );
}
