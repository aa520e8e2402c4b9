import { useComputedColorScheme } from '@mantine/core';
import { type SeriesColor, seriesColors } from './series-colors.ts';
import { type SparkPoint, sparklinePath } from './sparkline-path.ts';

interface SparklineProps {
  points: readonly SparkPoint[];
  color: SeriesColor;
  /** What the line says, for whoever does not see it. */
  label: string;
}

const room = { width: 96, height: 28 };

/** How a figure went, in the room of a word; cut where it was not read. */
export function Sparkline({ points, color, label }: SparklineProps) {
  const scheme = useComputedColorScheme('light');
  return (
    <svg {...room} role="img" aria-label={label} style={{ display: 'block' }}>
      <title>{label}</title>
      <path
        d={sparklinePath(points, room)}
        fill="none"
        stroke={seriesColors[color][scheme]}
        strokeWidth={1.75}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
