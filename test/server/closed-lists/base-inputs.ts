import type { SheetTarget } from '../../../shared/imports/sheets/target.ts';
import {
  type FixedTargetId,
  fixedTargetIds,
  listTargets,
} from '../../../shared/imports/sheets/targets/list-targets.ts';
import {
  formats,
  type Measures,
  rateUnitsOfFormat,
  unitsOfFormat,
} from '../../../shared/press/measures.ts';
import { credentialRules } from '../../../shared/social/credentials.ts';
import { type NetworkId, networks } from '../../../shared/social/networks.ts';
import { textFile } from '../../support/sheet-file.ts';
import { inputsOf } from '../http/kept-inputs.ts';
import type { Office } from '../http/kept-office.ts';
import { rateFields } from '../http/kept-office.ts';
import { piece } from '../press/press-records.ts';

/** Measures of each unit that an appearance is valued in. */
const measuresOfUnits = [
  { unit: 'note' },
  { unit: 'page_area', widthCm: '12', heightCm: '8' },
  { unit: 'column_cm', columns: '2', heightCm: '8' },
  { unit: 'second', seconds: '30' },
  { unit: 'page_fraction', fraction: '1/2' },
  { unit: 'cpm', views: '1000' },
  { unit: 'manual', amountCop: 5_000, reason: 'Acta de la junta' },
].map((measures) => ({ share: '1', isEstimated: false, ...measures }));

/** An appearance of each format, with a size in each of its units. */
const sizes = formats.flatMap((format) =>
  unitsOfFormat[format].map((unit) => ({
    format,
    measures: measuresOfUnits.find((one) => one.unit === unit) as Measures,
  })),
);

/** A rate of each format in each of its units. */
const rates = (outletId: string) =>
  formats.flatMap((format) =>
    rateUnitsOfFormat[format].map((unit) => {
      const unitQuantity = unit === 'page_area' ? rateFields.unitQuantity : '1';
      return { ...rateFields, format, unit, unitQuantity, outletId, section: 'Sección #' };
    }),
  );

const copied = {
  onDay: '2026-11-03',
  validFrom: '2027-01-01',
  increasePercent: '8.5',
  sourceType: 'quotation',
  sourceReference: 'Cotización de enero',
};

/** What is pasted to connect a network: something in every field that it needs. */
const secretOf = (network: NetworkId) =>
  Object.fromEntries(
    credentialRules[network].fields.map(({ name }) => [name, 'a-token-of-the-tests']),
  );

/** The inputs of a call; each choice has to be taken with one of them at least. */
type Inputs = Record<string, readonly unknown[]>;

/** Base inputs of the queries, every one of them; those whose answers are kept are listed elsewhere. */
export function queriesOf(office: Office): Inputs {
  const kept = inputsOf(office);
  const clipping = { ...piece(office.outlet.id), clippingId: null };
  return {
    ...Object.fromEntries(Object.entries(kept).map(([path, input]) => [path, [input]])),
    'press.previewValue': sizes.map((size) => ({ ...clipping, ...size })),
    'press.previewRateImpact': rates(office.outlet.id).map((fields) => ({ fields })),
    'press.previewRateCopies': [copied],
    'accounts.readEntity': [undefined],
    'accounts.listPeople': [{}],
    'accounts.readEntrance': [undefined],
    'accounts.readSelf': [undefined],
    'accounts.listAccounts': [{ pageSize: 200 }],
    'output.readCalendarAddress': [undefined],
    'output.listCalendarAddresses': [undefined],
    'imports.listSheetImports': [{ pageSize: 200 }],
    'imports.readSheetImport': [{ id: office.sheet.id }],
    'imports.listSheetRows': [{ id: office.sheet.id, pageSize: 200 }],
    'press.listFeeds': [{ pageSize: 200 }],
    'press.listSavedViews': [undefined],
    'social.readAlertMail': [undefined],
  };
}

/** A row with a word under every column of a target, as it is sent to be previewed. */
function sheetOf(target: FixedTargetId) {
  const { columns } = listTargets([], []).get(target) as SheetTarget;
  const names = columns.map(({ id }) => id);
  return {
    file: textFile('hoja.csv', [names.join(','), names.map(() => '1').join(',')]),
    sheet: 0,
    target,
    layout: {
      shape: 'records',
      headingLines: [1],
      down: null,
      columns: names.map((id, index) => ({ index, heading: id, to: id, member: null })),
    },
  };
}

/** Months down, channels along. */
const crossSheet = {
  file: textFile('cruzada.csv', ['mes,press', '2019-02,4']),
  sheet: 0,
  target: 'press_tallies',
  layout: {
    shape: 'cross',
    headingLines: [1],
    down: { to: 'month', index: 0 },
    columns: [{ index: 1, heading: 'press', to: 'count', member: 'press' }],
  },
};

const figuresFile = Buffer.from(
  'Página;Métrica;Día;Valor\nfacebook/AlcaldiaDePrueba;Alcance;2026-11-03;5\n',
).toString('base64');

const method = (one: object) => ({ type: 'rule', ...one });
const ofOutput = { kinds: [], departmentIds: [], placeIds: [], responsible: null, words: '' };

/**
 * Base inputs of the verbs that write what has a closed list. `#` becomes another number in each call,
 * so that what has to be one of a kind is.
 */
export function writesOf(office: Office, meeting: { id: string }): Inputs {
  const { department, item, outlet, page, request, clipping } = office;
  const event = { kind: 'event', title: 'Acto #', day: '2026-11-04', departmentId: department.id };
  const indicator = { code: 'I-#', name: 'Indicador #', plan: 'action_plan', unit: 'number' };
  const day = '2026-11-05';
  const figure = { pageId: page.id, metric: 'followers', value: 9, precision: 'exact' };
  const field = { name: 'size', label: 'Tamaño', input: 'line' };
  const cell = { tableId: office.countTable.id, measure: 'received', members: [] };
  const table = { code: 'T-#', name: 'Tabla #', dimensions: [{ id: 'way', name: 'Medio' }] };
  return {
    'accounts.addAccount': [
      { name: 'Ana #', email: 'ana#@oficina.test', role: 'viewer', password: 'una clave larga' },
    ],
    'accounts.changeAccount': [{ id: 'none', name: 'Ana', role: 'viewer', active: true }],
    'output.createCommitment': [{ meetingId: meeting.id, text: 'Arreglar la vía #' }],
    'output.createItem': [event, { ...event, day: '2026-11-29' }],
    'output.createItems': [{ items: [event] }],
    'output.createSeries': [{ fields: event, repeat: { every: 'week', until: '2026-12-30' } }],
    'output.editItems': [{ edits: [{ at: item, change: {} }] }],
    'output.createKind': [
      { labelOne: 'Clase #', labelMany: 'Clases #', fields: [{ ...field, choices: ['a', 'b'] }] },
      { labelOne: 'Tipo #', labelMany: 'Tipos #', fields: [{ ...field, input: 'number' }] },
    ],
    'output.createPlace': [{ name: 'Vereda #' }],
    'output.createRequest': [{ title: 'Afiche #', askedDay: '2026-11-03', kind: 'event' }],
    'output.moveRequest': [{ at: request, state: 'asked' }],
    'output.deliverRequest': [{ at: request, newItem: event }],
    'press.createRate': rates(outlet.id),
    'press.createFlatPolicy': [
      { format: 'radio', priceCop: 9, validFrom: '2026-01-01', sourceReference: 'Acta #' },
    ],
    'press.copyRates': [{ copy: copied, seal: 'a'.repeat(64) }],
    'press.revalueClippings': [
      { from: '2026-01-01', to: '2026-12-31', reason: 'Prueba', seal: 'a'.repeat(64) },
    ],
    'press.editClippings': [
      { selection: { by: 'rows', ats: [clipping] }, change: { topic: 'Parque' } },
      { selection: { by: 'filter', filter: {}, count: 1 }, change: { topic: 'Parque' } },
    ],
    'press.createSavedView': [{ name: 'Vista #', filter: {}, columns: [] }],
    'press.createClipping': sizes.map((size) => ({
      ...piece(outlet.id),
      title: 'Nota #',
      ...size,
    })),
    'press.createOutlet': [{ name: 'Medio #', medium: 'press' }],
    'press.createPressTally': [
      { month: '2019-01', channel: 'press', count: 1, valueCop: 5, source: 'Acta' },
    ],
    'social.createAnnotation': [
      { fromDay: '2026-11-01', toDay: '2026-11-02', kind: 'other', text: 'Nota #' },
    ],
    'social.createAlertRule': [
      { kind: 'no_post', days: 7 },
      { kind: 'followers_fall', days: 7, percent: 2 },
    ],
    'social.createPage': [
      { network: 'facebook', handle: 'pagina#', title: 'Página #' },
      { network: 'mastodon', handle: 'pagina#', title: 'Página #', baseUrl: 'https://a.test' },
    ],
    'social.typeSnapshot': [{ ...figure, day }],
    'social.typeSnapshots': [{ day, figures: [figure], areSure: true }],
    'social.requestPull': [{ pageId: null }],
    'social.createConnection': networks.map((network) => ({
      network,
      label: 'Conexión #',
      secret: secretOf(network),
      baseUrl: network === 'mastodon' ? 'https://a.test' : null,
    })),
    'indicators.createIndicator': [
      { ...indicator, method: method({ rule: { measure: 'output', ...ofOutput } }) },
      { ...indicator, method: method({ rule: { measure: 'followers', network: 'x' } }) },
      { ...indicator, method: method({ rule: { measure: 'count_table', cell } }) },
      { ...indicator, method: { type: 'typed', yearly: 'sum' } },
      { ...indicator, method: { type: 'formula', formula: '1 + 1' } },
    ],
    'indicators.createTable': [
      { ...table, measures: [{ id: 'got', name: 'Recibidas', unit: 'count', total: 'sum' }] },
      { ...table, measures: [{ id: 'got', name: 'Puntaje', unit: 'score', total: 'none' }] },
    ],
    'imports.previewSheet': [...fixedTargetIds.map(sheetOf), crossSheet],
    'imports.previewFile': [{ name: 'cifras.csv', content: figuresFile, metric: 'reach' }],
    'reports.createFigure': [
      {
        year: 2020,
        subject: 'output.count:event',
        label: 'Eventos #',
        value: 190,
        precision: 'exact',
        asPrinted: '190',
        source: 'Informe #',
      },
    ],
  };
}
