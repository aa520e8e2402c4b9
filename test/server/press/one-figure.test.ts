import { expect, test } from 'vitest';
import { listReviewClippings } from '../../../server/press/review/read-month-review.ts';
import { callerAs, makeHouse } from '../../support/house.ts';
import { addColombiano, piece, pieceValue } from './press-records.ts';

const month = '2026-11';
const period = { from: month, to: month };
const days = { from: '2026-11-01', to: '2026-11-22' };
const tallyValue = 900_000;

/** A month with all that a value may or may not count: every tone, own, paid, contract, no value, a total. */
async function openMonth() {
  const house = await makeHouse();
  const { press } = callerAs(house, 'press');
  const { outletId } = await addColombiano(house);
  const contracts = [{ from: '2026-01-01', to: null, reference: null }];
  const named = { name: 'El Contratado', medium: 'press', contracts } as const;
  const underContract = await press.createOutlet(named);
  const own = await press.createOutlet({ name: 'La Nuestra', medium: 'radio', isOwnChannel: true });
  const { rows } = await press.listRates({});
  const [rate] = rows;
  if (!rate) throw new Error('the rate is missing');
  const { outletName: _n, netPriceCop: _p, evidence: _e, ...fields } = rate;
  await press.createRate({ ...fields, outletId: underContract.id });
  for (const tone of ['positive', 'neutral', 'negative', null] as const) {
    for (const id of [outletId, underContract.id]) {
      await press.createClipping(piece(id, { tone, title: `${tone} ${id}` }));
    }
  }
  await press.createClipping(piece(outletId, { title: 'Pauta', isPaid: true }));
  await press.createClipping(piece(own.id, { title: 'Propia' }));
  const unpriced = { format: 'television', measures: { unit: 'second', seconds: '30' } } as const;
  await press.createClipping(
    piece(outletId, {
      ...{ title: 'Sin tarifa', format: unpriced.format },
      measures: { ...unpriced.measures, share: '1', isEstimated: false },
    }),
  );
  const tally = {
    month,
    channel: 'press',
    count: 2,
    valueCop: tallyValue,
    source: 'Tabla',
  } as const;
  await press.createPressTally({ ...tally, countsBoth: true });
  return { house, press };
}

const sumOf = (values: readonly (number | null)[]) =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

test('every screen that names a value of a month means the same figure by it', async () => {
  const { house, press } = await openMonth();
  const headline = 4 * pieceValue;
  const ofRecords = 8 * pieceValue;
  const allTones = ofRecords + tallyValue;

  const monthly = await press.readMonthlyValue(period);
  const monthlyHeadline = await press.readMonthlyHeadline(period);
  const yearly = await press.readYearlyValue();
  const byTone = await press.readValueByTone(period);
  const coverage = await press.readCoverage(period);
  const review = await press.readMonthReview({ month });
  const states = await press.listMonthStates(period);
  const { totals } = await press.listClippings(days);

  expect({
    'all tones by month': monthly.total.valueCop,
    'all tones by channel': sumOf(monthly.totals.map(({ valueCop }) => valueCop)),
    'all tones by year': sumOf(yearly.map(({ valueCop }) => valueCop)),
    'all tones of the period': byTone.allTones,
    'all tones of the review': review.summary.totals.allTones.valueCop,
    'all tones of the months to close': sumOf(states.map(({ valueCop }) => valueCop)),
    'records of the table, and the total': (totals.valueCop ?? 0) + tallyValue,
    'records of the coverage, and the total': (coverage.value.allTones ?? 0) + tallyValue,
  }).toEqual({
    'all tones by month': allTones,
    'all tones by channel': allTones,
    'all tones by year': allTones,
    'all tones of the period': allTones,
    'all tones of the review': allTones,
    'all tones of the months to close': allTones,
    'records of the table, and the total': allTones,
    'records of the coverage, and the total': allTones,
  });
  expect({
    'headline by month': monthlyHeadline.total.valueCop,
    'headline by channel': sumOf(monthlyHeadline.totals.map(({ valueCop }) => valueCop)),
    'headline by year': sumOf(yearly.map(({ headlineCop }) => headlineCop)),
    'headline of the period': byTone.headline,
    'headline of the coverage': coverage.value.headline,
    'headline of the review': review.summary.totals.headline.valueCop,
  }).toEqual({
    'headline by month': headline,
    'headline by channel': headline,
    'headline by year': headline,
    'headline of the period': headline,
    'headline of the coverage': headline,
    'headline of the review': headline,
  });
  expect(byTone.headlineWithoutContract).toBe(headline / 2);
  expect(coverage.withoutContract.value.headline).toBe(headline / 2);
  expect(review.summary.totals.headlineWithoutContract.valueCop).toBe(headline / 2);
  expect(monthlyHeadline.total.count).toBe(review.summary.totals.headline.count);
  expect(monthly.total.count).toBe(review.summary.totals.allTones.count);
  expect(totals.notCounted).toBe(review.summary.totals.notCounted);

  const { db } = house.database;
  const listed = await listReviewClippings(db, {
    ...{ month, tone: 'headline', search: '', page: 1, pageSize: 100 },
  } as Parameters<typeof listReviewClippings>[1]);
  expect(sumOf(listed.rows.map(({ valueCop }) => valueCop))).toBe(headline);

  const { stamp } = review;
  await callerAs(house, 'secretary').press.closeMonth({ month, stamp: stamp ?? '' });
  const closed = await press.readMonthReview({ month });
  expect(closed.summary.totals).toEqual(review.summary.totals);
  expect(await press.readMonthlyHeadline(period)).toEqual(monthlyHeadline);
});
