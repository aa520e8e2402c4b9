import { createHash } from 'node:crypto';
import { read, utils } from '@e965/xlsx';
import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import { findClosedFile } from '../../../server/press/review/find-closed-file.ts';
import { frozenOf } from '../../../server/press/review/read-month-review.ts';
import { sealOf } from '../../../server/press/review/review-month.ts';
import { selectClosedRows, selectRevisions } from '../../../server/press/review/review-queries.ts';
import { callerAs, makeHouse, type TestHouse } from '../../support/house.ts';
import { addColombiano, pageRate, piece, pieceValue } from './press-records.ts';
import { closeAsSeen } from './review-records.ts';

const month = '2026-11';
const value = 'Valor publicitario equivalente (referencial), pesos sin IVA';

type Line = Record<string, unknown>;

async function bytesOf(house: TestHouse, format: 'csv' | 'xlsx') {
  const file = await findClosedFile(house.database.db, { month, revision: 1, format });
  return { bytes: Buffer.from(file?.bytes ?? []), sha256: file?.sha256 };
}

/** The lines of both files up to their total, and the total, as another program reads them. */
async function linesOf(house: TestHouse): Promise<{ rows: Line[]; total: Line | undefined }[]> {
  const csv = (await bytesOf(house, 'csv')).bytes.toString('utf8').replace(/^\ufeff/, '');
  const book = read((await bytesOf(house, 'xlsx')).bytes);
  const inCsv = papaparse.parse<Line>(csv, { header: true, delimiter: ';' }).data;
  const inBook = utils.sheet_to_json<Line>(book.Sheets[month] as (typeof book.Sheets)[string]);
  return [inCsv, inBook].map((lines) => {
    const end = lines.findIndex((line) => line.Registro === 'Total');
    return { rows: lines.slice(0, end), total: lines[end] };
  });
}

/** A month with everything that may be in one: paid, own, under contract, unvalued, negative, totals. */
async function fillMonth(house: TestHouse) {
  const { press } = callerAs(house, 'press');
  const { outletId } = await addColombiano(house);
  const { id: gross } = await press.createOutlet({
    name: 'El Mundo',
    medium: 'press',
    contracts: [{ from: '2026-01-01', to: '2026-12-31', reference: 'Contrato 12' }] as never,
  });
  await press.createRate(pageRate(gross, { priceCop: 11_900_000, vatIncluded: true }));
  const own = await press.createOutlet({
    name: 'Canal propio',
    medium: 'digital',
    isOwnChannel: true,
  });
  const bare = await press.createOutlet({ name: 'Sin tarifa', medium: 'press' });
  await press.createClipping(piece(outletId));
  await press.createClipping(piece(outletId, { title: 'Negativa', tone: 'negative' }));
  await press.createClipping(piece(outletId, { title: 'Pauta', isPaid: true }));
  await press.createClipping(piece(gross, { title: 'Con contrato', tone: null }));
  await press.createClipping(piece(own.id, { title: 'Propia' }));
  await press.createClipping(piece(bare.id, { title: 'Sin valor' }));
}

test('adds up in another program to what the closing says, with paid space and own channels aside', async () => {
  const house = await makeHouse();
  await fillMonth(house);
  await closeAsSeen(house, month);
  const { summary } = await callerAs(house, 'viewer').press.readMonthReview({ month });
  const { allTones } = summary.totals;
  expect(allTones).toMatchObject({ count: 4, unvalued: 1 });
  for (const { rows, total } of await linesOf(house)) {
    expect(rows).toHaveLength(6);
    const sum = (header: string) => rows.reduce((all, row) => all + Number(row[header] ?? 0), 0);
    expect(sum('Apariciones')).toBe(allTones.count);
    expect(Number(total?.Apariciones)).toBe(allTones.count);
    expect(sum(value)).toBe(allTones.valueCop);
    expect(Number(total?.[value])).toBe(allTones.valueCop);
    expect(sum('Con IVA, pesos')).toBe(allTones.valueWithVatCop);
  }
});

test('says size, quoted price, VAT, approval and formula of each value, and who signed', async () => {
  const house = await makeHouse();
  await fillMonth(house);
  await closeAsSeen(house, month);
  for (const { rows } of await linesOf(house)) {
    const quoted = rows.find((row) => row.Titular === 'Con contrato');
    expect(quoted).toMatchObject({
      Medida: '12 × 8 cm',
      'La cotización incluye IVA': 'Sí',
      'IVA de la tarifa': '19 %',
    });
    expect(Number(quoted?.['Tarifa como se cotizó, pesos'])).toBe(11_900_000);
    expect(Number(quoted?.['Tarifa sin IVA, pesos'])).toBe(10_000_000);
    expect(Number(quoted?.['Versión de la fórmula'])).toBeGreaterThanOrEqual(2);
    expect(quoted?.['Tarifa aprobada por']).toBeTruthy();
  }
  const book = read((await bytesOf(house, 'xlsx')).bytes);
  const act = utils.sheet_to_json<unknown[]>(book.Sheets.Cierre as never, { header: 1 });
  const said = new Map(act.map(([name, first]) => [name, first]));
  expect(said.get('Mes')).toBe(month);
  expect(said.get('Revisión')).toBe(1);
  expect(said.get('Cerrado por')).toBe('Persona secretary');
  expect(said.get('Todos los tonos')).toBe(4);
  expect((await bytesOf(house, 'csv')).bytes.toString('utf8')).toContain(
    'Cerrado por;Persona secretary',
  );
});

test('has the seal of what was approved, which anyone recomputes from what was kept', async () => {
  const house = await makeHouse();
  await fillMonth(house);
  await closeAsSeen(house, month);
  const { db } = house.database;
  const [closing] = await selectRevisions(db, month);
  if (!closing) throw new Error('the month was not closed');
  const frozen = frozenOf(closing);
  expect(sealOf(frozen, await selectClosedRows(db, closing.id))).toBe(frozen.sha256);
  const [row] = await callerAs(house, 'viewer').press.listMonthRevisions({ month });
  expect(row?.sha256).toBe(frozen.sha256);
  for (const { format, sha256 } of row?.files ?? []) {
    const { bytes } = await bytesOf(house, format);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  }
  expect(row?.files.map(({ format }) => format)).toEqual(['xlsx', 'csv']);
  expect((await bytesOf(house, 'csv')).bytes.toString('utf8')).toContain(frozen.sha256);
});

test('every fact that is frozen is looked at again before closing', async () => {
  const changes: Record<
    string,
    (house: TestHouse, made: Awaited<ReturnType<typeof addColombiano>>) => Promise<unknown>
  > = {
    'the name of the outlet': (house, { outlet }) =>
      callerAs(house, 'press').press.updateOutlet({
        at: outlet,
        fields: { name: 'Otro', medium: 'press' },
      }),
    'the kind of the outlet': (house, { outlet }) =>
      callerAs(house, 'press').press.updateOutlet({
        at: outlet,
        fields: { name: 'El Colombiano', medium: 'digital' },
      }),
    'its advertising contracts': (house, { outlet }) =>
      callerAs(house, 'press').press.updateOutlet({
        at: outlet,
        fields: {
          name: 'El Colombiano',
          medium: 'press',
          contracts: [{ from: '2026-01-01', to: '2026-12-31', reference: 'Contrato 7' }] as never,
        },
      }),
    'the approval of its rate': (house, { rate }) =>
      callerAs(house, 'secretary').press.approveRate(rate),
    'the month it is compared with': (house, { outletId }) =>
      callerAs(house, 'press').press.createClipping(piece(outletId, { day: '2026-10-03' })),
    'what is looked at by its value': (house) =>
      callerAs(house, 'coordinator').press.setReviewThreshold({ amountCop: pieceValue }),
  };
  for (const [what, change] of Object.entries(changes)) {
    const house = await makeHouse();
    const made = await addColombiano(house);
    await callerAs(house, 'press').press.createClipping(piece(made.outletId));
    const secretary = callerAs(house, 'secretary').press;
    const { stamp } = await secretary.readMonthReview({ month });
    await change(house, made);
    const again = await secretary.readMonthReview({ month });
    expect(again.stamp, what).not.toBe(stamp);
  }
});
