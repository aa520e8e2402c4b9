import { describe, expect, test } from 'vitest';
import { seedLaEstrella2020 } from '../../../jobs/seed/la-estrella-2020.ts';
import { appRouter } from '../../../server/http/router.ts';
import { openHouseAt } from '../../support/house.ts';
import { serve, serveBeside, serveHouse } from '../../support/served-house.ts';
import { textFile } from '../../support/sheet-file.ts';
import type { Visitor } from '../../support/visitor.ts';
import { piece } from '../press/press-records.ts';

const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: string; meta?: { readsFrom?: readonly string[] } } }
>;
const keptReads = Object.entries(procedures)
  .filter(([, { _def }]) => _def.type === 'query' && _def.meta?.readsFrom)
  .map(([path]) => path);

interface Known {
  id: string;
  version: number;
}

/** What stands in the office before anything changes: one record of each kind that others name. */
interface Office {
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
  /** A preview of a spreadsheet. */
  sheet: Known;
}

const year = { from: '2026-01', to: '2026-12' };
const november = { from: '2026-11-01', to: '2026-11-30' };
const all = { pageSize: 200 };

/** An input of each read whose answers are kept; a new one without a line here fails the test. */
function inputsOf(office: Office): Record<string, unknown> {
  return {
    'accounts.listDepartments': all,
    'output.readMonthMatrix': year,
    'output.listItems': all,
    'output.readItem': { id: office.item.id },
    'output.readChain': { id: office.item.id },
    'output.listCommitments': all,
    'output.listKinds': undefined,
    'output.listPlaces': all,
    'output.listRequests': all,
    'output.readRequest': { id: office.request.id },
    'output.readCalendar': november,
    'output.listTallies': all,
    'press.readMonthlyValue': year,
    'press.readYearlyValue': undefined,
    'press.listClippings': all,
    'press.readClipping': { id: office.clipping.id },
    'press.previewValue': { ...piece(office.outlet.id), clippingId: null },
    'press.listOutlets': all,
    'press.listRates': all,
    'press.readCoverage': year,
    'press.readValueByTone': year,
    'press.listCaused': { eventId: office.item.id },
    'press.listWritten': undefined,
    'press.listKeyMessages': all,
    'press.listFlatPolicies': all,
    'press.listFeedEntries': all,
    'press.listMentionWords': all,
    'press.listRevaluations': all,
    'press.previewRevaluation': { from: '2026-01-01', to: '2026-12-31' },
    'press.previewRateCopies': {
      onDay: '2026-11-03',
      validFrom: '2027-01-01',
      increasePercent: '8.5',
      sourceType: 'unsupported',
    },
    'press.previewRateImpact': {
      fields: { ...rateFields, outletId: office.outlet.id, section: 'Deportes' },
    },
    'press.listPressTallies': all,
    'press.findLikeness': { ...piece(office.outlet.id), clippingId: null },
    'press.listLikeness': year,
    'press.readMonthReview': { month: '2026-11' },
    'press.listReviewClippings': { ...all, month: '2026-11' },
    'press.listMonthStates': year,
    'press.listMonthRevisions': { month: '2026-11' },
    'press.compareRevisions': { month: '2026-11', from: 1, to: 1 },
    'press.listClippingComments': { id: office.clipping.id },
    'indicators.listIndicators': { ...all, year: 2026 },
    'indicators.readIndicator': { id: office.indicator.id, year: 2026 },
    'imports.listSheetImports': all,
    'imports.readSheetImport': { id: office.sheet.id },
    'imports.listSheetRows': { id: office.sheet.id, ...all },
    'imports.listImports': all,
    'imports.readImport': { id: office.preview.id },
    'imports.listImportRows': { id: office.preview.id, ...all },
    'social.listPages': undefined,
    'social.searchPages': all,
    'social.readGrowth': {
      pageId: office.page.id,
      metric: 'followers',
      from: '2026-11-01',
      to: '2026-11-30',
    },
    'social.readOverview': november,
    'social.readPage': { ...november, pageId: office.page.id },
    'social.readGrowthOf': { ...november, pageIds: [office.page.id], metric: 'followers' },
    'social.listPosts': november,
    'social.listTopics': undefined,
    'social.readPostHours': november,
    'social.readPostMonths': { ...november, pageId: office.page.id },
    'social.readAudience': { pageId: office.page.id },
    'social.listConflicts': all,
    'social.readReading': { pageId: office.page.id, metric: 'followers', day: '2026-11-20' },
    'social.listAnnotations': november,
    'social.listAlerts': all,
    'social.listAlertRules': undefined,
    'social.readTypingGrid': { day: '2026-11-04', metrics: ['followers'], byHand: false },
    'social.readPullProgress': { requestId: 'none' },
    'social.listPulls': all,
    'social.readPull': { pullId: 'none' },
    'social.searchPullSteps': { pullId: 'none' },
    'social.listConnections': undefined,
    'social.readCheck': { connectionId: 'none' },
    'reports.listDiscrepancies': { year: 2020 },
    'reports.listFigures': all,
  };
}

async function must<Data>(visitor: Visitor, path: string, input: unknown): Promise<Data> {
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
const rateFields = {
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

async function openOffice(visitor: Visitor): Promise<Office> {
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
function changesOf(office: Office): [path: string, input: unknown][] {
  const { department, outlet, rate, item, clipping, page, preview, sheet, indicator } = office;
  const { request } = office;
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

describe('kept answers', () => {
  test('are those that a server which keeps none would give, after every kind of write and on another day', async () => {
    const keeping = await serveHouse();
    await seedLaEstrella2020(keeping.house);
    const forgetful = await serve(await openHouseAt(keeping.house.place), { cacheCapacity: 0 });
    const writer = await serveBeside(keeping);
    const reader = await keeping.signedIn('coordinator');
    const [fresh, hand] = [forgetful.visitor(), writer.visitor()];
    fresh.cookie = reader.cookie;
    hand.cookie = reader.cookie;
    const office = await openOffice(hand);
    const inputs = inputsOf(office);
    expect(Object.keys(inputs).sort()).toEqual([...keptReads].sort());

    const stale: string[] = [];
    const compare = async (after: string) => {
      for (const [path, input] of Object.entries(inputs)) {
        const kept = JSON.stringify(await reader.query(path, input));
        if (kept !== JSON.stringify(await fresh.query(path, input))) {
          stale.push(`${path} after ${after}`);
        }
      }
    };
    await compare('the beginning');
    for (const [path, input] of changesOf(office)) {
      await must(hand, path, input);
      await compare(path);
    }
    const later = new Date(Date.now() + 3 * 86_400_000).toISOString();
    for (const { house } of [keeping, forgetful]) house.setNow(later);
    await compare('three days');
    expect(stale).toEqual([]);
  }, 120_000);
});
