import type { FixedTargetId } from '../../../../shared/imports/sheets/targets/list-targets.ts';
import type { RateSource } from '../../../../shared/press/grading.ts';
import type { ClippingFields } from '../../../../shared/press/schemas.ts';
import { callerAs, type TestHouse } from '../../../support/house.ts';
import { importAs, textFile } from '../../../support/sheet-file.ts';
import { pageRate, piece } from '../press-records.ts';
import { addFile } from '../review-records.ts';

/** The VAT of the outlet of every way, which nothing that comes in says. */
export const outletVat = '0.05';

/** What came in, and what has to be said of it. */
interface Brought {
  /** An appearance that it values; stored already where the way stores it. */
  fields: ClippingFields;
  clippingId?: string;
  /** Absent where somebody judged the value. */
  source: RateSource | null;
  grade: 'B' | 'C' | 'D';
}

interface Office {
  house: TestHouse;
  press: ReturnType<typeof callerAs>['press'];
  imports: ReturnType<typeof callerAs>['imports'];
  outletId: string;
}

type Way = (office: Office) => Promise<Brought>;

export async function openOffice(house: TestHouse): Promise<Office> {
  const { press, imports } = callerAs(house, 'press');
  const outlet = { name: 'La Tarde', medium: 'press', vatRate: outletVat } as const;
  const { id: outletId } = await press.createOutlet({ ...outlet, monthlyVisitors: 40_000 });
  return { house, press, imports, outletId };
}

const typed = (outletId: string, change: Parameters<typeof pageRate>[1] = {}) =>
  pageRate(outletId, { vatRate: null, ...change });
const page = (outletId: string): Brought => ({
  fields: piece(outletId),
  source: 'published_tariff',
  grade: 'B',
});

const policy = {
  format: 'print',
  priceCop: 450_000,
  validFrom: '2026-01-01',
  sourceReference: 'Acta 12 de 2025',
} as const;
const flat = (outletId: string): Brought => ({
  fields: piece(outletId),
  source: 'flat_policy',
  grade: 'C',
});

const whole = { from: '2026-11-01', to: '2026-11-30' };

async function revalue({ press }: Office) {
  const { seal } = await press.previewRevaluation(whole);
  return press.revalueClippings({ ...whole, seal, reason: 'Tarifario corregido' });
}

const rateFile = (source: string) =>
  textFile('tarifario.csv', [
    'Medio;Formato;Se cobra;Cantidad;Precio;Desde;Soporte;Documento',
    `La Tarde;Impreso;Por área de página;1560;18.400.000;2026-01-01;${source};Tarifario 2026`,
  ]);

/** Every procedure by which a price or a value comes in, changes or comes back, each as people use it. */
export const pricedBy: Readonly<Record<string, Readonly<Record<string, Way>>>> = {
  'press.createRate': {
    'a published tariff': async ({ press, outletId }) => {
      await press.createRate(typed(outletId));
      return page(outletId);
    },
    'a quotation': async ({ press, outletId }) => {
      await press.createRate(typed(outletId, { sourceType: 'quotation' }));
      return { ...page(outletId), source: 'quotation' };
    },
    'a rate without support': async ({ press, outletId }) => {
      const bare = { sourceType: 'unsupported', sourceReference: '' } as const;
      await press.createRate(typed(outletId, bare));
      return { ...page(outletId), source: 'unsupported', grade: 'D' };
    },
    'a flat price of the outlet': async ({ press, outletId }) => {
      await press.createRate(typed(outletId, { unit: 'flat', unitQuantity: '1' }));
      return { ...page(outletId), grade: 'C' };
    },
  },
  'press.updateRate': {
    'a rate that was approved before': async ({ house, press, outletId }) => {
      const at = await press.createRate(typed(outletId, { priceCop: 1 }));
      const approved = await callerAs(house, 'secretary').press.approveRate(at);
      await press.updateRate({ at: approved, fields: typed(outletId) });
      return page(outletId);
    },
  },
  'press.restoreRate': {
    'a rate brought back': async ({ press, outletId }) => {
      const at = await press.createRate(typed(outletId));
      await press.restoreRate(await press.removeRate(at));
      return page(outletId);
    },
  },
  'press.importRates': {
    'a file of rates': async ({ press, outletId }) => {
      const file = rateFile('Cotización');
      await press.importRates({ file, seal: (await press.previewRateFile(file)).seal });
      return { ...page(outletId), source: 'quotation' };
    },
  },
  'press.copyRates': {
    'a copy to the next year': async ({ house, press, outletId }) => {
      const ofLastYear = { validFrom: '2025-01-01', validTo: '2025-12-31' };
      const at = await press.createRate(
        typed(outletId, { ...ofLastYear, sourceType: 'quotation' }),
      );
      await callerAs(house, 'secretary').press.approveRate(at);
      const copy = { onDay: '2025-12-31', validFrom: '2026-01-01', increasePercent: '0' };
      const asked = { ...copy, sourceReference: 'Carta de 2026' };
      const { seal, rows } = await press.previewRateCopies(asked);
      if (rows[0]?.newSourceType !== 'quotation')
        throw new Error('the preview says another source');
      await press.copyRates({ copy: asked, seal });
      return { ...page(outletId), source: 'quotation' };
    },
  },
  'press.createFlatPolicy': {
    'a flat policy': async ({ press, outletId }) => {
      await press.createFlatPolicy(policy);
      return flat(outletId);
    },
  },
  'press.updateFlatPolicy': {
    'a flat policy that was approved before': async ({ house, press, outletId }) => {
      const at = await press.createFlatPolicy({ ...policy, priceCop: 1 });
      const approved = await callerAs(house, 'secretary').press.approveFlatPolicy(at);
      await press.updateFlatPolicy({ at: approved, fields: policy });
      return flat(outletId);
    },
  },
  'press.restoreFlatPolicy': {
    'a flat policy brought back': async ({ press, outletId }) => {
      await press.restoreFlatPolicy(
        await press.removeFlatPolicy(await press.createFlatPolicy(policy)),
      );
      return flat(outletId);
    },
  },
  'press.createClipping': {
    'a value that somebody judged': async ({ house, outletId }) => {
      const evidenceIds = [await addFile(house, 'avaluo')];
      const measures = { unit: 'manual', amountCop: 700_000, reason: 'Avalúo' } as const;
      const judged = { ...measures, share: '1', isEstimated: false };
      return {
        fields: piece(outletId, { measures: judged, evidenceIds }),
        ...{ source: null, grade: 'D' },
      };
    },
    'views that nobody knows': async ({ press, outletId }) => {
      const sold = { format: 'web', unit: 'cpm', unitQuantity: '1' } as const;
      await press.createRate(typed(outletId, sold));
      const measures = { unit: 'cpm', views: null, share: '1', isEstimated: false } as const;
      return {
        ...page(outletId),
        fields: piece(outletId, { format: 'web', measures }),
        grade: 'C',
      };
    },
  },
  'press.updateClipping': {
    'a size that was mended': async ({ press, outletId }) => {
      await press.createRate(typed(outletId));
      const fields = piece(outletId);
      const wide = { ...fields.measures, widthCm: '24' } as ClippingFields['measures'];
      const at = await press.createClipping({ ...fields, measures: wide });
      await press.updateClipping({ at, fields });
      return { ...page(outletId), clippingId: at.id };
    },
  },
  'press.restoreClipping': {
    'an appearance brought back': async ({ press, outletId }) => {
      await press.createRate(typed(outletId));
      const at = await press.createClipping(piece(outletId));
      await press.restoreClipping(await press.removeClipping(at));
      return { ...page(outletId), clippingId: at.id };
    },
  },
  'press.revalueClippings': {
    'a revaluation of what had no value': async (office) => {
      const { press, outletId } = office;
      const { id: clippingId } = await press.createClipping(piece(outletId));
      await press.createRate(typed(outletId));
      await revalue(office);
      return { ...page(outletId), clippingId };
    },
  },
  'press.undoRevaluation': {
    'the value of before a revaluation': async (office) => {
      const { press, outletId } = office;
      const at = await press.createRate(typed(outletId));
      const { id: clippingId } = await press.createClipping(piece(outletId));
      const dearer = typed(outletId, { priceCop: 20_000_000 });
      const changed = await press.updateRate({ at, fields: dearer });
      const { id } = await revalue(office);
      await press.undoRevaluation({ id });
      await press.updateRate({ at: changed, fields: typed(outletId) });
      return { ...page(outletId), clippingId };
    },
  },
  'imports.writeSheetImport': {},
};

const appearances = textFile('apariciones.csv', [
  'Fecha;Medio;Titular;Formato;Ancho;Alto',
  '2026-11-03;La Tarde;La Estrella estrena parque;Impreso;12;8',
]);

/** What a spreadsheet may become that has a price or gets a value. */
export const pricedSheets: Readonly<Partial<Record<FixedTargetId, Way>>> = {
  rates: async ({ imports, outletId }) => {
    await importAs(imports, rateFile('Tarifario publicado'), { target: 'rates' });
    return page(outletId);
  },
  clippings: async ({ press, imports, outletId }) => {
    await press.createRate(typed(outletId));
    await importAs(imports, appearances, { target: 'clippings' });
    const [row] = (await press.listClippings({})).rows;
    return { ...page(outletId), clippingId: row?.id ?? '' };
  },
};
