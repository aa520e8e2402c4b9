import { textFile } from '../../support/sheet-file.ts';
import type { Visitor } from '../../support/visitor.ts';
import { piece } from '../press/press-records.ts';

interface Known {
  id: string;
  version: number;
}

/** What stands in the office before anything changes: one record of each kind that others name. */
export interface Office {
  department: Known;
  outlet: Known;
  rate: Known;
  item: Known;
  request: Known;
  clipping: Known;
  page: Known;
  /** A preview of a file of figures. */
  preview: Known;
  indicator: Known;
  countTable: Known;
  /** A preview of a spreadsheet. */
  sheet: Known;
}

/** Sends what a person does, which must be taken. */
export async function must<Data>(visitor: Visitor, path: string, input: unknown): Promise<Data> {
  const { data, status, failure } = await visitor.mutate<Data>(path, input);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(failure)}`);
  return data as Data;
}

const pageFields = {
  network: 'facebook',
  handle: 'AlcaldiaDePrueba',
  title: 'Alcaldía de prueba',
  isMain: true,
  isPulled: true,
};
export const rateFields = {
  format: 'print',
  unit: 'page_area',
  unitQuantity: '1560',
  priceCop: 18_400_000,
  validFrom: '2026-01-01',
  sourceType: 'published_tariff',
  sourceReference: 'Tarifario 2026',
};

/** A file with one figure of the page. */
function file(value: string) {
  const rows = `Página;Métrica;Día;Valor\nfacebook/AlcaldiaDePrueba;Alcance;2026-11-03;${value}\n`;
  return { name: 'cifras.csv', content: Buffer.from(rows).toString('base64') };
}

/** Keeps one record of each kind, by way of the server. */
export async function openOffice(visitor: Visitor): Promise<Office> {
  const department = await must<Known>(visitor, 'accounts.createDepartment', { name: 'Hacienda' });
  const departmentId = department.id;
  const outlet = await must<Known>(visitor, 'press.createOutlet', {
    name: 'El Colombiano de prueba',
    medium: 'press',
  });
  const outletId = outlet.id;
  const rate = await must<Known>(visitor, 'press.createRate', { ...rateFields, outletId });
  const item = await must<Known>(visitor, 'output.createItem', {
    kind: 'event',
    title: 'Feria',
    day: '2026-11-03',
    departmentId,
  });
  const request = await must<Known>(visitor, 'output.createRequest', {
    title: 'Afiche',
    askedDay: '2026-11-03',
    departmentId,
  });
  const clipping = await must<Known>(visitor, 'press.createClipping', {
    ...piece(outletId),
    departmentId,
  });
  const page = await must<Known>(visitor, 'social.createPage', { ...pageFields, departmentId });
  const read = await must<{ import: Known }>(visitor, 'imports.previewFile', file('5'));
  const sheet = await must<{ import: Known }>(visitor, 'imports.previewSheet', sheetOf('Feria'));
  return {
    department,
    outlet,
    rate,
    item,
    request,
    clipping,
    page,
    preview: read.import,
    sheet: sheet.import,
    countTable: await must<Known>(visitor, 'indicators.createTable', countTableFields),
    indicator: await must<Known>(visitor, 'indicators.createIndicator', indicatorFields),
  };
}

const indicatorFields = {
  code: 'DIF-1',
  name: 'Eventos de difusión realizados',
  plan: 'development_plan',
  unit: 'number',
  method: { type: 'rule', rule: { measure: 'output' } },
};

const countTableFields = {
  code: 'T-1',
  name: 'Solicitudes por medio',
  dimensions: [{ id: 'channel', name: 'Medio' }],
  measures: [{ id: 'received', name: 'Recibidas', unit: 'count', total: 'sum' }],
};

/** A sheet of one item, as it is sent to be previewed. */
function sheetOf(title: string) {
  const to = ['day', 'kind', 'title'];
  const columns = to.map((id, index) => ({ index, heading: id, to: id, member: null }));
  return {
    file: textFile('hoja.csv', ['day,kind,title', `2026-11-20,event,${title}`]),
    sheet: 0,
    target: 'output_items',
    layout: { shape: 'records', headingLines: [1], down: null, columns },
  };
}

/** Writes of every area, each of which shows in the reads of others: names, values, counts, sums. */
export function changesOf(office: Office): [path: string, input: unknown][] {
  const { department, outlet, rate, item, clipping, page, preview, sheet, indicator } = office;
  const { request, countTable } = office;
  const outletId = outlet.id;
  return [
    ['accounts.updateDepartment', { at: department, fields: { name: 'Secretaría de Hacienda' } }],
    [
      'output.updateItem',
      { at: item, fields: { kind: 'event', title: 'Otra', day: '2026-10-03' } },
    ],
    ['output.createTally', { month: '2020-01', kind: 'programme_episode', count: 3, source: 'x' }],
    ['output.moveRequest', { at: request, state: 'in_work' }],
    ['press.updateOutlet', { at: outlet, fields: { name: 'Otro periódico', medium: 'press' } }],
    ['press.removeRate', rate],
    ['press.createClipping', { ...piece(outletId), title: 'Sin tarifa' }],
    ['press.commentClipping', { id: clipping.id, text: '¿Cuánto mide?' }],
    ['press.removeClipping', clipping],
    ['press.createRate', { ...rateFields, outletId, priceCop: 20_000_000 }],
    ['social.updatePage', { at: page, fields: { ...pageFields, title: 'Otro título' } }],
    [
      'social.typeSnapshot',
      { pageId: page.id, metric: 'followers', day: '2026-11-03', value: 100, precision: 'exact' },
    ],
    ['imports.previewFile', file('6')],
    ['imports.discardImport', { id: preview.id }],
    ['imports.previewSheet', sheetOf('Otra feria')],
    ['imports.discardSheetImport', { id: sheet.id }],
    ['output.createPlace', { name: 'Toledo' }],
    ['indicators.updateIndicator', { at: indicator, fields: { ...indicatorFields, name: 'Otro' } }],
    [
      'indicators.createRows',
      {
        rows: [
          {
            tableId: countTable.id,
            period: '2026',
            members: ['Página web'],
            cells: { received: '12' },
            source: 'Atención al ciudadano',
          },
        ],
      },
    ],
    ['social.requestPull', { pageId: null }],
    [
      'reports.createFigure',
      {
        year: 2020,
        subject: 'output.count:event',
        label: 'Eventos',
        value: 190,
        precision: 'exact',
        asPrinted: '190',
        source: 'Otro informe',
      },
    ],
  ];
}
