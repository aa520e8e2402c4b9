import type { MonthPeriod } from '../../../shared/calendar/month.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';
import {
  monthsOfSpan,
  type OutputDimension,
  outputDimensions,
} from '../../../shared/output/matrix-by.ts';
import { readKind } from '../cell-key.ts';
import type { OutputSearch } from '../output-search.ts';

/** What an item says of its department, place or who made it; absent where it says none. */
export interface Told {
  dimension: OutputDimension;
  value: string | null;
}

/** What one cell of the matrix counts: some months, of one kind or all, told apart by something or not. */
export interface MatrixPart extends MonthPeriod {
  span: string;
  kind?: KindId;
  told?: Told;
}

/** Writes what tells items apart as the address holds it: `place:7f0c…`, or `place:` for those without any. */
export function toldText({ dimension, value }: Told): string {
  return `${dimension}:${value ?? ''}`;
}

/** Reads what tells items apart from the address. */
export function readTold(text: string | undefined): Told | undefined {
  const dimension = outputDimensions.find((one) => text?.startsWith(`${one}:`));
  if (!dimension) return undefined;
  return { dimension, value: text?.slice(dimension.length + 1) || null };
}

/** Writes a cell of the matrix as the address holds it: `2026-Q1.event`, `2026.all`. */
export function partText(span: string, kind: KindId | undefined): string {
  return `${span}.${kind ?? 'all'}`;
}

/** Reads the open cell from the address, no further than the period goes; nothing when there is none such. */
export function readPart(
  { cell, of }: Pick<OutputSearch, 'cell' | 'of'>,
  period: MonthPeriod,
): MatrixPart | undefined {
  const [span = '', name = ''] = (cell ?? '').split('.');
  const kind = readKind(name);
  if (!span || !(kind || name === 'all')) return undefined;
  const months = monthsOfSpan(span, period);
  if (months.from > months.to) return undefined;
  return { span, ...months, kind, told: readTold(of) };
}

const filters = {
  department: 'departmentId',
  place: 'placeId',
  responsible: 'responsible',
} as const;

/** The filter of a list of items that leaves those that say so. */
export function filterOf(told: Told | undefined): {
  departmentId?: string;
  placeId?: string;
  responsible?: string;
  without?: OutputDimension;
} {
  if (!told) return {};
  if (told.value === null) return { without: told.dimension };
  return { [filters[told.dimension]]: told.value };
}
