import { describe, expect, test } from 'vitest';
import { barOptions, type Drawing, lineOptions } from '../../../client/ui/chart-options.ts';
import {
  type ChartSeries,
  foldSeries,
  hasNoValues,
  totalOf,
} from '../../../client/ui/chart-series.ts';

function series(id: string, ...values: (number | null)[]): ChartSeries {
  return { id, label: id, color: 'blue', values };
}

const drawing: Drawing = {
  categories: ['2026-01', '2026-02', '2026-03'],
  categoryLabel: (month) => month,
  write: String,
  writeShort: String,
  scheme: 'light',
  isStill: true,
};

interface Drawn {
  series: { data: unknown[]; connectNulls?: boolean }[];
  yAxis: { min?: (range: { min: number }) => number };
  tooltip: { formatter(items: { dataIndex: number }[]): string };
}

describe('the series of a chart', () => {
  test('a total of nothing is absent, and of zeros is zero', () => {
    expect(totalOf(series('a', null, null))).toBeNull();
    expect(totalOf(series('a', 0, null))).toBe(0);
    expect(hasNoValues([series('a', null)])).toBe(true);
    expect(hasNoValues([series('a', 0)])).toBe(false);
  });

  test('at most seven are drawn: the smallest add up under others, and absent stays absent', () => {
    const nine = Array.from({ length: 9 }, (_, index) => series(`s${index}`, index + 1, null));
    const folded = foldSeries(nine, 'otros');
    expect(folded.map(({ id }) => id)).toEqual(['s3', 's4', 's5', 's6', 's7', 's8', 'others']);
    expect(folded.at(-1)).toMatchObject({ label: 'otros', values: [6, null] });
    expect(foldSeries(nine.slice(0, 7), 'otros')).toHaveLength(7);
  });
});

describe('the drawing of a chart', () => {
  test('bars start at zero', () => {
    const { yAxis } = barOptions(drawing, [series('a', 5, 7, 9)], 'sin dato') as unknown as Drawn;
    expect(yAxis.min?.({ min: 5 })).toBe(0);
  });

  test('a line breaks where there is no reading, and a reading alone is a dot', () => {
    const drawn = lineOptions(drawing, [series('a', 5, null, 0)], 'sin dato') as unknown as Drawn;
    expect(drawn.series[0]).toMatchObject({
      connectNulls: false,
      data: [{ value: 5, symbol: 'circle' }, { value: null }, { value: 0, symbol: 'circle' }],
    });
  });

  test('the tip says sin dato for what is absent, and shows names as text', () => {
    const hostile = { ...series('a', 1, null, 3), label: '<img src=x onerror=alert(1)>' };
    const drawn = barOptions(drawing, [hostile], 'sin dato') as unknown as Drawn;
    const tip = drawn.tooltip.formatter([{ dataIndex: 1 }]);
    expect(tip).toContain('<b>sin dato</b>');
    expect(tip).not.toContain('<img');
  });
});
