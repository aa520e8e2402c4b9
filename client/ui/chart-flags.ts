import type { Drawing } from './chart-options.ts';

/** Something marked on a chart from one category to another, both included. */
export interface ChartFlag {
  id: string;
  from: string;
  to: string;
  /** In words: what it is and its days. */
  label: string;
}

/** A flag, numbered as on the drawing and in the list beside it. */
interface NumberedFlag extends ChartFlag {
  number: number;
}

function numberFlags(flags: readonly ChartFlag[]): NumberedFlag[] {
  return flags.map((flag, index) => ({ ...flag, number: index + 1 }));
}

/** The flags over one category. Expects categories in ascending order. */
export function flagsAt(
  flags: readonly ChartFlag[],
  categories: readonly string[],
  index: number,
): NumberedFlag[] {
  const category = categories[index];
  if (category === undefined) return [];
  return numberFlags(flags).filter(({ from, to }) => from <= category && category <= to);
}

const flagTones = {
  light: { line: '#566068', area: 'rgba(86, 96, 104, 0.12)' },
  dark: { line: '#a3abb2', area: 'rgba(163, 171, 178, 0.16)' },
};

/** What draws the flags: a series without figures, with a thin line for a day and a band for more. */
export function flagSeries(type: 'bar' | 'line', { flags = [], scheme }: Drawing): object[] {
  if (flags.length === 0) return [];
  const tone = flagTones[scheme];
  const numbered = numberFlags(flags);
  const bands = numbered.filter(({ from, to }) => from !== to);
  return [
    {
      type,
      id: 'flags',
      data: [],
      silent: true,
      tooltip: { show: false },
      markLine: {
        silent: true,
        symbol: 'none',
        animation: false,
        lineStyle: { color: tone.line, width: 1, type: 'dashed' },
        label: { color: tone.line, fontSize: 12, fontWeight: 600, formatter: '{b}' },
        data: numbered.map(({ from, number }) => ({ xAxis: from, name: String(number) })),
      },
      markArea: {
        silent: true,
        animation: false,
        itemStyle: { color: tone.area },
        label: { show: false },
        data: bands.map(({ from, to }) => [{ xAxis: from }, { xAxis: to }]),
      },
    },
  ];
}
