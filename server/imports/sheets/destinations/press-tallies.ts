import { monthOf } from '../../../../shared/calendar/day.ts';
import { PressTallyFields } from '../../../../shared/press/schemas.ts';
import { pressCounting } from '../../../press/press-counting.ts';
import {
  createPressTally,
  removePressTally,
  updatePressTally,
} from '../../../press/save-press-tally.ts';
import { type Destination, eachRecord, oneByOne, removeEach } from '../destination.ts';

const parse = (fields: unknown) => PressTallyFields.parse(fields);

/** Months' totals of free press: a month of a channel has one. A closed month takes none. */
export const pressTallies: Destination = {
  areas: ['press'],
  roles: ['press'],
  schema: PressTallyFields,
  mayRepeat: false,
  compose: (values, { fileName }) => ({ ...values, source: values.source ?? fileName }),
  keyOf: ({ month, channel }) => `${month} ${channel}`,
  async selectStored(db, rows) {
    const months = [...new Set(rows.map(({ month }) => String(month)))];
    if (months.length === 0) return [];
    const stored = await db
      .selectFrom('pressTally')
      .select(['id', 'version', 'month', 'channel', 'count', 'valueCop', 'source', 'notes'])
      .where('month', 'in', months)
      .where('deletedAt', 'is', null)
      .execute();
    return stored.map(({ id, version, ...fields }) => ({ id, version, fields }));
  },
  refuse: ({ month }, { today }) =>
    String(month) > monthOf(today) ? { column: 'month', rule: 'month_to_come' } : undefined,
  counts: {
    counting: pressCounting,
    as: 'totals',
    partsOf: (_, rows) =>
      rows.map(parse).map(({ month, channel, count }) => ({ month, kind: channel, count })),
  },
  create: (context, rows) => oneByOne(rows, (fields) => createPressTally(context, parse(fields))),
  update: (context, changes, ifMoved) =>
    eachRecord(changes, ifMoved, ({ at, fields }) => updatePressTally(context, at, parse(fields))),
  remove: (context, ats) => removeEach(ats, (at) => removePressTally(context, at)),
};
