import { Stack } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  EngagementFigure,
  PagesTotal,
  PeriodSum,
} from '../../shared/social/period-figures.ts';
import { type Format, useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { precisionMark } from '../ui/chart-series.ts';
import { Hint } from '../ui/hint.tsx';

/** What is added up: the days or posts of a page, or what several pages have. */
type Sum = PeriodSum | EngagementFigure | PagesTotal;

function daysInWords(
  { days, missingDays, repeats, parts = [] }: PeriodSum,
  t: TFunction<'pages'>,
  format: Format,
): string[] {
  const sides = parts.map(({ from, to, value }) =>
    t('overview.partOf', {
      value: value === null ? t('overview.unread') : format.number(value),
      from: format.day(from),
      to: format.day(to),
    }),
  );
  return [
    ...(sides.length > 0 ? [t('overview.redefined', { parts: sides.join('; ') })] : []),
    t('overview.daysRead', { count: days, days: format.number(days) }),
    missingDays > 0 &&
      t('overview.missing', { count: missingDays, days: format.number(missingDays) }),
    repeats && t('overview.repeats'),
  ].filter((words) => typeof words === 'string');
}

function postsInWords(
  { posts, counted }: { posts: number; counted: number },
  t: TFunction<'pages'>,
  format: Format,
): string {
  const facts = { count: posts, counted: format.number(counted), posts: format.number(posts) };
  return counted < posts ? t('overview.ofSomePosts', facts) : t('overview.ofPosts', facts);
}

function totalInWords(
  { pages, missingDays, repeats, ofPosts = 0 }: PagesTotal,
  t: TFunction<'pages'>,
  format: Format,
): string[] {
  return [
    pages.has < pages.of &&
      t('overview.pagesOf', { has: format.number(pages.has), of: format.number(pages.of) }),
    missingDays > 0 &&
      t('overview.missing', { count: missingDays, days: format.number(missingDays) }),
    ofPosts > 0 && t('overview.pagesOfPosts', { count: ofPosts, pages: format.number(ofPosts) }),
    repeats && t('overview.repeats'),
  ].filter((words) => typeof words === 'string');
}

/** Of what a sum is made and what it leaves out, in words; empty where there is nothing to say. */
export function useSumWords(): (sum: Sum) => string {
  const { t } = useTranslation('pages');
  const format = useFormat();
  return useCallback(
    (sum) => {
      if ('pages' in sum) return totalInWords(sum, t, format).join(' ');
      if ('of' in sum && sum.of === 'posts') return postsInWords(sum, t, format);
      return daysInWords(sum, t, format).join(' ');
    },
    [t, format],
  );
}

/** Whether a sum tells of less, or of something else, than its heading says: then it is marked. */
function isMarked(sum: Sum): boolean {
  if ('pages' in sum) {
    const { pages, missingDays, repeats, ofPosts = 0 } = sum;
    return pages.has < pages.of || missingDays > 0 || repeats === true || ofPosts > 0;
  }
  if ('of' in sum && sum.of === 'posts') return true;
  return sum.missingDays > 0 || sum.repeats === true || sum.parts !== undefined;
}

/** A sum as it is written: how exact it is, its figure, and a mark where there is more to say. */
function writeSum(sum: Sum, write: (value: number) => string): string {
  if (sum.value === null) return '';
  const precision = 'precision' in sum ? sum.precision : undefined;
  return `${precisionMark(precision)}${write(sum.value)}${isMarked(sum) ? '*' : ''}`;
}

/** The sides of a redefinition, each with its figure: they make no sum. */
function Sides({ sum }: { sum: PeriodSum }) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  return sum.parts?.map(({ from, to, value }) => {
    const figure = value === null ? t('overview.unread') : format.number(value);
    const facts = { value: `${figure}*`, from: format.day(from), to: format.day(to) };
    return <span key={from}>{t('overview.partOf', facts)}</span>;
  });
}

/** A sum, with a mark where it is not whole, which it explains on hover and focus. */
export function PeriodSumCell({
  sum,
  before,
  comparedWith = '',
  write,
}: {
  sum: Sum | null;
  before?: Sum | null;
  comparedWith?: string;
  write?: (value: number) => string;
}) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const inWords = useSumWords();
  if (!sum) return <Absent />;
  const isDivided = 'parts' in sum && sum.parts !== undefined;
  if (sum.value === null && !isDivided) return <Absent />;
  return (
    <Stack gap={0} align="flex-end">
      <Hint tip={inWords(sum)}>
        {isDivided ? <Sides sum={sum} /> : writeSum(sum, write ?? format.number)}
      </Hint>
      {before && before.value !== null && (
        <Hint isDimmed tip={t('overview.beforeWhy', { period: comparedWith })}>
          {t('overview.before', { value: writeSum(before, format.number) })}
        </Hint>
      )}
    </Stack>
  );
}
