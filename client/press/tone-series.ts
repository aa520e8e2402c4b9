import type { ToneCounts } from '../../shared/press/coverage.ts';
import type { ChartSeries } from '../ui/chart-series.ts';
import type { SeriesColor } from '../ui/series-colors.ts';

/** The colours of tones: the same wherever tones are drawn. */
const toneColors: Record<keyof ToneCounts, SeriesColor> = {
  positive: 'green',
  neutral: 'blue',
  negative: 'vermilion',
  unclassified: 'grey',
};
const drawn = Object.keys(toneColors) as (keyof ToneCounts)[];

/** One series for each tone; a category without appearances stays empty. */
export function toneSeries(
  counts: readonly (ToneCounts | undefined)[],
  label: (tone: keyof ToneCounts) => string,
): ChartSeries[] {
  return drawn.map((tone) => ({
    id: tone,
    label: label(tone),
    color: toneColors[tone],
    values: counts.map((one) => one?.[tone] ?? null),
  }));
}
