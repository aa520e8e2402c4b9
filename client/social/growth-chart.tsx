import { Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrowthOf } from '../../shared/social/figure-rows.ts';
import type { Metric } from '../../shared/social/metrics.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import type { ChartSeries } from '../ui/chart-series.ts';
import { LineChart } from '../ui/line-chart.tsx';
import type { Asked } from '../ui/states.tsx';
import { AnnotationList } from './annotation-list.tsx';
import { countGapDays, type Days, type Grain, grainOf, listCategories } from './growth-days.ts';
import { drawnBy, isLevel, valuesOf } from './growth-series.ts';
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

/** On how many days nothing was read, and of what a point is made. */
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
  const count = countGapDays(growths ?? []);
  const isRead = growths?.some(({ points }) => points.length > 0) ?? false;
  const isInexact = growths?.some(({ points }) =>
    points.some(({ precision }) => precision !== 'exact'),
  );
  const monthly = isLevel(metric) ? 'level' : metric === 'reach' ? 'reach' : 'sum';
  return (
    <Stack gap={2}>
      <span>
        {count > 0
          ? t('compare.note', { unit, count, days: format.number(count) })
          : t(isRead ? 'compare.noGaps' : 'compare.unread', { unit })}
      </span>
      {grain === 'month' && <span>{t(`monthly.${monthly}`)}</span>}
      {isInexact && <span>{t('precisionNote')}</span>}
    </Stack>
  );
}

function useDrawn({ pages, metric, days }: GrowthChartProps, growths: GrowthOf[] | undefined) {
  const format = useFormat();
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
      const points = drawn.get(pageId)?.get(category)?.points ?? [];
      const [point] = points;
      if (!point || points.length > 1) return undefined;
      const day = grain === 'month' ? `${format.day(point.day)}: ` : '';
      return `(${day}${seenInWords(point)})`;
    },
    [drawn, grain, format, seenInWords],
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
