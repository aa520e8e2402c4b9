import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountTableDetail } from '../../../shared/indicators/count-tables/rows.ts';
import type { CountMeasure } from '../../../shared/indicators/count-tables/schemas.ts';
import { useFormat } from '../../format/use-format.ts';
import type { ChartSeries } from '../../ui/chart-series.ts';
import { LyingBarChart } from '../../ui/lying-bar-chart.tsx';
import type { SeriesColor } from '../../ui/series-colors.ts';
import type { Asked } from '../../ui/states.tsx';
import { shownTotal } from './count-columns.tsx';
import { useCountWords } from './use-count-words.ts';

const colors: SeriesColor[] = ['blue', 'orange', 'green', 'purple', 'sky', 'vermilion', 'yellow'];

interface Drawn {
  categories: string[];
  series: ChartSeries[];
  totals?: ReadonlyMap<string, number | null>;
}

/** What is drawn together: counts that no other column adds up are stacked; each other measure is drawn alone. */
function groupsOf({ measures }: CountTableDetail): { id: string; measures: CountMeasure[] }[] {
  const counts = measures.filter(({ unit, sumOf }) => unit === 'count' && sumOf.length === 0);
  const rest = measures.filter(({ unit }) => unit !== 'count');
  const groups = [
    ...(counts.length > 0 ? [{ id: 'counts', measures: counts }] : []),
    ...rest.map((measure) => ({ id: measure.id, measures: [measure] })),
  ];
  const firstOf = (group: { measures: CountMeasure[] }) =>
    group.measures[0] ? measures.indexOf(group.measures[0]) : 0;
  return groups.sort((one, other) => firstOf(one) - firstOf(other));
}

/** In a table without figures, how many rows each member of the first dimension has. */
function drawRows({ rows }: CountTableDetail, label: string): Drawn {
  const counts = new Map<string, number>();
  for (const { members } of rows) {
    const [name = ''] = members;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const values = [...counts.values()];
  return { categories: [...counts.keys()], series: [{ id: 'rows', label, color: 'blue', values }] };
}

function drawMeasures(table: CountTableDetail, measures: readonly CountMeasure[]): Drawn {
  const { rows } = table;
  const totalled = measures.flatMap((measure): [string, number][] => {
    const total = shownTotal(table, measure);
    return total === null ? [] : [[measure.id, Number(total)]];
  });
  return {
    totals: new Map(totalled),
    categories: rows.map(({ members }) => members.join(' · ')),
    series: measures.map(({ id, name }, at) => ({
      id,
      label: name,
      color: colors[at % colors.length] ?? 'blue',
      values: rows.map(({ worked }) => (worked[id] == null ? null : Number(worked[id]))),
    })),
  };
}

/** The figures of a table in a period as bars, row by row. */
export function CountsChart({
  table,
  query,
}: {
  table: CountTableDetail;
  query: Asked<CountTableDetail>;
}) {
  const { t } = useTranslation('countTables');
  const format = useFormat();
  const words = useCountWords();
  const [chosen, setChosen] = useState<string>();
  const groups = useMemo(() => groupsOf(table), [table]);
  const group = groups.find(({ id }) => id === chosen) ?? groups[0];
  const { categories, series, totals } = useMemo(
    () => (group ? drawMeasures(table, group.measures) : drawRows(table, t('rows'))),
    [table, group, t],
  );
  const unit = group?.measures[0]?.unit ?? 'count';
  const write = (value: number) => words.figure(String(value), { unit });
  return (
    <LyingBarChart
      title={t('chart.title', {
        name: table.name,
        period: table.period === null ? '' : words.period(table.period),
      })}
      unit={t(`chart.unit.${unit}`)}
      figures={unit === 'percent' ? 'percent' : undefined}
      query={query}
      categories={categories}
      categoryHeader={table.dimensions.map(({ name }) => name).join(' · ')}
      categoryLabel={(category) => category}
      series={series}
      totals={totals}
      write={write}
      writeShort={format.shortNumber}
      actions={
        groups.length > 1 && (
          <NativeSelect
            aria-label={t('chartOf')}
            value={group?.id}
            data={groups.map(({ id, measures }) => ({
              value: id,
              label: id === 'counts' ? t('units.count') : (measures[0]?.name ?? id),
            }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )
      }
    />
  );
}
