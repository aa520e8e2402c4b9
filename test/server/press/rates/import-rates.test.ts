import { deflateRawSync } from 'node:zlib';
import { utils, type WritingOptions, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../../support/house.ts';
import { addColombiano, pageRate } from '../press-records.ts';

const headings = [
  'Medio',
  'Formato',
  'Sección o franja',
  'Se cobra',
  'Cantidad',
  'Precio',
  'Incluye IVA',
  'IVA',
  'Desde',
  'Hasta',
  'Soporte',
  'Documento',
];
type Cells = (string | number | Date | { t: 'n'; v: number; f: string })[];
const radio: Cells = [
  'Estrella Estéreo',
  'Radio',
  'Mañanas',
  'Segundos',
  30,
  640_000,
  'no',
  '19 %',
  '2026-01-01',
  '',
  'Cotización',
  'Correo del 3 de enero',
];
const changed = (change: Record<number, Cells[number]>) =>
  radio.map((cell, at) => change[at] ?? cell);

function workbook(rows: Cells[], bookType: WritingOptions['bookType'] = 'xlsx') {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([['Tarifas de 2026'], headings, ...rows], { UTC: true });
  utils.book_append_sheet(book, sheet, 'Tarifas');
  const bytes = write(book, { type: 'buffer', bookType }) as Buffer;
  return { name: `tarifas.${bookType}`, content: bytes.toString('base64') };
}

function csv(rows: Cells[]) {
  const text = [headings, ...rows].map((cells) => cells.join(';')).join('\n');
  return { name: 'tarifas.csv', content: Buffer.from(text).toString('base64') };
}

async function openOffice(): Promise<TestHouse> {
  const house = await makeHouse();
  await addColombiano(house);
  const { press } = callerAs(house, 'press');
  await press.createOutlet({ name: 'Estrella Estéreo', medium: 'radio' });
  return house;
}

const asStored = {
  outletName: 'Estrella Estéreo',
  format: 'radio',
  section: 'Mañanas',
  unit: 'second',
  unitQuantity: '30',
  priceCop: 640_000,
  vatRate: '0.19',
  vatIncluded: false,
  validFrom: '2026-01-01',
  validTo: null,
  sourceType: 'quotation',
  sourceReference: 'Correo del 3 de enero',
  approvedBy: null,
};

describe('a file of rates', () => {
  test.each([
    ['xlsx', workbook([radio])],
    ['xls', workbook([radio], 'biff8')],
    ['ods', workbook([radio], 'ods')],
    ['csv', csv([radio])],
    ['a workbook with real dates', workbook([changed({ 8: new Date('2026-01-01T00:00:00Z') })])],
    [
      'prices and days as people type them',
      csv([changed({ 5: '$ 640.000,00', 7: '0,19', 8: '01/01/2026', 0: 'ESTRELLA ESTEREO' })]),
    ],
  ])('of %s is shown first and stored when agreed to', async (_, file) => {
    const house = await openOffice();
    const { press } = callerAs(house, 'press');
    const shown = await press.previewRateFile(file);
    expect(shown).toMatchObject({ added: 1, same: 0, refused: 0 });
    expect((await press.listRates({ search: 'mananas' })).total).toBe(0);

    expect(await press.importRates({ file, seal: shown.seal })).toEqual({ added: 1 });
    const { rows } = await press.listRates({ search: 'mananas' });
    expect(rows).toMatchObject([asStored]);
    expect(await auditOf(house, rows[0]?.id ?? '')).toMatchObject([{ action: 'create' }]);
  });

  test.each([
    ["$ 1'350.000", '1.560,5', 1_350_000, '1560.5'],
    ['1.350.000,oo', '1.560', 1_350_000, '1560'],
    ['1,350,000.00', '1,560.50', 1_350_000, '1560.5'],
  ])('reads a price of %s and a page of %s', async (price, page, priceCop, unitQuantity) => {
    const house = await openOffice();
    const { press } = callerAs(house, 'press');
    const printed = changed({ 1: 'Impreso', 3: 'Por área de página', 4: page, 5: price });
    const file = workbook([printed]);
    const shown = await press.previewRateFile(file);
    expect(shown).toMatchObject({ added: 1, refused: 0 });
    await press.importRates({ file, seal: shown.seal });
    const { rows } = await press.listRates({ search: 'mananas' });
    expect(rows).toMatchObject([{ priceCop, unitQuantity }]);
  });

  test('says of each wrong line which cell is wrong, and takes in the others', async () => {
    const house = await openOffice();
    const { press } = callerAs(house, 'press');
    const lines: [Cells, string, string][] = [
      [changed({ 0: 'La Voz' }), 'outlet', 'unknown_outlet'],
      [changed({ 1: 'Cine' }), 'format', 'invalid_value'],
      [changed({ 3: 'Página entera', 4: 1 }), 'unit', 'unit_of_format'],
      [changed({ 4: 'media' }), 'quantity', 'decimal'],
      [changed({ 5: '640.5' }), 'price', 'price'],
      [changed({ 5: 0 }), 'price', 'price'],
      [changed({ 6: 'quizás' }), 'vatIncluded', 'yes_no'],
      [changed({ 7: '119 %' }), 'vat', 'vat_rate'],
      [changed({ 8: '31/02/2026' }), 'from', 'day'],
      [changed({ 9: '2025-12-31' }), 'to', 'period_reversed'],
      [changed({ 10: 'Rumor' }), 'source', 'invalid_value'],
    ];
    const file = workbook([...lines.map(([cells]) => cells), radio]);
    const shown = await press.previewRateFile(file);
    expect(shown).toMatchObject({ added: 1, refused: lines.length });
    expect(
      shown.rows
        .filter(({ standing }) => standing === 'refused')
        .map(({ line, problems }) => [line, ...problems.map(({ column, rule }) => [column, rule])]),
    ).toEqual(lines.map(([, column, rule], at) => [at + 3, [column, rule]]));
    await press.importRates({ file, seal: shown.seal });
    expect((await press.listRates({})).total).toBe(2);
  });

  test('takes no formula for a figure, in a workbook or in text', async () => {
    const house = await openOffice();
    const { press } = callerAs(house, 'press');
    const formula = { t: 'n', v: 640_000, f: 'A1*2' } as const;
    for (const bookType of ['xlsx', 'ods'] as const) {
      const shown = await press.previewRateFile(workbook([changed({ 5: formula })], bookType));
      expect(shown).toMatchObject({
        refused: 1,
        rows: [{ problems: [{ column: 'price', rule: 'formula' }] }],
      });
    }
    const shown = await press.previewRateFile(csv([changed({ 2: '=cmd()' })]));
    expect(shown.rows).toMatchObject([{ problems: [{ column: 'section', rule: 'formula' }] }]);
  });

  test('refuses what overlaps a rate or an earlier line, and knows what is there already', async () => {
    const house = await openOffice();
    const { press } = callerAs(house, 'press');
    const paper = ['El Colombiano', 'Impreso', '', 'Área de página', 1560, 18_400_000, '', ''];
    const file = csv([
      [...paper, '2026-01-01', '', 'Tarifario publicado', 'Página 3'],
      [...paper, '2026-06-01', '', 'Tarifario publicado', 'Página 3'],
      radio,
      changed({ 2: 'MANANAS', 8: '2026-05-01' }),
    ]);
    const shown = await press.previewRateFile(file);
    expect(shown).toMatchObject({
      added: 1,
      same: 1,
      refused: 2,
      rows: [
        { standing: 'same' },
        {
          problems: [{ column: 'from', rule: 'overlaps_rate', facts: { validFrom: '2026-01-01' } }],
        },
        { standing: 'new' },
        { problems: [{ column: 'from', rule: 'overlaps_line', facts: { line: 4 } }] },
      ],
    });
  });

  test('is stored as it was shown or not at all', async () => {
    const house = await openOffice();
    const { press } = callerAs(house, 'press');
    const file = csv([radio]);
    const { seal } = await press.previewRateFile(file);
    const { rows } = await press.listOutlets({ search: 'estrella' });
    const outletId = rows[0]?.id ?? '';
    const terms = {
      format: 'radio',
      section: 'Mañanas',
      unit: 'second',
      unitQuantity: '30',
    } as const;
    await press.createRate(pageRate(outletId, terms));
    expect(await failureOf(press.importRates({ file, seal }))).toEqual({ code: 'rates_moved' });
    expect((await press.listRates({})).total).toBe(2);
    const viewer = callerAs(house, 'viewer').press;
    expect(await failureOf(viewer.previewRateFile(file))).toMatchObject({
      code: 'role_not_allowed',
    });
    expect(await failureOf(viewer.importRates({ file, seal }))).toMatchObject({
      code: 'role_not_allowed',
    });
  });

  test('where a line names no document, the file and the line are its document', async () => {
    const house = await openOffice();
    const { press } = callerAs(house, 'press');
    const file = csv([changed({ 11: '' })]);
    const { seal } = await press.previewRateFile(file);
    await press.importRates({ file, seal });
    expect((await press.listRates({ search: 'mananas' })).rows).toMatchObject([
      { sourceReference: 'tarifas.csv, 2' },
    ]);
  });
});

/** A workbook of one part that swells to 200 MB, and says it measures ten bytes. */
function swollen(name: string): Buffer {
  const packed = deflateRawSync(Buffer.alloc(200 * 1024 * 1024));
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(10, 22);
  head.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(10, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([head, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

describe('a hostile or damaged file', () => {
  const whole = Buffer.from(workbook([radio]).content, 'base64');
  test.each([
    ['not_recognised', Buffer.from('Medio;Precio\nx;1\n')],
    ['swollen_archive', swollen('xl/workbook.xml')],
    ['swollen_archive', swollen('content.xml')],
    ['cut_short', whole.subarray(0, whole.length / 2)],
    ['cut_short', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['not_a_table', Buffer.from('%PDF-1.7 …')],
    ['web_page', Buffer.from('<html><table><tr><td>Medio</td></tr></table></html>')],
    ['too_large', Buffer.alloc(700 * 1024 + 1, 'a')],
    ['too_many_rows', Buffer.from(`${headings.join(';')}\n${'x;y\n'.repeat(3_000)}`)],
  ])('is refused: %s', async (reason, bytes) => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const file = { name: 'tarifas.xlsx', content: bytes.toString('base64') };
    expect(await failureOf(press.previewRateFile(file))).toMatchObject({
      code: 'file_refused',
      reason,
    });
  });
});
