import { Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrowthOf } from '../../shared/social/figure-rows.ts';
import { isLevel, type Metric } from '../../shared/social/metrics.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import type { ChartSeries } from '../ui/chart-series.ts';
import { LineChart } from '../ui/line-chart.tsx';
import type { Asked } from '../ui/states.tsx';
import { AnnotationList } from './annotation-list.tsx';
import { countDaysRead, type Days, type Grain, grainOf, listCategories } from './growth-days.ts';
import { drawnBy, valuesOf } from './growth-series.ts';
import { colorsOfPages } from './network-colors.ts';
import { type NamedPage, shortNameOf } from './page-names.ts';
import { useReadingWords } from './reading-cell.tsx';
import { useChartNotes } from './use-chart-notes.ts';

const ReadingDrawer = lazy(() => import('./reading-drawer.tsx'));

interface GrowthChartProps {
  title: string;
  pages: readonly NamedPage[];
  metric: Metric;
  days: Days;
  actions?: ReactNode;
}

/** The growth of up to six pages, in their order. */
export function useGrowthOf(
  pages: readonly NamedPage[],
  metric: Metric,
  { from, to }: Days,
): Asked<GrowthOf[]> {
  const pageIds = pages.map(({ id }) => id);
  return useQuery(
    api.social.readGrowthOf.queryOptions(
      { pageIds, metric, from, to },
      { placeholderData: keepPreviousData, enabled: pageIds.length > 0 },
    ),
  );
}

/** On how many days the pages were read, and of what a point is made. */
function GrowthNote({
  growths,
  grain,
  metric,
}: {
  growths: readonly GrowthOf[] | undefined;
  grain: Grain;
  metric: Metric;
}) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const unit = t(`metricUnits.${metric}`);
  const has = countDaysRead(growths ?? []);
  const of = growths?.[0]?.coverage.of ?? 0;
  const facts = { unit, has: format.number(has), of: format.number(of) };
  const isInexact = growths?.some(({ points }) =>
    points.some(({ precision }) => precision !== 'exact'),
  );
  const monthly = isLevel(metric) ? 'level' : metric === 'reach' ? 'reach' : 'sum';
  return (
    <Stack gap={2}>
      <span>
        {growths && of > 0
          ? t(`compare.${has === 0 ? 'unread' : has < of ? 'someDays' : 'everyDay'}`, facts)
          : t('compare.unit', { unit })}
      </span>
      {grain === 'month' && <span>{t(`monthly.${monthly}`)}</span>}
      {grain === 'month' && <span>{t('monthly.part')}</span>}
      {isInexact && <span>{t('precisionNote')}</span>}
    </Stack>
  );
}

/** Of what a month is made that is not whole, in words. */
function usePartWords(metric: Metric) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  return useCallback(
    ({ has, of, until }: { has: number; of: number; until: string }) =>
      isLevel(metric)
        ? t('monthly.until', { day: format.day(until) })
        : t('monthly.days', { has: format.number(has), of: format.number(of) }),
    [t, format, metric],
  );
}

function useDrawn({ pages, metric, days }: GrowthChartProps, growths: GrowthOf[] | undefined) {
  const format = useFormat();
  const partInWords = usePartWords(metric);
  const seenInWords = useReadingWords();
  const grain = grainOf(days);
  const categories = useMemo(() => listCategories(days, grain), [days, grain]);
  const drawn = useMemo(
    () => new Map((growths ?? []).map((one) => [one.pageId, drawnBy(grain, metric, one.points)])),
    [growths, grain, metric],
  );
  const series = useMemo<ChartSeries[]>(() => {
    const colors = colorsOfPages(pages.map((page) => page.network));
    return pages.map((page, index) => {
      const breaks = growths?.find(({ pageId }) => pageId === page.id)?.breaks ?? [];
      const breakDays = breaks.map(({ day }) => day);
      return {
        id: page.id,
        label: shortNameOf(page, pages),
        color: colors[index] ?? 'grey',
        ...valuesOf(drawn.get(page.id) ?? new Map(), categories, breakDays),
      };
    });
  }, [pages, growths, drawn, categories]);
  const detail = useCallback(
    (category: string, pageId: string) => {
      const { points = [], part } = drawn.get(pageId)?.get(category) ?? {};
      const [point] = points;
      const partly = part && partInWords(part);
      if (!point || points.length > 1) return partly && `(${partly})`;
      const day = grain === 'month' ? `${format.day(point.day)}: ` : '';
      return `(${[partly, `${day}${seenInWords(point)}`].filter(Boolean).join(' · ')})`;
    },
    [drawn, grain, format, seenInWords, partInWords],
  );
  /** The day of the reading behind a point; none where it is the sum of several. */
  const dayAt = useCallback(
    (category: string, pageId: string) => {
      const points = drawn.get(pageId)?.get(category)?.points ?? [];
      return points.length === 1 ? points[0]?.day : undefined;
    },
    [drawn],
  );
  return { grain, categories, series, detail, dayAt };
}

/** How pages grew: lines that break where nothing was read, with the notes of those days; a point opens its sources. */
export function GrowthChart(props: GrowthChartProps) {
  const { title, pages, metric, days, actions } = props;
  const { t } = useTranslation('pages');
  const format = useFormat();
  const query = useGrowthOf(pages, metric, days);
  const { data } = query;
  const { grain, categories, series, detail, dayAt } = useDrawn(props, data);
  const breaks = useMemo(() => (data ?? []).flatMap((growth) => growth.breaks), [data]);
  const notes = useChartNotes({ pages, days, categories, grain, breaks });
  const flags = useMemo(() => notes.map(({ flag }) => flag), [notes]);
  const [opened, setOpened] = useState<{ pageId: string; day: string }>();
  const open = useCallback(
    (category: string, pageId: string) => {
      const day = dayAt(category, pageId);
      if (day) setOpened({ pageId, day });
    },
    [dayAt],
  );
  return (
    <>
      <LineChart
        title={title}
        unit={t(`metricUnits.${metric}`)}
        note={<GrowthNote growths={data} grain={grain} metric={metric} />}
        query={query}
        categories={categories}
        categoryHeader={t(`compare.${grain}`)}
        categoryLabel={grain === 'day' ? format.day : format.month}
        series={series}
        write={format.number}
        writeShort={format.shortNumber}
        detail={detail}
        flags={flags}
        onSelect={open}
        height={320}
        empty={{ text: t('compare.empty') }}
        actions={actions}
        below={<AnnotationList notes={notes} pages={pages} />}
      />
      {opened && (
        <Suspense>
          <ReadingDrawer {...opened} metric={metric} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </>
  );
}
