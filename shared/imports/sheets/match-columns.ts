import { foldHeading, isSummaryName } from '../../files/table.ts';
import type { Headings } from './find-headings.ts';
import type { Sheet } from './sheet.ts';
import type { SheetTarget, TargetColumn } from './target.ts';

/** So many rows below the headings tell what a column holds. */
export const rowsLookedAt = 30;

/** How well a heading says a column: whole, as one of its lines, or not at all. */
export function closeness(column: TargetColumn, parts: readonly string[]): number {
  if (parts.length === 0) return 0;
  const whole = foldHeading(parts.join(' '));
  const names = [...column.synonyms, foldHeading(column.id)];
  if (names.includes(whole)) return column.isMinor ? 2.5 : 3;
  if (parts.some((part) => names.includes(foldHeading(part)))) return 2;
  if (names.some((name) => name.length > 3 && ` ${whole} `.includes(` ${name} `))) return 1;
  return column.hints?.some((hint) => hint === whole || hint === parts.join(' ')) ? 1 : 0;
}

/** A column whose cells say what is known of it fits as well as one whose heading names it. */
const knownCells = 3;

/** How well the cells of a column say what they are known to: none of them, or all. */
export function familiarity({ members = [] }: TargetColumn, texts: readonly string[]): number {
  if (members.length === 0 || texts.length === 0) return 0;
  const known = texts.filter((text) => members.some((member) => text.startsWith(member)));
  return known.length * 2 < texts.length ? 0 : (knownCells * known.length) / texts.length;
}

/** The first texts of each column below its headings, folded; of totals and of plain figures none. */
export function textsBelow(sheet: Sheet, { lines }: Headings): (index: number) => string[] {
  const last = lines.at(-1) ?? 0;
  const from = sheet.rows.findIndex(({ line }) => line > last);
  const rows = from < 0 ? [] : sheet.rows.slice(from, from + rowsLookedAt);
  return (index) =>
    rows.flatMap(({ cells }) => {
      const cell = cells[index];
      const isName = typeof cell === 'string' && /\p{L}/u.test(cell) && !isSummaryName(cell);
      return isName ? [foldHeading(cell)] : [];
    });
}

interface Pair {
  index: number;
  to: string;
  closeness: number;
}

/** The column that names the rows stands before their figures, often without a heading: the first of texts that is left. */
export function pairNames(
  { columns }: SheetTarget,
  texts: (index: number) => string[],
  width: number,
  pairs: Pair[],
) {
  for (const { id, type, isRequired } of columns) {
    if (type !== 'text' || !isRequired || pairs.some(({ to }) => to === id)) continue;
    const index = Array.from({ length: width }, (_, at) => at).find(
      (at) => pairs.every((pair) => pair.index !== at) && texts(at).length > 0,
    );
    if (index !== undefined) pairs.push({ index, to: id, closeness: 0 });
  }
}

/** Each column once, to the heading that it fits best. */
export function choosePairs(pairs: Pair[]): Pair[] {
  const chosen: Pair[] = [];
  for (const pair of pairs.sort(
    (one, other) => other.closeness - one.closeness || one.index - other.index,
  )) {
    if (chosen.some(({ index, to }) => index === pair.index || to === pair.to)) continue;
    chosen.push(pair);
  }
  return chosen;
}
