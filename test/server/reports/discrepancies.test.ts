import { describe, expect, test } from 'vitest';
import { callerAs, makeHouse, type TestHouse } from '../../support/house.ts';

async function declare(house: TestHouse, subject: string, value: number): Promise<void> {
  await callerAs(house, 'admin').reports.createFigure({
    year: 2031,
    subject,
    label: subject,
    value,
    precision: 'exact',
    asPrinted: String(value),
    source: 'Informe 2031',
  });
}

async function found(house: TestHouse) {
  const rows = await callerAs(house, 'viewer').reports.listDiscrepancies({ year: 2031 });
  return rows.map(({ subject, declared, recorded, kind }) => [subject, declared, recorded, kind]);
}

describe('contradictions with the records', () => {
  test('items and monthly totals of the year are added, those of other years are not', async () => {
    const house = await makeHouse();
    house.setNow('2032-06-01T15:00:00Z');
    const { output } = callerAs(house, 'coordinator');
    const event = { kind: 'event', title: 'Feria' } as const;
    await output.createItem({ ...event, day: '2031-01-01' });
    await output.createItem({ ...event, day: '2030-12-31' });
    await output.createItem({ ...event, day: '2032-01-01' });
    await output.createTally({ month: '2031-12', kind: 'event', count: 4, source: 'Archivo' });
    await declare(house, 'output.count:event', 6);
    expect(await found(house)).toEqual([['output.count:event', 6, 5, 'total_does_not_sum']]);
    await output.createItem({ ...event, day: '2031-06-15' });
    expect(await found(house)).toEqual([]);
  });

  test('free press is compared by channel and together, appearances and pesos apart', async () => {
    const house = await makeHouse();
    house.setNow('2032-06-01T15:00:00Z');
    const { press } = callerAs(house, 'press');
    const tally = { month: '2031-05', source: 'Archivo' };
    await press.createPressTally({ ...tally, channel: 'press', count: 3, valueCop: 1_350_000 });
    await press.createPressTally({
      ...tally,
      channel: 'broadcast_digital',
      count: 8,
      valueCop: 900_001,
    });
    await declare(house, 'press.count:press', 3);
    await declare(house, 'press.count:total', 12);
    await declare(house, 'press.value:broadcast_digital', 900_000);
    await declare(house, 'press.value:total', 2_250_001);
    expect(await found(house)).toEqual([
      ['press.count:total', 12, 11, 'total_does_not_sum'],
      ['press.value:broadcast_digital', 900_000, 900_001, 'total_does_not_sum'],
    ]);
  });

  test('a year without records contradicts nothing', async () => {
    const house = await makeHouse();
    await declare(house, 'output.count:event', 6);
    await declare(house, 'press.value:total', 6);
    await declare(house, 'social.followers:x/alcaldia', 6);
    expect(await found(house)).toEqual([]);
  });
});
