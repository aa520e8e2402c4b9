import { z } from 'zod';
import { Exact } from '../../../../shared/money/exact.ts';
import { ratesOverlap, sectionKey } from '../../../../shared/press/rate-matching.ts';
import { RateFields } from '../../../../shared/press/schemas.ts';
import { selectPriceEvidence } from '../../../press/rates/price-evidence.ts';
import { createRate, removeRates, updateRate } from '../../../press/save-rate.ts';
import { type Destination, eachRecord, oneByOne } from '../destination.ts';

type Fields = Record<string, unknown>;

/** A rate that a sheet brings; it has no support but what the sheet says. */
const SheetRate = z.preprocess(
  (fields: Fields) => ({ sourceType: 'unsupported', ...fields }),
  RateFields,
);

const parse = (fields: unknown) => RateFields.parse(fields);

/** A share of one: of `19` and of `0.19` the same. */
function shareOf(rate: unknown): unknown {
  if (typeof rate !== 'string') return rate;
  const size = new Exact(rate);
  return size.greaterThan(1) ? size.dividedBy(100).toFixed() : rate;
}

/** Rates, each by its outlet, its space and the day from which it holds. */
export const rates: Destination = {
  areas: ['press'],
  roles: ['press'],
  schema: SheetRate,
  mayRepeat: false,
  compose: ({ vatRate, ...values }) =>
    vatRate === undefined ? values : { ...values, vatRate: shareOf(vatRate) },
  keyOf: ({ outletId, format, section, unit, validFrom }) =>
    [outletId, format, sectionKey(String(section ?? '')), unit, validFrom].join(' '),
  refuse(fields, { id, others }) {
    const rate = fields as RateFields;
    const other = others.find(
      (one) => one.id !== id && ratesOverlap(one.fields as unknown as RateFields, rate),
    );
    if (!other) return undefined;
    const said = String(other.fields.validFrom);
    return { column: 'validFrom', rule: 'overlaps_rate', said };
  },
  async selectStored(db) {
    const stored = await db
      .selectFrom('rate')
      .select(['id', 'version', 'outletId', 'format', 'section', 'unit', 'unitQuantity'])
      .select(['priceCop', 'vatIncluded', 'vatRate', 'validFrom', 'validTo'])
      .select(['sourceType', 'sourceReference'])
      .where('deletedAt', 'is', null)
      .execute();
    return stored.map(({ id, version, vatIncluded, ...fields }) => ({
      id,
      version,
      fields: { ...fields, vatIncluded: vatIncluded === 1 },
    }));
  },
  create: (context, rows) => oneByOne(rows, (fields) => createRate(context, parse(fields))),
  update: (context, changes, ifMoved) =>
    eachRecord(changes, ifMoved, async ({ at, fields }) => {
      const db = context.within?.db ?? context.database.db;
      const files = (await selectPriceEvidence(db, 'rateEvidence', [at.id])).get(at.id) ?? [];
      return updateRate(context, at, parse({ ...fields, evidenceIds: files.map(({ id }) => id) }));
    }),
  remove: async (context, ats) => (await removeRates(context, ats)).length,
};
