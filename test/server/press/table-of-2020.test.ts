import { describe, expect, test } from 'vitest';
import { checkPressRollup } from '../../../server/press/check-press-rollup.ts';
import { findClosedFile } from '../../../server/press/review/find-closed-file.ts';
import { months2020, press2020, pressTotals2020 } from '../../fixtures/tables-of-2020.ts';
import { callerAs, makeHouse, type TestHouse } from '../../support/house.ts';
import { addColombiano, changeOutlet, pageRate, piece } from './press-records.ts';
import { closeAsSeen } from './review-records.ts';

const channels = ['press', 'broadcast_digital'] as const;
const year = { from: '2020-01', to: '2020-12' };
const days = { from: '2020-01-01', to: '2026-12-31' };

/** An office with the monthly totals of 2020, an outlet with its rate, and a piece of this year. */
async function openOffice(house: TestHouse) {
  const { press } = callerAs(house, 'press');
  for (const channel of channels) {
    for (const [index, [count, valueCop]] of press2020[channel].entries()) {
      const month = months2020[index] ?? '';
      await press.createPressTally({ month, channel, count, valueCop, source: 'Tabla 3.2' });
    }
  }
  const office = await addColombiano(house);
  await press.createClipping(piece(office.outletId));
  return office;
}

/** The table as the program reads it: for each channel, each month's count and value. */
async function readTable(house: TestHouse) {
  const { press } = callerAs(house, 'viewer');
  const { rows, totals, total } = await press.readMonthlyValue(year);
  const ofChannel = (channel: string) =>
    rows.filter((row) => row.channel === channel).map((row) => [row.count, row.valueCop]);
  return {
    press: ofChannel('press'),
    broadcast_digital: ofChannel('broadcast_digital'),
    totals: Object.fromEntries(totals.map(({ channel, valueCop }) => [channel, valueCop])),
    total,
  };
}

const printed = {
  ...press2020,
  totals: pressTotals2020,
  total: { count: 120 + 135, valueCop: 505_048_327 },
};

/** The same table as the twelve reviews have it. */
async function readReviews(house: TestHouse) {
  const { press } = callerAs(house, 'secretary');
  const read: Record<string, unknown[]> = { press: [], broadcast_digital: [] };
  for (const month of months2020) {
    const { summary } = await press.readMonthReview({ month });
    for (const { key, all } of summary.shares.channel) {
      read[key ?? '']?.push([all.count, all.valueCop]);
    }
  }
  return read;
}

/** The table as the files of the twelve closings have it. */
async function readFiles(house: TestHouse) {
  const read: Record<string, number[][]> = {};
  for (const month of months2020) {
    const asked = { month, revision: 1, format: 'csv' } as const;
    const file = await findClosedFile(house.database.db, asked);
    const text = Buffer.from(file?.bytes ?? []).toString('utf8');
    const [heading = '', ...all] = text.replace('\ufeff', '').trim().split('\r\n');
    const lines = all.filter((line) => /^(?:Aparición|Total mensual);/.test(line));
    const names = heading.split(';').map((name) => name.replaceAll('"', ''));
    const at = (start: string) => names.findIndex((name) => name.startsWith(start));
    for (const line of lines) {
      const cells = line.split(';').map((cell) => cell.replaceAll('"', ''));
      const channel = cells[at('Canal')]?.startsWith('Prensa') ? 'press' : 'broadcast_digital';
      const figures = [at('Apariciones'), at('Valor publicitario')].map((one) =>
        Number(cells[one]),
      );
      read[channel] = [...(read[channel] ?? []), figures];
    }
  }
  return read;
}

async function revalueAll(house: TestHouse) {
  const { press } = callerAs(house, 'press');
  const { seal } = await press.previewRevaluation(days);
  return press.revalueClippings({ ...days, seal, reason: 'Tarifario corregido' });
}

describe('table 3.2 of 2020', () => {
  test('is what the report printed, in the program and in each review', async () => {
    const house = await makeHouse();
    await openOffice(house);
    expect(await readTable(house)).toEqual(printed);
    expect(await readReviews(house)).toEqual(press2020);
  });

  test('stays so through new prices, a policy, another name and a revaluation of everything', async () => {
    const house = await makeHouse();
    const { outletId, outlet, rate } = await openOffice(house);
    const { press } = callerAs(house, 'press');
    const dearer = pageRate(outletId, { priceCop: 36_800_000, validFrom: '2020-01-01' });
    await press.updateRate({ at: rate, fields: dearer });
    const policy = { format: 'print', priceCop: 450_000, validFrom: '2020-01-01' } as const;
    await press.createFlatPolicy({ ...policy, sourceReference: 'Acta 3' });
    const contracts = [{ from: '2020-01-01', to: null, reference: 'CPS 12' }];
    const fields = { name: 'Otro', medium: 'radio', contracts } as const;
    await changeOutlet(press, { at: outlet, fields }, true);
    await revalueAll(house);

    expect(await readTable(house)).toEqual(printed);
    expect(await readReviews(house)).toEqual(press2020);
    expect(await checkPressRollup(house)).toEqual([]);
  });

  test('stays so once its months are closed, and in their files', async () => {
    const house = await makeHouse();
    const { outletId, rate } = await openOffice(house);
    for (const month of months2020) await closeAsSeen(house, month);
    const { press } = callerAs(house, 'press');
    const dearer = pageRate(outletId, { priceCop: 36_800_000, validFrom: '2020-01-01' });
    await press.updateRate({ at: rate, fields: dearer });
    await revalueAll(house);

    expect(await readTable(house)).toEqual(printed);
    expect(await readReviews(house)).toEqual(press2020);
    expect(await readFiles(house)).toEqual(press2020);
  });
});
