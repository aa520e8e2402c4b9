import { foldHeading } from '../../shared/files/table.ts';

/** A name for the stored values of a field, from what it is called; none of those taken. */
export function fieldName(label: string, taken: ReadonlySet<string>): string {
  const words = foldHeading(label).replace(/[^a-z0-9]+/g, '_');
  const start = (/^[a-z]/.test(words) ? words : `dato_${words}`)
    .slice(0, 34)
    .replace(/(?<!_)_+$/, '');
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? start : `${start}_${number}`;
    if (!taken.has(name)) return name;
  }
}
