import { z } from 'zod';
import { ListPage, requiredLine } from '../records.ts';

/** What a place is. */
export const placeTypes = ['vereda', 'barrio', 'sector', 'urbanization', 'trade', 'other'] as const;

/** A place of the list that the office keeps: a vereda, a barrio, a residential complex. */
export const PlaceFields = z.object({
  name: requiredLine(120),
  placeType: z.enum(placeTypes).default('barrio'),
});
export type PlaceFields = z.infer<typeof PlaceFields>;

/** Which places to list; `removed` lists the ones that can be brought back. */
export const PlaceList = ListPage.extend({
  placeType: z.enum(placeTypes).optional(),
  removed: z.boolean().default(false),
});
export type PlaceList = z.infer<typeof PlaceList>;

/** A place as lists show it. */
export interface PlaceRow extends PlaceFields {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
}

/** A place where nobody met with residents in a year. */
export interface PlaceWithoutMeeting {
  id: string;
  name: string;
  placeType: PlaceRow['placeType'];
  /** The month of the last meeting before that year; absent where there was none. */
  lastMonth: string | null;
}
