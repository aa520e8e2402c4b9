import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../../client/format/number.ts';
import { barOptions, type Drawing } from '../../../client/ui/chart-options.ts';
import {
  type ChartSeries,
  foldSeries,
  hasNoValues,
  totalOf,
} from '../../../client/ui/chart-series.ts';
import { heatOptions } from '../../../client/ui/heat-options.ts';
import { lineOptions } from '../../../client/ui/line-options.ts';

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
  series: {
    id: string;
    data: unknown[];
    connectNulls?: boolean;
    markLine?: { data: unknown[] };
    markArea?: { data: unknown[] };
  }[];
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

  test('what is not exact has a sign of its own, in the drawing and in its tip', () => {
    const inexact: ChartSeries = {
      ...series('a', 5, 6, 7),
      precisions: ['exact', 'rounded', 'estimated'],
    };
    const drawn = lineOptions(drawing, [inexact], 'sin dato') as unknown as Drawn;
    expect(drawn.series[0]?.data).toEqual([
      { value: 5, symbol: 'none' },
      { value: 6, symbol: 'emptyCircle' },
      { value: 7, symbol: 'emptyTriangle' },
    ]);
    expect(drawn.tooltip.formatter([{ dataIndex: 1 }])).toContain('<b>≈\u00a06</b>');
    expect(drawn.tooltip.formatter([{ dataIndex: 2 }])).toContain('<b>~\u00a07</b>');
  });

  test('a line is cut where its figure was redefined, with no value lost', () => {
    const redefined = { ...series('a', 5, 6, 70), breaksAt: [2] };
    const drawn = lineOptions(drawing, [redefined], 'sin dato') as unknown as Drawn;
    expect(drawn.series.map(({ id }) => id)).toEqual(['a', 'a#1']);
    expect(drawn.series.map(({ data }) => data)).toEqual([
      [
        { value: 5, symbol: 'none' },
        { value: 6, symbol: 'none' },
        { value: null, symbol: 'none' },
      ],
      [
        { value: null, symbol: 'none' },
        { value: null, symbol: 'none' },
        { value: 70, symbol: 'circle' },
      ],
    ]);
  });

  test('a flag is a line on its day and a band over its days, numbered, and the tip says what it is', () => {
    const flags = [
      { id: 'one', from: '2026-02', to: '2026-02', label: 'Caída del servicio' },
      { id: 'two', from: '2026-02', to: '2026-03', label: 'Pauta <b>' },
    ];
    const drawn = lineOptions(
      { ...drawing, flags },
      [series('a', 5, 6, 7)],
      'sin dato',
    ) as unknown as Drawn;
    const marks = drawn.series.at(-1);
    expect(marks?.markLine?.data).toEqual([
      { xAxis: '2026-02', name: '1' },
      { xAxis: '2026-02', name: '2' },
    ]);
    expect(marks?.markArea?.data).toEqual([[{ xAxis: '2026-02' }, { xAxis: '2026-03' }]]);
    expect(drawn.tooltip.formatter([{ dataIndex: 2 }])).toContain('2. Pauta &#60;b&#62;');
    expect(drawn.tooltip.formatter([{ dataIndex: 2 }])).not.toContain('Caída');
  });

  test('a map of heat leaves bare what is absent, and draws zero', () => {
    const drawn = heatOptions(
      drawing,
      [series('lunes', 0, null, 4), series('martes', null, 2, null)],
      'sin dato',
    ) as unknown as Drawn;
    expect(drawn.series[0]?.data).toEqual([
      [0, 0, 0],
      [2, 0, 4],
      [1, 1, 2],
    ]);
  });
});

describe('the axis of figures', () => {
  test('writes every figure alike, whichever its place on the axis', () => {
    const written: Drawing = {
      ...drawing,
      writeShort: (...given) => formatNumber(...(given as [number])),
    };
    // The library passes the place of the figure beside it.
    const axisOf = (made: object) => {
      const { yAxis } = made as {
        yAxis: { axisLabel: { formatter(value: number, index: number): string } };
      };
      return [2_000, 4_000, 6_000, 8_000].map((value, index) =>
        yAxis.axisLabel.formatter(value, index),
      );
    };
    const one = [series('F', 2_000, 8_000, null)];
    for (const options of [barOptions, lineOptions]) {
      expect(axisOf(options(written, one, 'sin dato'))).toEqual([
        '2.000',
        '4.000',
        '6.000',
        '8.000',
      ]);
    }
  });
});
