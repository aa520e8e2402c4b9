import type { TargetId } from '../../../shared/imports/sheets/targets/list-targets.ts';
import type { Destination } from './destination.ts';
import { clippings } from './destinations/clippings.ts';
import { departments } from './destinations/departments.ts';
import { followers } from './destinations/followers.ts';
import { indicators } from './destinations/indicators.ts';
import { outlets } from './destinations/outlets.ts';
import { outputItems } from './destinations/output-items.ts';
import { outputTallies } from './destinations/output-tallies.ts';
import { places } from './destinations/places.ts';
import { pressTallies } from './destinations/press-tallies.ts';
import { rates } from './destinations/rates.ts';

const destinations: Record<TargetId, Destination> = {
  output_items: outputItems,
  output_tallies: outputTallies,
  clippings,
  press_tallies: pressTallies,
  outlets,
  rates,
  followers,
  indicators,
  departments,
  places,
};

/** Where the rows of a target go, and by which verbs. */
export function destinationOf(target: string): Destination {
  const found = destinations[target as TargetId];
  if (!found) throw new Error(`no destination for the sheets of ${target}`);
  return found;
}
