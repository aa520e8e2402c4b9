import { describe, expect, onTestFinished, test } from 'vitest';
import { callerAs, makePlace, openHouseAt } from '../../support/house.ts';
import { runTerminal } from '../../support/run-terminal.ts';

describe('the check from the terminal', () => {
  test('says that all is well, and which monthly total stopped agreeing with its records', async () => {
    const place = await makePlace();
    onTestFinished(() => place.remove());
    const house = await openHouseAt(place);
    const { output } = callerAs(house, 'coordinator');
    await output.createTally({
      month: '2026-01',
      kind: 'event',
      count: 12,
      source: 'Informe de enero',
    });
    expect(await runTerminal(place, ['check'])).toMatchObject({ code: 0, stderr: '' });

    await house.database.db.updateTable('outputMonth').set({ count: 13 }).execute();
    const broken = await runTerminal(place, ['check']);
    expect(broken.code).toBe(1);
    expect(broken.stdout).toContain(
      'output of 2026-01, event, tally: kept 13, its records add up to 12',
    );
  });
});
