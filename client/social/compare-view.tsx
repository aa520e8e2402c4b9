import { Group, MultiSelect, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Metric } from '../../shared/social/metrics.ts';
import { metrics } from '../../shared/social/metrics.ts';
import type { PageRow } from '../../shared/social/rows.ts';
import { api } from '../app/api.ts';
import { EmptyState, Show } from '../ui/states.tsx';
import { ComparedPages } from './compared-pages.tsx';
import { GrowthChart } from './growth-chart.tsx';
import { nameOf } from './page-names.ts';
import { useDays } from './use-days.ts';
import { useSocialSearch } from './use-social-search.ts';

const mostPages = 6;

/** The pages that the address names; the main ones while it names none. */
function choosePages(pages: readonly PageRow[], drawn: string | undefined): PageRow[] {
  const wanted = drawn?.split(',') ?? [];
  const named = wanted.flatMap((id) => pages.find((page) => page.id === id) ?? []);
  if (named.length > 0) return named.slice(0, mostPages);
  const main = pages.filter((page) => page.isMain);
  return (main.length > 0 ? main : pages).slice(0, main.length > 0 ? mostPages : 3);
}

/** Which of the metrics is shown; kept in the address. */
export function MetricField({ offered = metrics }: { offered?: readonly Metric[] }) {
  const { t } = useTranslation(['pages', 'social']);
  const [{ metric = 'followers' }, change] = useSocialSearch();
  return (
    <NativeSelect
      label={t('compare.metric')}
      value={metric}
      onChange={(event) => change({ metric: event.currentTarget.value as Metric })}
      data={offered.map((value) => ({ value, label: t(`social:metrics.${value}`) }))}
    />
  );
}

function CompareControls({ pages, shown }: { pages: readonly PageRow[]; shown: PageRow[] }) {
  const { t } = useTranslation('pages');
  const [, change] = useSocialSearch();
  return (
    <Group gap="sm" align="flex-end" className="no-print">
      <MetricField />
      <MultiSelect
        label={t('compare.pages')}
        placeholder={shown.length < mostPages ? t('compare.pagesHelp') : undefined}
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

function Compared({ pages }: { pages: readonly PageRow[] }) {
  const { t } = useTranslation(['pages', 'social']);
  const [{ drawn, metric = 'followers' }] = useSocialSearch();
  const days = useDays();
  const shown = useMemo(() => choosePages(pages, drawn), [pages, drawn]);
  if (shown.length === 0) return <EmptyState text={t('compare.none')} />;
  return (
    <Stack gap="lg">
      <CompareControls pages={pages} shown={shown} />
      <GrowthChart
        title={`${t('compare.title')}: ${t(`social:metrics.${metric}`)}`}
        pages={shown}
        metric={metric}
        days={days}
      />
      <ComparedPages pages={shown} metric={metric} days={days} />
      <Text size="sm" c="dimmed">
        {t('sources.note')}
      </Text>
    </Stack>
  );
}

/** Up to six pages side by side over the period. */
export default function CompareView() {
  const query = useQuery(api.social.listPages.queryOptions());
  return (
    <Show query={query} height={480}>
      {(pages) => <Compared pages={pages} />}
    </Show>
  );
}
