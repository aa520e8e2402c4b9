import { describe, expect, test } from 'vitest';
import { rateSources } from '../../../../shared/press/grading.ts';
import { type Format, formats, Unit } from '../../../../shared/press/measures.ts';
import { callerAs, makeHouse } from '../../../support/house.ts';
import { pesos, sayValue } from '../../../support/value-sentence.ts';
import { pageRate, piece } from '../press-records.ts';
import {
  monthlyVisitors,
  netOf,
  type Space,
  spaces,
  unitQuantityOf,
  worthOf,
} from './value-oracle.ts';

const priceCop = 1_234_567;
const vats = ['0', '0.05', '0.19', null].flatMap((says) =>
  [true, false].map((vatIncluded) => ({ says, vatIncluded })),
);
const walked = rateSources
  .flatMap((source) => vats.map((vat) => ({ source, ...vat })))
  .map((one, turn) => ({ ...one, turn }));

type Press = ReturnType<typeof callerAs>['press'];

/** An appearance of a space, in a section that only its rate has. */
const appearance = (outletId: string, { format, unit, measures }: Space) =>
  piece(outletId, { format, measures, section: `Sección ${unit}` });

type Said = Awaited<ReturnType<Press['previewValue']>>['valuation'];

/** What a value says of its net, its gross, its VAT and its grade, wherever it is read. */
function expectWorth(said: Said, space: Space, quoted: Parameters<typeof worthOf>[1]) {
  const { net, valueCop, vatCop, grade } = worthOf(space, quoted);
  const { source, isApproved, ...asQuoted } = quoted;
  expect(said).toMatchObject({ valueCop, valueWithVatCop: valueCop + vatCop, grade });
  expect(said.steps.find(({ step }) => step === 'rate')).toMatchObject({
    netPriceCop: net,
    quoted: asQuoted,
    sourceType: source,
    isApproved,
  });
  expect(said.steps.at(-1)).toMatchObject({ step: 'vat', vatRate: quoted.vatRate, vatCop });
  expect(said.because.length > 0).toBe(grade !== 'A');
  const sentence = sayValue(said);
  expect(sentence).toContain(pesos(net));
  if (quoted.vatIncluded) expect(sentence).toContain(pesos(quoted.priceCop));
  expect(sentence).toContain(pesos(valueCop + vatCop));
  expect(sentence.includes('sin aprobar')).toBe(!isApproved);
}

/** Each size once, measured or judged by turns; some by turns are stored too, and read as they were shown. */
async function expectWorthOfAll(
  press: Press,
  outletId: string,
  quoted: Parameters<typeof worthOf>[1],
  turn: number,
) {
  const some = spaces.filter((_, at) => (at + turn + Number(quoted.isApproved)) % 2 === 0);
  for (const [at, space] of some.entries()) {
    const fields = appearance(outletId, space);
    expectWorth((await press.previewValue(fields)).valuation, space, quoted);
    if ((at + turn) % 5 !== 0) continue;
    const { valuation } = await press.readClipping(await press.createClipping(fields));
    const { result, steps, because, price } = valuation;
    expectWorth({ ...result, steps, because, price } as Said, space, quoted);
  }
}

describe('the value of every unit of every format', () => {
  test('is walked with a size of every kind but what somebody judged', () => {
    const measured = new Set(spaces.map(({ measures }) => measures.unit));
    expect([...measured, 'manual'].sort()).toEqual([...Unit.options].sort());
  });

  test.each(walked)(
    'is what a sheet of paper says, by $source with VAT of $says (included: $vatIncluded), before and after approval',
    async ({ source, says, vatIncluded, turn }) => {
      const house = await makeHouse();
      const { press } = callerAs(house, 'press');
      const outlet = { name: 'La Tarde', medium: 'press', vatRate: '0.05' } as const;
      const { id } = await press.createOutlet({ ...outlet, monthlyVisitors });
      const sold = new Map(
        spaces.map(({ format, unit }) => [`${format} ${unit}`, { format, unit }]),
      );
      const ats = [];
      for (const { format, unit } of sold.values()) {
        const space = { format, unit, unitQuantity: unitQuantityOf(unit) };
        const terms = { priceCop, vatIncluded, vatRate: says, sourceType: source };
        const section = `Sección ${unit}`;
        ats.push(await press.createRate(pageRate(id, { ...space, ...terms, section })));
      }
      const quoted = { priceCop, vatIncluded, vatRate: says ?? '0.05', source };
      await expectWorthOfAll(press, id, { ...quoted, isApproved: false }, turn);
      await callerAs(house, 'secretary').press.approveRates({ ats });
      await expectWorthOfAll(press, id, { ...quoted, isApproved: true }, turn);
      const { rows } = await press.listRates({ pageSize: 200 });
      const listed = { netPriceCop: netOf(quoted), vatRate: quoted.vatRate, sourceType: source };
      expect(rows).toEqual(rows.map(() => expect.objectContaining(listed)));
      expect(rows).toHaveLength(ats.length);
    },
    120_000,
  );
});

describe('the flat policy of every format', () => {
  test.each(vats.map(({ says, ...vat }) => ({ says: says ?? '0.16', ...vat })))(
    'with VAT of $says (included: $vatIncluded) is worth its net, with the VAT of each outlet',
    async ({ says, vatIncluded }) => {
      const house = await makeHouse();
      const { press } = callerAs(house, 'press');
      const outlets = new Map<string, string>();
      for (const vatRate of ['0', '0.05', '0.19']) {
        const { id } = await press.createOutlet({ name: vatRate, medium: 'press', vatRate });
        outlets.set(vatRate, id);
      }
      const measures = { unit: 'note', share: '1', isEstimated: false } as const;
      const net = netOf({ priceCop, vatIncluded, vatRate: says });

      async function expectOf(format: Format, isApproved: boolean) {
        const space = { format, unit: 'flat', measures, times: [1n, 1n], best: 'C' } as const;
        for (const [vatRate, outletId] of outlets) {
          const sold = { priceCop: net, vatIncluded: false, vatRate, isApproved } as const;
          const { vatCop } = worthOf(space, { ...sold, source: 'flat_policy' });
          const { valuation } = await press.previewValue(piece(outletId, { format, measures }));
          const worth = { valueCop: net, valueWithVatCop: net + vatCop, grade: 'C' };
          expect(valuation).toMatchObject(worth);
          expect(sayValue(valuation)).toContain(pesos(net));
          if (vatIncluded) expect(sayValue(valuation)).toContain(pesos(priceCop));
          expect(sayValue(valuation)).toContain(pesos(net + vatCop));
          expect(sayValue(valuation).includes('sin aprobar')).toBe(!isApproved);
        }
      }
      for (const format of formats) {
        const terms = { format, priceCop, vatIncluded, vatRate: says, validFrom: '2026-01-01' };
        const at = await press.createFlatPolicy({ ...terms, sourceReference: 'Acta 12' });
        await expectOf(format, false);
        await callerAs(house, 'secretary').press.approveFlatPolicy(at);
        await expectOf(format, true);
      }
    },
  );
});
