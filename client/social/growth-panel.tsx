import { Group, MultiSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { changeOf, type Growth } from '../../shared/social/growth.ts';
import { networkNames } from '../../shared/social/networks.ts';
import type { PageRow } from '../../shared/social/rows.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { usePeriod } from '../app/use-period.ts';
import { useFormat } from '../format/use-format.ts';
import { LineChart } from '../ui/line-chart.tsx';
import {
  countGapDays,
  daysOfMonths,
  type Grain,
  grainOf,
  listCategories,
  pointsBy,
} from './growth-days.ts';
import { colorsOfPages } from './network-colors.ts';
import { useReadingWords } from './reading-cell.tsx';
import { type GrowthMetric, growthMetrics } from './social-search.ts';
import { useGrowth } from './use-growth.ts';
import { useSocialSearch } from './use-social-search.ts';

const mostPages = 7;

function nameOf({ network, title }: PageRow): string {
  return `${networkNames[network]} · ${title}`;
}

/** What tells a page from the others in the chart, where there is little room. */
function shortNameOf(page: PageRow, shown: readonly PageRow[]): string {
  const network = networkNames[page.network];
  if (new Set(shown.map((one) => one.network)).size === shown.length) return network;
  const handle = page.handle.toLowerCase();
  const isTold = shown.every((one) => one === page || one.handle.toLowerCase() !== handle);
  return isTold ? `@${page.handle}` : `${network} @${page.handle}`;
}

/** The pages that the address names; the main ones while it names none. */
function choosePages(pages: readonly PageRow[], drawn: string | undefined): PageRow[] {
  const wanted = drawn?.split(',') ?? [];
  const named = wanted.flatMap((id) => pages.find((page) => page.id === id) ?? []);
  if (named.length > 0) return named.slice(0, mostPages);
  const main = pages.filter((page) => page.isMain);
  return (main.length > 0 ? main : pages).slice(0, main.length > 0 ? mostPages : 3);
}

function GrowthControls({ pages, shown }: { pages: readonly PageRow[]; shown: PageRow[] }) {
  const { t } = useTranslation('social');
  const [{ metric = 'followers' }, change] = useSocialSearch();
  return (
    <Group gap="sm" align="flex-end" mb="md" className="no-print">
      <SegmentedControl
        aria-label={t('growth.metric')}
        value={metric}
        onChange={(value) => change({ metric: value as GrowthMetric })}
        data={growthMetrics.map((value) => ({ value, label: t(`metrics.${value}`) }))}
      />
      <MultiSelect
        label={t('growth.pages')}
        placeholder={shown.length < mostPages ? t('growth.pagesHelp') : undefined}
        data={pages.map((page) => ({ value: page.id, label: nameOf(page) }))}
        value={shown.map((page) => page.id)}
        onChange={(ids) => change({ drawn: ids.join(',') || undefined }, { replace: true })}
        maxValues={mostPages}
        limit={100}
        searchable
        style={{ flex: '1 1 280px' }}
      />
    </Group>
  );
}

/** What changed over the period, page by page, and on how many days nothing was read. */
function GrowthNote({
  shown,
  growths,
  grain,
}: {
  shown: PageRow[];
  growths: Growth[] | undefined;
  grain: Grain;
}) {
  const { t } = useTranslation('social');
  const format = useFormat();
  const [{ metric = 'followers' }] = useSocialSearch();
  const unit = t(`units.${metric}`);
  if (!growths) return <>{t('growth.noGaps', { unit })}</>;
  const count = countGapDays(growths);
  return (
    <Stack gap={2}>
      <span>
        {count > 0
          ? t('growth.note', { unit, count, days: format.number(count) })
          : t('growth.noGaps', { unit })}
      </span>
      {grain === 'month' && <span>{t('growth.monthly')}</span>}
      {shown.map((page, index) => {
        const change = changeOf(growths[index]?.points ?? []);
        if (change === null) return null;
        const facts = { title: nameOf(page), change: format.change(change) };
        return (
          <Text key={page.id} span size="sm">
            {t('growth.changed', facts)}
          </Text>
        );
      })}
    </Stack>
  );
}

function GrowthChart({ shown }: { shown: PageRow[] }) {
  const { t } = useTranslation('social');
  const format = useFormat();
  const seenInWords = useReadingWords();
  const [{ metric = 'followers' }] = useSocialSearch();
  const { period } = usePeriod();
  const { day: today } = useToday();
  const days = useMemo(() => daysOfMonths(period, today), [period, today]);
  const grain = grainOf(days);
  const categories = useMemo(() => listCategories(days, grain), [days, grain]);
  const ids = useMemo(() => shown.map((page) => page.id), [shown]);
  const query = useGrowth(ids, metric, days);
  const { data } = query;
  const points = useMemo(() => data?.map((growth) => pointsBy(grain, growth)) ?? [], [data, grain]);
  const series = useMemo(() => {
    const colors = colorsOfPages(shown.map((page) => page.network));
    return shown.map((page, index) => ({
      id: page.id,
      label: shortNameOf(page, shown),
      color: colors[index] ?? 'grey',
      values: categories.map((category) => points[index]?.get(category)?.value ?? null),
    }));
  }, [shown, points, categories]);
  const detail = useCallback(
    (category: string, pageId: string) => {
      const point = points[ids.indexOf(pageId)]?.get(category);
      const day = point && grain === 'month' ? `${format.day(point.day)}: ` : '';
      return point && `(${day}${seenInWords(point)})`;
    },
    [points, ids, grain, format, seenInWords],
  );
  return (
    <LineChart
      title={`${t('growth.title')}: ${t(`metrics.${metric}`)}`}
      unit={t(`units.${metric}`)}
      note={<GrowthNote shown={shown} growths={data} grain={grain} />}
      query={query}
      categories={categories}
      categoryHeader={t(`growth.${grain}`)}
      categoryLabel={grain === 'day' ? format.day : format.month}
      series={series}
      write={format.number}
      writeShort={format.shortNumber}
      detail={detail}
      height={320}
      empty={{ text: t('growth.empty') }}
    />
  );
}

/** How pages grew over the period: the lines break on the days without a reading. */
export function GrowthPanel() {
  const [{ drawn }] = useSocialSearch();
  const { data: pages } = useQuery(api.social.listPages.queryOptions());
  const shown = useMemo(() => choosePages(pages ?? [], drawn), [pages, drawn]);
  if (!pages || pages.length === 0) return null;
  return (
    <div>
      <GrowthControls pages={pages} shown={shown} />
      <GrowthChart shown={shown} />
    </div>
  );
}
