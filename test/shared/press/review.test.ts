import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareClosings } from '../../../shared/press/compare-closings.ts';
import { obstacleToClosing, summariseMonth } from '../../../shared/press/review.ts';
import { holdsWords, isListed, ReviewList } from '../../../shared/press/review-filter.ts';
import type { ClosedRow, ReviewedRow } from '../../../shared/press/review-rows.ts';

const row = (change: Partial<ReviewedRow> = {}): ReviewedRow => ({
  id: 'a',
  version: 1,
  day: '2026-10-03',
  title: 'La Estrella estrena parque',
  outletId: 'colombiano',
  outletName: 'El Colombiano',
  medium: 'press',
  channel: 'press',
  format: 'print',
  tone: 'positive',
  standing: 'valued',
  grade: 'A',
  valueCop: 1_000,
  valueWithVatCop: 1_190,
  underContract: false,
  rateApproval: null,
  reviewState: null,
  evidenceCount: 1,
  commentCount: 0,
  isDuplicated: false,
  ...change,
});
const unvalued = {
  standing: 'unvalued',
  grade: null,
  valueCop: null,
  valueWithVatCop: null,
} as const;

describe('the totals of a month', () => {
  test('put positive and neutral in the headline, and the other tones beside it', () => {
    const { totals } = summariseMonth(
      [
        row(),
        row({ tone: 'neutral', valueCop: 500, valueWithVatCop: 595 }),
        row({ tone: 'negative', valueCop: 300, valueWithVatCop: 357 }),
        row({ tone: null, valueCop: 70, valueWithVatCop: 83 }),
      ],
      [],
      null,
    );
    expect(totals.headline).toEqual({
      count: 2,
      valueCop: 1_500,
      valueWithVatCop: 1_785,
      unvalued: 0,
    });
    expect(totals.negative.valueCop).toBe(300);
    expect(totals.unclassified.valueCop).toBe(70);
    expect(totals.allTones).toMatchObject({ count: 4, valueCop: 1_870, valueWithVatCop: 2_225 });
  });

  test('say nothing, and not 0, where nothing has a value', () => {
    const { totals, matters } = summariseMonth([row(unvalued)], [], null);
    expect(totals.headline).toEqual({
      count: 1,
      valueCop: null,
      valueWithVatCop: null,
      unvalued: 1,
    });
    expect(totals.negative).toMatchObject({ count: 0, valueCop: null });
    expect(matters.unvalued).toBe(1);
  });

  test('leave out what does not count, and say how many that is', () => {
    const paid = row({ standing: 'not_counted', grade: null, valueCop: 0, valueWithVatCop: 0 });
    const { totals, shares } = summariseMonth([paid], [], null);
    expect(totals).toMatchObject({ notCounted: 1, allTones: { count: 0, valueCop: null } });
    expect(shares.outlet).toEqual([]);
  });

  test('stand with and without outlets under contract', () => {
    const { totals } = summariseMonth([row(), row({ underContract: true })], [], null);
    expect(totals.headline.valueCop).toBe(2_000);
    expect(totals.headlineWithoutContract.valueCop).toBe(1_000);
    expect(totals.allWithoutContract.count).toBe(1);
  });

  test('take in the totals of months without records, which have no tone, outlet nor VAT', () => {
    const tallies = [
      { channel: 'press' as const, count: 8, valueCop: 3_600_000, source: 'Informe 2020' },
      { channel: 'broadcast_digital' as const, count: 2, valueCop: null, source: 'Informe 2020' },
    ];
    const { totals, shares } = summariseMonth([], tallies, null);
    expect(totals.allTones).toEqual({
      count: 10,
      valueCop: 3_600_000,
      valueWithVatCop: null,
      unvalued: 2,
    });
    expect(totals.headline).toMatchObject({ count: 0, valueCop: null });
    const { totals: mixed } = summariseMonth([row()], tallies, null);
    expect(mixed.allTones).toMatchObject({ valueCop: 3_601_000, valueWithVatCop: null });
    expect(mixed.headline.valueWithVatCop).toBe(1_190);
    expect(shares.channel).toMatchObject([
      { key: 'press', isTally: false, all: { count: 8 } },
      { key: 'broadcast_digital', all: { count: 2, valueCop: null } },
    ]);
    expect(shares.outlet).toMatchObject([{ key: null, isTally: true, all: { count: 10 } }]);
  });

  test('are what each grouping adds up to, whatever the appearances', () => {
    const anyRow = fc
      .record({
        outletId: fc.constantFrom('one', 'two', 'three'),
        medium: fc.constantFrom('press' as const, 'radio' as const),
        tone: fc.constantFrom('positive' as const, 'neutral' as const, 'negative' as const, null),
        grade: fc.constantFrom('A' as const, 'B' as const, 'D' as const),
        valueCop: fc.integer({ min: 0, max: 1_000_000_000 }),
      })
      .map((change) => row({ ...change, outletName: change.outletId }));
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), (rows) => {
        const { totals, shares } = summariseMonth(rows, [], null);
        for (const parts of Object.values(shares)) {
          const sum = (of: 'all' | 'headline') =>
            parts.reduce((total, part) => total + (part[of].valueCop ?? 0), 0);
          expect(sum('all')).toBe(totals.allTones.valueCop ?? 0);
          expect(sum('headline')).toBe(totals.headline.valueCop ?? 0);
        }
      }),
    );
  });
});

describe('what a month has to look at', () => {
  test('is counted by matter', () => {
    const { matters } = summariseMonth(
      [
        row({ reviewState: 'approved', valueCop: 5_000 }),
        row({ grade: 'D', evidenceCount: 0 }),
        row({ ...unvalued, isDuplicated: true, reviewState: 'sent_back' }),
      ],
      [],
      5_000,
    );
    expect(matters).toEqual({
      unvalued: 1,
      without_evidence: 1,
      unsupported: 1,
      unapproved_rate: 0,
      duplicated: 1,
      over_threshold: 1,
      sent_back: 1,
      not_approved: 2,
    });
  });

  test('keeps the month open only while something was sent back', () => {
    const open = summariseMonth([row({ reviewState: 'sent_back' })], [], null);
    expect(obstacleToClosing(open)).toEqual({ sentBack: 1 });
    expect(obstacleToClosing(summariseMonth([row(unvalued)], [], null))).toBeUndefined();
  });

  test('opens the appearances behind a figure, and no others', () => {
    const listed = (list: Partial<ReviewList>, of = row()) =>
      isListed(of, ReviewList.parse({ month: '2026-10', ...list }), null);
    expect(listed({ tone: 'headline', medium: 'press', grade: 'A' })).toBe(true);
    expect(listed({ tone: 'negative' })).toBe(false);
    expect(listed({ tone: 'unclassified' }, row({ tone: null }))).toBe(true);
    expect(listed({ grade: 'none' }, row(unvalued))).toBe(true);
    expect(listed({ underContract: true })).toBe(false);
    expect(listed({ matter: 'over_threshold' })).toBe(false);
    expect(holdsWords(row({ outletName: 'Telemedellín' }), 'parque TELEMEDELLIN')).toBe(true);
    expect(holdsWords(row(), 'acueducto')).toBe(false);
  });
});

const closed = (id: string, change: Partial<ClosedRow> = {}): ClosedRow => ({
  ...row({ id }),
  section: 'Metro',
  pageLabel: '8A',
  url: 'https://medio.test/nota',
  author: 'Ana Ruiz',
  departmentName: 'Hacienda',
  topic: 'Vías',
  spokesperson: 'La alcaldesa',
  origin: 'reactive',
  eventTitle: 'Entrega del parque',
  isPaid: false,
  notes: 'Con foto',
  entry: 'manual',
  rateId: 'rate',
  evidence: [{ id: 'e', name: 'recorte.pdf', sha256: 'a1' }],
  keyMessages: ['Obras cumplidas'],
  valuation: {
    formula: 3,
    at: '2026-10-03T10:00:00.000Z',
    inputs: {
      day: '2026-10-03',
      format: 'print',
      section: 'Metro',
      isOwnChannel: false,
      isPaid: false,
      measures: { unit: 'note', share: '1', isEstimated: false },
      rate: {
        id: 'rate',
        section: 'Metro',
        unit: 'note',
        unitQuantity: '1',
        netPriceCop: 1_000,
        vatRate: '0.19',
        validFrom: '2026-01-01',
        validTo: null,
        sourceType: 'published_tariff',
        sourceReference: 'Tarifario 2026',
      },
    },
    result: { standing: 'valued', valueCop: 1_000, valueWithVatCop: 1_190, grade: 'A' },
  },
  price: {
    priceCop: 1_190,
    netPriceCop: 1_000,
    vatIncluded: true,
    vatRate: '0.19',
    approvedBy: 'Secretaria',
    approvedAt: '2026-01-05T10:00:00.000Z',
    evidence: [],
  },
  ...change,
});

/** Another value of what a closing keeps: of any text, number, flag or list. */
function another(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return [];
  return 'otro';
}

test('two closings of a month are compared appearance by appearance', () => {
  const compared = compareClosings(
    [closed('kept'), closed('gone'), closed('moved')],
    [closed('kept'), closed('moved', { valueCop: 2_000 }), closed('new')],
  );
  expect(compared.added.map(({ id }) => id)).toEqual(['new']);
  expect(compared.removed.map(({ id }) => id)).toEqual(['gone']);
  expect(compared.changed).toEqual([
    {
      id: 'moved',
      title: 'La Estrella estrena parque',
      outletName: 'El Colombiano',
      changes: [{ field: 'valueCop', before: 1_000, after: 2_000 }],
    },
  ]);
});

test('two closings tell whatever is kept and differs, save what says nothing of the appearance', () => {
  /** Which record and how it came in; what is counted of its files and comments stands beside them. */
  const untold = [
    'id',
    'version',
    'outletId',
    'entry',
    'evidenceCount',
    'commentCount',
    'isDuplicated',
  ];
  /** Compared part by part, below. */
  const parts = ['valuation', 'price'];
  const before = closed('a');
  const keys = Object.keys(before).filter((key) => ![...untold, ...parts].includes(key));
  for (const key of keys) {
    const after = { ...before, [key]: another(before[key as keyof ClosedRow]) } as ClosedRow;
    expect(compareClosings([before], [after]).changed, key).toHaveLength(1);
  }
  const { inputs } = before.valuation;
  const measures = { unit: 'note', share: '0.5', isEstimated: false } as const;
  const resized = { ...before.valuation, inputs: { ...inputs, measures } };
  expect(compareClosings([before], [closed('a', { valuation: resized })]).changed).toMatchObject([
    { changes: [{ field: 'share', before: '1', after: '0.5' }] },
  ]);
  const price = { ...before.price, priceCop: 2_380, approvedBy: null } as ClosedRow['price'];
  expect(compareClosings([before], [closed('a', { price })]).changed).toMatchObject([
    { changes: [{ field: 'quotedCop' }, { field: 'rateApprovedBy', after: null }] },
  ]);
  // A closing older than the prices it does not keep says nothing of them.
  expect(compareClosings([closed('a', { price: undefined })], [before]).changed).toEqual([]);
});
