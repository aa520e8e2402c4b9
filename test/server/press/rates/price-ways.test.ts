import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { appRouter } from '../../../../server/http/router.ts';
import { findClosedFile } from '../../../../server/press/review/find-closed-file.ts';
import { fixedTargetIds } from '../../../../shared/imports/sheets/targets/list-targets.ts';
import type { RateSource } from '../../../../shared/press/grading.ts';
import type { TestHouse } from '../../../support/house.ts';
import { type ServedHouse, serveHouse } from '../../../support/served-house.ts';
import { sayValue } from '../../../support/value-sentence.ts';
import { closeAsSeen } from '../review-records.ts';
import { openOffice, outletVat, pricedBy, pricedSheets } from './price-ways.ts';
import { pricelessSheets, pricelessVerbs } from './priceless.ts';

const month = '2026-11';
const ways = [
  ...Object.entries(pricedBy).flatMap(([path, some]) =>
    Object.entries(some).map(([name, bring]) => ({ name: `${path}: ${name}`, bring })),
  ),
  ...Object.entries(pricedSheets).map(([target, bring]) => ({
    name: `imports.writeSheetImport: ${target}`,
    bring,
  })),
];

const inFiles: Record<RateSource, string> = {
  published_tariff: 'Tarifario publicado',
  quotation: 'Cotización',
  flat_policy: 'Valor fijo por política',
  unsupported: 'Sin soporte',
};

type Line = Record<string, string>;

const linesOf = (text: string): Line[] =>
  papaparse.parse<Line>(text.replace('\ufeff', ''), { header: true, delimiter: ';' }).data;

async function fileOfAppearances(served: ServedHouse): Promise<Line[]> {
  const viewer = await served.signedIn('viewer');
  return linesOf(await (await viewer.fetch('/export/clippings.csv')).text());
}

async function fileOfClosing(house: TestHouse): Promise<Line[]> {
  const asked = { month, revision: 1, format: 'csv' } as const;
  const file = await findClosedFile(house.database.db, asked);
  return linesOf(Buffer.from(file?.bytes ?? '').toString());
}

describe('the ways by which a price comes in', () => {
  test('are all walked: every verb of the press and of imports, and every sheet', () => {
    const verbs = Object.entries(appRouter._def.procedures as Record<string, unknown>)
      .filter(([path]) => /^(press|imports)\./.test(path))
      .filter(([, made]) => (made as { _def: { type: string } })._def.type === 'mutation')
      .map(([path]) => path);
    expect([...Object.keys(pricedBy), ...pricelessVerbs].sort()).toEqual(verbs.sort());
    const sheets = [...Object.keys(pricedSheets), ...pricelessSheets];
    expect(sheets.sort()).toEqual([...fixedTargetIds].sort());
  });

  test.each(ways)(
    'keep the VAT of the outlet, the source and that nobody approved it, and say so everywhere: $name',
    async ({ bring }) => {
      const served = await serveHouse();
      const { house } = served;
      const office = await openOffice(house);
      const { press } = office;
      const brought = await bring(office);
      const { fields, source, grade } = brought;
      const isPriced = source !== null;

      const live = (await press.previewValue(fields)).valuation;
      const clippingId = brought.clippingId ?? (await press.createClipping(fields)).id;
      const { valuation } = await press.readClipping({ id: clippingId });
      const { result, steps, because, price } = valuation;
      for (const said of [live, { ...result, steps, because, price } as typeof live]) {
        expect(said).toMatchObject({ standing: 'valued', grade });
        expect(said.steps.at(-1)).toMatchObject({ step: 'vat', vatRate: outletVat });
        const rate = said.steps.find(({ step }) => step === 'rate');
        if (isPriced) expect(rate).toMatchObject({ sourceType: source, isApproved: false });
        else expect(rate).toBeUndefined();
        expect(sayValue(said).includes('sin aprobar')).toBe(isPriced);
        expect(said.price === null).toBe(!isPriced);
      }
      if (valuation.price) {
        const seen = await press.readPrice(valuation.price);
        expect(seen).toMatchObject({ sourceType: source, approvedBy: null });
        expect(seen.enteredBy).toBe('Persona press');
      }

      const rateApproval = isPriced ? 'unapproved' : null;
      const review = await press.listReviewClippings({ month });
      expect(review.rows).toMatchObject([{ id: clippingId, rateApproval, grade }]);
      const { summary } = await press.readMonthReview({ month });
      expect(summary.matters.unapproved_rate).toBe(isPriced ? 1 : 0);

      const inFile = {
        Grado: grade,
        'Aprobación de la tarifa': isPriced ? 'Sin aprobar' : '',
        'Tipo de soporte de la tarifa': isPriced ? inFiles[source] : '',
      };
      expect((await fileOfAppearances(served))[0]).toMatchObject(inFile);
      await closeAsSeen(house, month);
      expect((await fileOfClosing(house))[0]).toMatchObject(inFile);
    },
  );
});
