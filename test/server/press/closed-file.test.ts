import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import papaparse from 'papaparse';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findClosedFile } from '../../../server/press/review/find-closed-file.ts';
import type { ReviewTotals } from '../../../shared/press/review-rows.ts';
import { callerAs, makeHouse, type TestHouse } from '../../support/house.ts';
import { addApprovedColombiano, pageRate, piece, pieceValue } from './press-records.ts';
import { addFile, closeAsSeen } from './review-records.ts';

const month = '2026-11';
const valueHeader = 'Valor publicitario equivalente (referencial), pesos sin IVA';
const vatHeader = 'Con IVA, pesos';

type Line = Record<string, unknown>;

/** A month with everything that counts differently: tones, a removed one, paid space, an own channel, one without a value, a total. */
async function closeNovember(house: TestHouse, hasTally: boolean) {
  const { press } = callerAs(house, 'press');
  const { accounts } = callerAs(house, 'admin');
  await accounts.updateEntity({ name: 'Municipio de La Estrella' });
  const { outletId } = await addApprovedColombiano(house);
  const own = await press.createOutlet({
    name: 'Canal propio',
    medium: 'press',
    isOwnChannel: true,
  });
  await press.createClipping(piece(outletId, { evidenceIds: [await addFile(house, 'recorte')] }));
  await press.createClipping(piece(outletId, { title: 'Queja; y "queja"', tone: 'negative' }));
  await press.createClipping(piece(outletId, { title: 'Sin tono', tone: null, section: 'Metro' }));
  await press.createClipping(piece(outletId, { title: 'Pauta', isPaid: true }));
  await press.createClipping(piece(own.id, { title: 'Propia' }));
  const note = { unit: 'note', share: '1', isEstimated: false } as const;
  await press.createClipping(
    piece(outletId, { title: 'Sin tarifa', format: 'web', measures: note }),
  );
  await press.removeClipping(await press.createClipping(piece(outletId, { title: 'Quitada' })));
  if (hasTally) {
    const tally = { channel: 'broadcast_digital', count: 3, valueCop: 900_000 } as const;
    await press.createPressTally({ month, ...tally, source: 'Informe' });
  }
  const at = await closeAsSeen(house, month);
  return { ...at, totals: (await press.readMonthReview({ month })).summary.totals };
}

async function fileOf(house: TestHouse, format: 'csv' | 'xlsx', revision = 1) {
  const file = await findClosedFile(house.database.db, { month, revision, format });
  if (!file) throw new Error('no file');
  return { ...file, bytes: Buffer.from(file.bytes) };
}

const csvLines = (text: string): Line[] =>
  papaparse.parse<Line>(text.replace('\ufeff', ''), { header: true, delimiter: ';' }).data;

function sheetLines(bytes: Buffer): { lines: Line[]; about: Record<string, unknown> } {
  const { Sheets } = read(bytes);
  const about = utils.sheet_to_json<[string, unknown]>(Sheets['Acerca de'] as never, { header: 1 });
  return {
    lines: utils.sheet_to_json<Line>(Sheets[month] as never),
    about: Object.fromEntries(about),
  };
}

/** The rows of a file as LibreOffice has them once it has opened it. */
function inLibreOffice(name: string, bytes: Buffer): Line[] {
  const folder = mkdtempSync(join(tmpdir(), 'altavoz-office-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), bytes);
  const settings = `-env:UserInstallation=file://${folder}/profile`;
  const opened = name.endsWith('csv') ? ['--infilter=CSV:59,34,76'] : [];
  const into = ['--convert-to', 'ods', '--outdir', join(folder, 'out'), join(folder, name)];
  execFileSync('soffice', [settings, '--headless', ...opened, ...into], { stdio: 'ignore' });
  const { SheetNames, Sheets } = read(readFileSync(join(folder, 'out/cierre.ods')));
  return utils.sheet_to_json<Line>(Sheets[SheetNames[0] ?? ''] as never);
}

/** What the rows of a file add up to, and what its total row says. */
function addedUp(lines: readonly Line[]) {
  const ofRecords = lines.filter(({ Registro }) =>
    /^(Aparición|Total mensual)/.test(String(Registro)),
  );
  const add = (header: string) =>
    ofRecords.reduce((sum, line) => sum + Number(line[header] ?? 0), 0);
  const totals = lines.filter(({ Registro }) => Registro === 'Total');
  return {
    records: ofRecords.length,
    count: add('Apariciones'),
    value: add(valueHeader),
    vat: add(vatHeader),
    total: totals.map((line) => [line.Apariciones, line[valueHeader], line[vatHeader]]),
    parts: lines
      .filter(({ Registro }) => Registro === 'Subtotal')
      .map((line) => [line.Titular, Number(line.Apariciones), Number(line[valueHeader] || 0)]),
  };
}

function expectTotals(lines: readonly Line[], totals: ReviewTotals, rows: number) {
  const { allTones, headline, negative, unclassified, tallies } = totals;
  const added = addedUp(lines);
  expect(added).toMatchObject({ records: rows, count: allTones.count, value: allTones.valueCop });
  expect(added.total).toHaveLength(1);
  const [[count, value, vat] = []] = added.total;
  expect([Number(count), Number(value)]).toEqual([allTones.count, allTones.valueCop]);
  if (allTones.valueWithVatCop === null) expect([undefined, '']).toContain(vat);
  else
    expect([Number(vat), added.vat]).toEqual([allTones.valueWithVatCop, allTones.valueWithVatCop]);
  expect(added.parts).toEqual([
    ['Positivo y neutro', headline.count, headline.valueCop],
    ['Negativo', negative.count, negative.valueCop],
    ['Sin clasificar', unclassified.count, unclassified.valueCop],
    ['Totales mensuales sin detalle', tallies.count, tallies.valueCop ?? 0],
  ]);
}

describe('the file of a closing', () => {
  test.each([true, false])(
    'adds up to what the closing says, whoever opens it (with a monthly total: %s)',
    async (hasTally) => {
      const house = await makeHouse();
      const { totals } = await closeNovember(house, hasTally);
      expect(totals.allTones).toMatchObject({ count: hasTally ? 7 : 4, unvalued: 1 });
      const [csv, xlsx] = [await fileOf(house, 'csv'), await fileOf(house, 'xlsx')];
      const rows = hasTally ? 7 : 6;
      expectTotals(csvLines(csv.bytes.toString()), totals, rows);
      expectTotals(sheetLines(xlsx.bytes).lines, totals, rows);
    },
  );

  test.skipIf(!existsSync('/usr/bin/soffice'))(
    'adds up the same in LibreOffice',
    async () => {
      const house = await makeHouse();
      const { totals } = await closeNovember(house, true);
      for (const format of ['xlsx', 'csv'] as const) {
        const { bytes } = await fileOf(house, format);
        expectTotals(inLibreOffice(`cierre.${format}`, bytes), totals, 7);
      }
    },
    120_000,
  );

  test('says whose it is, of which closing, by whom, when and why, and its hashes', async () => {
    const house = await makeHouse();
    const { id } = await closeNovember(house, true);
    const { about } = sheetLines((await fileOf(house, 'xlsx')).bytes);
    expect(about).toMatchObject({
      Entidad: 'Municipio de La Estrella',
      Revisión: 1,
      'Cerrado y aprobado por': 'Persona secretary',
      'Apariciones que no cuentan': 2,
      'Motivo de la reapertura anterior': 'ninguna',
    });
    expect(about['SHA-256 del contenido aprobado']).toMatch(/^[0-9a-f]{64}$/);
    const csv = (await fileOf(house, 'csv')).bytes.toString();
    expect(csv).toContain('Entidad;Municipio de La Estrella\r\nContenido;');
    expect(csv).toContain(`\r\nMes;${month}\r\nRevisión;1\r\n`);
    expect(csv).toContain('\r\nFecha y hora del cierre;2026-11-22 10:00\r\n');
    expect(csv).toContain(String(about['SHA-256 del contenido aprobado']));
    expect(id).toBeTruthy();

    const { press } = callerAs(house, 'secretary');
    await press.reopenMonth({ month, reason: 'Faltaba una nota.' });
    await closeAsSeen(house, month);
    const again = sheetLines((await fileOf(house, 'xlsx', 3)).bytes).about;
    expect(again['Motivo de la reapertura anterior']).toBe('Faltaba una nota.');

    for (const { revision, action, files } of await press.listMonthRevisions({ month })) {
      expect(files.map(({ format }) => format)).toEqual(action === 'close' ? ['csv', 'xlsx'] : []);
      for (const { format, sha256 } of files) {
        const { bytes } = await fileOf(house, format, revision);
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      }
    }
  });

  test('says of each appearance its size, its price as quoted and approved, and what supports it', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, rate } = await addApprovedColombiano(house);
    const evidenceIds = [await addFile(house, 'tarifario')];
    const quoted = { priceCop: 21_896_000, vatIncluded: true, evidenceIds };
    const at = await press.updateRate({ at: rate, fields: pageRate(outletId, quoted) });
    await callerAs(house, 'secretary').press.approveRate(at);
    await press.createClipping(piece(outletId, { evidenceIds: [await addFile(house, 'recorte')] }));
    await closeAsSeen(house, month);

    const [line] = sheetLines((await fileOf(house, 'xlsx')).bytes).lines;
    expect(line).toMatchObject({
      [valueHeader]: pieceValue,
      Medida: 'Área de página (ancho × alto)',
      'Ancho cm': 12,
      'Alto cm': 8,
      'Precio cotizado, pesos': 21_896_000,
      'Precio cotizado con IVA incluido': 'Sí',
      'IVA de la tarifa (%)': 0.19,
      'Tarifa sin IVA, pesos': 18_400_000,
      'Unidad de la tarifa': 'Por área de página',
      'Cantidad de la unidad': 1560,
      'Aprobación de la tarifa': 'Aprobada',
      'Tarifa aprobada por': 'Persona secretary',
      'Tipo de soporte de la tarifa': 'Tarifario publicado',
      'SHA-256 del soporte de la tarifa': 'tarifario'.padEnd(64, '0'),
      'SHA-256 de las evidencias': 'recorte'.padEnd(64, '0'),
      Grado: 'A',
    });
    expect(line?.['Versión de la fórmula']).toBeGreaterThan(0);
  });
});

describe('comparing closings that are not next to each other', () => {
  test('tells the size, price, grade and tone that changed, and the totals of both', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const secretary = callerAs(house, 'secretary').press;
    const { outletId, rate } = await addApprovedColombiano(house);
    const at = await press.createClipping(piece(outletId));
    await closeAsSeen(house, month);
    await secretary.reopenMonth({ month, reason: 'Uno' });
    await closeAsSeen(house, month);
    await secretary.reopenMonth({ month, reason: 'Dos' });
    await press.updateRate({
      at: rate,
      fields: pageRate(outletId, { priceCop: 20_000_000, sourceType: 'quotation' }),
    });
    const measures = { unit: 'page_area', widthCm: '24', heightCm: '8' } as const;
    const wide = { ...measures, share: '1', isEstimated: true };
    const [current] = (await secretary.listReviewClippings({ month })).rows;
    await press.updateClipping({
      at: { ...at, version: current?.version ?? at.version },
      fields: piece(outletId, { measures: wide, tone: 'negative' }),
    });
    await closeAsSeen(house, month);

    const compared = await press.compareRevisions({ month, from: 1, to: 5 });

    expect(compared).toMatchObject({
      before: { headline: { count: 1, valueCop: pieceValue } },
      after: { headline: { count: 0 }, negative: { count: 1 } },
      notKept: [],
    });
    const changes = new Map(
      compared.changed[0]?.changes.map(({ field, before, after }) => [field, [before, after]]),
    );
    expect(Object.fromEntries(changes)).toMatchObject({
      tone: ['positive', 'negative'],
      grade: ['A', 'B'],
      size: ['12 × 8', '24 × 8'],
      isEstimated: [false, true],
      rateNetCop: [18_400_000, 20_000_000],
      quotedCop: [18_400_000, 20_000_000],
      rateSource: ['published_tariff', 'quotation'],
      rateApproval: ['approved', 'unapproved'],
    });
  });
});
