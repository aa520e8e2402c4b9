import { OutputTallyFields } from '../../../../shared/output/schemas.ts';
import { outputCounting } from '../../../output/output-counting.ts';
import {
  createOutputTally,
  removeOutputTally,
  updateOutputTally,
} from '../../../output/save-output-tally.ts';
import { type Destination, eachRecord, oneByOne, removeEach } from '../destination.ts';

const parse = (fields: unknown) => OutputTallyFields.parse(fields);

/** Months' totals of kinds: a month of a kind has one. */
export const outputTallies: Destination = {
  areas: ['output'],
  roles: [],
  schema: OutputTallyFields,
  mayRepeat: false,
  compose: (values, { fileName }) => ({ ...values, source: values.source ?? fileName }),
  keyOf: ({ month, kind }) => `${month} ${kind}`,
  async selectStored(db, rows) {
    const months = [...new Set(rows.map(({ month }) => String(month)))];
    if (months.length === 0) return [];
    const stored = await db
      .selectFrom('outputTally')
      .select(['id', 'version', 'month', 'kind', 'count', 'source', 'notes'])
      .where('month', 'in', months)
      .where('deletedAt', 'is', null)
      .execute();
    return stored.map(({ id, version, ...fields }) => ({ id, version, fields }));
  },
  counts: {
    counting: outputCounting,
    as: 'totals',
    partsOf: (_, rows) => rows.map(parse).map(({ month, kind, count }) => ({ month, kind, count })),
  },
  create: (context, rows) => oneByOne(rows, (fields) => createOutputTally(context, parse(fields))),
  update: (context, changes, ifMoved) =>
    eachRecord(changes, ifMoved, ({ at, fields }) => updateOutputTally(context, at, parse(fields))),
  remove: (context, ats) => removeEach(ats, (at) => removeOutputTally(context, at)),
};
