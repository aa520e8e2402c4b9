function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

/**
 * One text for each value of plain data, whatever the order in which its names were given; a name
 * whose value is undefined is as one that is not there.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Date) return `@${value.getTime()}`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const named = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${named
    .sort(byName)
    .map(([name, each]) => `${JSON.stringify(name)}:${canonicalText(each)}`)
    .join(',')}}`;
}
