import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { monthOf } from '../../shared/calendar/day.ts';
import { listMonths } from '../../shared/calendar/month.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import { BarChart } from '../ui/bar-chart.tsx';
import { AnnotationList } from './annotation-list.tsx';
import type { NamedPage } from './page-names.ts';
import { useChartNotes } from './use-chart-notes.ts';
import { useDays } from './use-days.ts';

const noBreaks: [] = [];

/** How much a page posted each month. */
export function PostMonths({ page }: { page: NamedPage }) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const days = useDays();
  const query = useQuery(api.social.readPostMonths.queryOptions({ ...days, pageId: page.id }));
  const { data } = query;
  const categories = useMemo(() => listMonths(monthOf(days.from), monthOf(days.to)), [days]);
  const pages = useMemo(() => [page], [page]);
  const grain = 'month';
  const notes = useChartNotes({ pages, days, categories, grain, breaks: noBreaks });
  const flags = useMemo(() => notes.map(({ flag }) => flag), [notes]);
  const series = useMemo(() => {
    const byMonth = new Map((data ?? []).map((row) => [row.month, row]));
    const values = categories.map((month) => byMonth.get(month)?.posts ?? null);
    return [{ id: 'posts', label: t('posts.title'), color: 'blue' as const, values }];
  }, [data, categories, t]);
  return (
    <BarChart
      title={t('months.title')}
      unit={t('months.unit')}
      query={query}
      categories={categories}
      categoryHeader={t('months.month')}
      categoryLabel={format.month}
      series={series}
      write={format.number}
      writeShort={format.shortNumber}
      flags={flags}
      empty={{ text: t('months.empty') }}
      below={<AnnotationList notes={notes} pages={pages} />}
    />
  );
}
