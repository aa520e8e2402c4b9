import { PlaceFields } from '../../../../shared/output/places.ts';
import { foldForSearch } from '../../../../shared/records.ts';
import { createPlace, removePlace, updatePlace } from '../../../output/save-place.ts';
import { type Destination, eachRecord, oneByOne, removeEach } from '../destination.ts';

const parse = (fields: unknown) => PlaceFields.parse(fields);

/** Places of the list, each by its name. */
export const places: Destination = {
  areas: ['output'],
  roles: [],
  schema: PlaceFields,
  mayRepeat: false,
  compose: ({ placeType, ...values }) =>
    placeType === null || placeType === undefined ? values : { ...values, placeType },
  keyOf: ({ name }) => foldForSearch(String(name ?? '')),
  async selectStored(db) {
    const stored = await db
      .selectFrom('place')
      .select(['id', 'version', 'name', 'placeType'])
      .where('deletedAt', 'is', null)
      .execute();
    return stored.map(({ id, version, ...fields }) => ({ id, version, fields }));
  },
  create: (context, rows) => oneByOne(rows, (fields) => createPlace(context, parse(fields))),
  update: (context, changes, ifMoved) =>
    eachRecord(changes, ifMoved, ({ at, fields }) => updatePlace(context, at, parse(fields))),
  remove: (context, ats) => removeEach(ats, (at) => removePlace(context, at)),
};
