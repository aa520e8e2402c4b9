/** How long something took, in at most two units that both languages write alike: `4 min 10 s`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(Math.round(milliseconds / 1_000), 1);
  if (seconds < 60) return `${seconds} s`;
  const units: [number, string][] =
    seconds < 3_600
      ? [
          [Math.floor(seconds / 60), 'min'],
          [seconds % 60, 's'],
        ]
      : [
          [Math.floor(seconds / 3_600), 'h'],
          [Math.floor((seconds % 3_600) / 60), 'min'],
        ];
  return units
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}
