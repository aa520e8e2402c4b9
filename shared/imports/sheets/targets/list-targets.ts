import type { KindRow } from '../../../output/rows.ts';
import type { SheetTarget } from '../target.ts';
import { clippingsTarget } from './clippings.ts';
import {
  type CountTargetId,
  countTableTarget,
  countTargetId,
  type TableOfCounts,
} from './count-table.ts';
import { departmentsTarget } from './departments.ts';
import { followersTarget } from './followers.ts';
import { indicatorsTarget } from './indicators.ts';
import { outletsTarget } from './outlets.ts';
import { outputItemsTarget } from './output-items.ts';
import { outputTalliesTarget } from './output-tallies.ts';
import { placesTarget } from './places.ts';
import { pressTalliesTarget } from './press-tallies.ts';
import { ratesTarget } from './rates.ts';

/** What the rows of a spreadsheet can become besides tables of counts, in the order in which they are offered. */
export const fixedTargetIds = [
  'output_items',
  'output_tallies',
  'clippings',
  'press_tallies',
  'outlets',
  'rates',
  'followers',
  'indicators',
  'departments',
  'places',
] as const;
export type FixedTargetId = (typeof fixedTargetIds)[number];

/** Those that are the press team's. */
export const pressTargetIds: readonly FixedTargetId[] = [
  'clippings',
  'press_tallies',
  'outlets',
  'rates',
];
export type TargetId = FixedTargetId | CountTargetId;

/** Every target: the details of the office's kinds are columns of the items, and each of its tables of counts is one. */
export function listTargets(
  kinds: readonly KindRow[],
  tables: readonly TableOfCounts[],
): ReadonlyMap<TargetId, SheetTarget> {
  const fixed: Record<FixedTargetId, SheetTarget> = {
    output_items: outputItemsTarget(kinds),
    output_tallies: outputTalliesTarget,
    clippings: clippingsTarget,
    press_tallies: pressTalliesTarget,
    outlets: outletsTarget,
    rates: ratesTarget,
    followers: followersTarget,
    indicators: indicatorsTarget,
    departments: departmentsTarget,
    places: placesTarget,
  };
  return new Map<TargetId, SheetTarget>([
    ...fixedTargetIds.map((id) => [id, fixed[id]] as const),
    ...tables.map((table) => [countTargetId(table.id), countTableTarget(table)] as const),
  ]);
}
