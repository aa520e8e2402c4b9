import { Box, Button, Group, Text, useComputedColorScheme } from '@mantine/core';
import { useReducedMotion, useToggle } from '@mantine/hooks';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureOfChart, tableOfChart } from './chart-export.ts';
import type { ChartFlag } from './chart-flags.ts';
import type { Drawing } from './chart-options.ts';
import { type ChartSeries, foldSeries, hasNoValues } from './chart-series.ts';
import { ChartTable } from './chart-table.tsx';
import classes from './data-table.module.css';
import { ExportMenu } from './export-menu.tsx';
import { Panel } from './panel.tsx';
import { seriesColors } from './series-colors.ts';
import { type Asked, type Empty, EmptyState, LoadingState, Show } from './states.tsx';

// Each kind of chart brings only its own part of the charting library.
const parts = {
  bar: () => import('./bar-canvas.tsx'),
  line: () => import('./line-canvas.tsx'),
  heat: () => import('./heat-canvas.tsx'),
};
const canvases = { bar: lazy(parts.bar), line: lazy(parts.line), heat: lazy(parts.heat) };

/** What every chart takes. */
export interface ChartProps {
  title: string;
  /** The unit in words: "piezas", "pesos", "seguidores". */
  unit: string;
  /** What the values are where they are no counts: whole pesos, or percentages. */
  figures?: 'pesos' | 'percent' | undefined;
  note?: ReactNode;
  query: Asked<unknown>;
  /** The axis from left to right: months, days, names. */
  categories: string[];
  /** The heading of that axis in the table: "Mes". */
  categoryHeader: string;
  categoryLabel(category: string): string;
  series: ChartSeries[];
  write(value: number): string;
  writeShort(value: number): string;
  /** Where a value comes from, in words; shown with it. */
  detail?(category: string, seriesId: string): string | undefined;
  /** What each series comes to in the table, by its id, where that is not its sum; what is not there has no total. */
  totals?: ReadonlyMap<string, number | null>;
  /** Marked on the drawing and numbered; `below` says what each is. */
  flags?: ChartFlag[];
  /** Opens the records behind a bar, a point or a cell of the table. */
  onSelect?: (category: string, seriesId: string) => void;
  /** Height of the drawing in px. */
  height?: number;
  empty?: Empty;
  actions?: ReactNode;
  /** Under the drawing or the table: what the flags are. */
  below?: ReactNode;
}

interface ChartPanelProps extends ChartProps {
  kind: keyof typeof canvases;
  options(drawing: Drawing, series: ChartSeries[], noData: string): EChartsCoreOption;
  withTotals: boolean;
  withLegend: boolean;
}

function Legend({ series }: { series: ChartSeries[] }) {
  const scheme = useComputedColorScheme('light');
  return (
    <Group gap="md" mb={4} aria-hidden>
      {series.map(({ id, label, color }) => (
        <Group key={id} gap={6} wrap="nowrap">
          <Box w={12} h={12} bg={seriesColors[color][scheme]} style={{ borderRadius: 2 }} />
          <Text size="sm">{label}</Text>
        </Group>
      ))}
    </Group>
  );
}

function Drawn(props: ChartPanelProps) {
  const { categories, categoryLabel, write, writeShort, detail, flags, onSelect } = props;
  const { height = 280 } = props;
  const { t } = useTranslation('ui');
  const scheme = useComputedColorScheme('light');
  const isStill = useReducedMotion();
  const { kind, options, series } = props;
  const Canvas = canvases[kind];
  const option = useMemo(
    () =>
      options(
        { categories, categoryLabel, write, writeShort, detail, flags, scheme, isStill },
        series,
        t('noData'),
      ),
    [
      options,
      categories,
      categoryLabel,
      write,
      writeShort,
      detail,
      flags,
      scheme,
      isStill,
      series,
      t,
    ],
  );
  return (
    <>
      {props.withLegend && series.length > 1 && <Legend series={series} />}
      <div aria-hidden data-chart>
        <Suspense fallback={<LoadingState height={height} />}>
          <Canvas
            option={option}
            height={height}
            onSelect={
              onSelect &&
              ((index, seriesId) => {
                const category = categories[index];
                if (category !== undefined) onSelect(category, seriesId.replace(/#\d+$/, ''));
              })
            }
          />
        </Suspense>
      </div>
      <div className="visually-hidden">
        <ChartTable {...props} onSelect={undefined} />
      </div>
    </>
  );
}

/** A chart with its heading, unit, states, and the same figures as a table one press away. */
export function ChartPanel(props: ChartPanelProps) {
  const { title, unit, note, query, height = 280, empty, actions } = props;
  const { t } = useTranslation('ui');
  const [view, toggle] = useToggle(['chart', 'table'] as const);
  const series = useMemo(() => foldSeries(props.series, t('others')), [props.series, t]);
  const isTable = view === 'table';
  const Icon = isTable ? IconChartBar : IconTable;
  const twin = { ...props, series };
  const fileWords = {
    unit,
    figures: props.figures,
    precision: t('export.precision'),
    said: t('export.said'),
    detail: props.detail,
    precisions: {
      exact: t('export.exact'),
      rounded: t('figure.rounded'),
      estimated: t('figure.estimated'),
    },
    total: props.withTotals ? t('total') : undefined,
  };
  return (
    <Panel
      title={title}
      note={note ?? t('chart.unit', { unit })}
      actions={
        <>
          {actions}
          {!hasNoValues(series) && (
            <ExportMenu
              title={title}
              table={() => tableOfChart(props, fileWords)}
              picture={async () => {
                const { drawSvg } = await parts[props.kind]();
                const words = { note: t('chart.unit', { unit }), noData: t('noData') };
                return pictureOfChart(twin, words, drawSvg);
              }}
            />
          )}
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className="no-print"
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => toggle()}
          >
            {isTable ? t('chart.showChart') : t('chart.showTable')}
          </Button>
        </>
      }
    >
      <Show query={query} height={height}>
        {() => {
          if (hasNoValues(series)) return <EmptyState title={t('chart.empty')} {...empty} />;
          if (!isTable) return <Drawn {...twin} />;
          return (
            <section
              className={classes.scroll}
              aria-label={t('table.scroll', { label: title })}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls is reached by keyboard
              tabIndex={0}
              style={{ maxHeight: height + 80 }}
            >
              <ChartTable {...twin} />
            </section>
          );
        }}
      </Show>
      {props.below}
    </Panel>
  );
}
