import { OutletFields } from '../../../../shared/press/schemas.ts';
import { foldForSearch } from '../../../../shared/records.ts';
import { reachOfOutlets } from '../../../press/outlets/reach-of-outlets.ts';
import { undoOutletChange } from '../../../press/outlets/undo-outlet-change.ts';
import { createOutlet, removeOutlet, updateOutlet } from '../../../press/save-outlet.ts';
import { type Destination, eachRecord, oneByOne, removeEach } from '../destination.ts';

const parse = (fields: unknown) => OutletFields.parse(fields);

/** Outlets, each by its name. */
export const outlets: Destination = {
  areas: ['press'],
  roles: ['press'],
  schema: OutletFields,
  mayRepeat: false,
  compose: (values) => ({ ...values }),
  keyOf: ({ name }) => foldForSearch(String(name ?? '')),
  async selectStored(db) {
    const stored = await db
      .selectFrom('outlet')
      .select(['id', 'version', 'name', 'medium', 'town', 'scope', 'website', 'isOwnChannel'])
      .select(['vatRate', 'audience', 'monthlyVisitors', 'domains', 'contracts'])
      .where('deletedAt', 'is', null)
      .execute();
    return stored.map(({ id, version, isOwnChannel, domains, contracts, ...fields }) => ({
      id,
      version,
      fields: {
        ...fields,
        isOwnChannel: isOwnChannel === 1,
        domains: JSON.parse(domains) as unknown,
        contracts: JSON.parse(contracts) as unknown,
      },
    }));
  },
  create: (context, rows) => oneByOne(rows, (fields) => createOutlet(context, parse(fields))),
  update: (context, changes, ifMoved) =>
    eachRecord(changes, ifMoved, ({ at, fields }) => updateOutlet(context, at, parse(fields))),
  remove: (context, ats) => removeEach(ats, (at) => removeOutlet(context, at)),
  undo: (context, changes) =>
    eachRecord(changes, 'leave', ({ at, fields }) => undoOutletChange(context, at, parse(fields))),
  reach: (db, changes, at) =>
    reachOfOutlets(
      db,
      changes.map(({ id, fields }) => ({ id, fields: parse(fields) })),
      at,
    ),
};
